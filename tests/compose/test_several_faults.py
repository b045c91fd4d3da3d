"""What is wrong with a text is told at once, each fault with its line."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from reporter.compose.composition import compose
from reporter.errors import ReporterError, Several, TemplateError, together
from reporter.records.filing import Filing
from tests.compose.conftest import Writer


def told(fault: ReporterError) -> list[tuple[str, str]]:
    return [(part.where.rpartition(" ")[2], part.message) for part in fault.parts]


def test_marks_unknown_names_and_unknown_figures_are_told_together_in_order(writer: Writer) -> None:
    fault = writer.fault(
        "- 一\n{{ 隐幻.发现() }}，{{ 隐患.没有() }}\n|a|\n**一是\n@tabel 甲\n{{ x( }}\n查。", texts={}
    )
    assert isinstance(fault, Several)
    assert told(fault) == [
        ("第8行", "文稿里不能用列表"),
        ("第9行", "用了不存在的名称：“隐幻”"),
        ("第9行", "“隐患”里没有数据“没有”"),
        ("第10行", "文稿里不能用表格竖线"),
        ("第11行", "加粗标记 ** 没有成对"),
        ("第12行", "没有 @tabel 这种内容"),
        ("第13行", "模板语法不对：不该有“}”"),
    ]
    assert str(fault).endswith("有7处错误，没有生成任何文件\n  怎么办：逐条改正后重新运行")


def test_a_single_fault_is_told_as_itself(writer: Writer) -> None:
    fault = writer.fault("{{ 隐幻.发现() }}")
    assert isinstance(fault, TemplateError) and fault.parts == (fault,)


def test_faults_in_a_clerks_text_and_around_it_are_told_with_their_own_files(writer: Writer) -> None:
    slot = "甲\n{{ 没有甲 }}\n{{ 没有乙 }}"
    front = 'name: 便笺\ntitle: "{{ 没有丙 }}"\nheader: false\nclosing: false\nimprint: false\n'
    fault = writer.fault('{{ 文字("甲") }}\n- 一', front=front, texts={"甲": slot})
    assert sorted(part.where for part in fault.parts) == [
        "templates/text/note.md 第3行", "templates/text/note.md 第9行",
        "texts/note/甲.md 第2行", "texts/note/甲.md 第3行",
    ]  # fmt: skip


def test_what_is_printed_in_every_turn_of_a_loop_is_told_once(writer: Writer) -> None:
    fault = writer.fault("{% for x in range(3) %}\n{{ 没有甲 }}\n{% endfor %}\n{{ 没有乙 }}")
    assert told(fault) == [("第9行", "用了不存在的名称：“没有甲”"), ("第11行", "用了不存在的名称：“没有乙”")]


@pytest.mark.parametrize(
    ("opens", "closes", "inside"),
    [
        ("{% for x in 没有丙 %}", "{% endfor %}", []),
        ("{% for x in 隐患.没有丙() %}", "{% endfor %}", []),
        ("{% for x in 隐患.发现() %}", "{% endfor %}", []),
        ("{% for x in range(2) if 没有丙 %}", "{% endfor %}", ["第9行"]),
        ("{% if 没有丙 %}", "{% endif %}", ["第9行"]),
        ("{% if 隐患.发现() == 0 %}{% elif 没有丙 > 1 %}", "{% endif %}", ["第9行"]),
    ],
)
def test_a_loop_or_condition_that_fails_does_not_hide_what_follows(
    writer: Writer, opens: str, closes: str, inside: list[str]
) -> None:
    fault = writer.fault(f"{opens}\n{{{{ 没有甲 }}}}\n{closes}\n{{{{ 没有乙 }}}}\n- 一")
    assert [line for line, _ in told(fault)] == ["第8行", *inside, "第11行", "第12行"]


def test_a_missing_day_is_one_fault_however_many_figures_ask_for_it(writer: Writer) -> None:
    fault = writer.fault("{{ 隐患.发现() }}，{{ 隐患.已整改() }}", as_of=None)
    assert len(fault.parts) == 1 and "没有写截至日期" in fault.message


def test_texts_that_refer_to_each_other_say_what_to_do(writer: Writer) -> None:
    fault = writer.fault('{{ 文字("甲") }}', texts={"甲": '{{ 文字("乙") }}', "乙": '{{ 文字("甲") }}'})
    assert "没有尽头" in fault.message and "删去其中一处" in fault.hint


def test_a_fault_of_the_engine_is_not_dressed_as_one_of_the_text(writer: Writer) -> None:
    def broken(name: str) -> str:
        raise KeyError(name)

    writer.kind("---\nname: 便笺\ntitle: 便笺\nattachments: [a]\n---\n文\n")
    filing = Filing.of({"kind": "note", "period": "2026", "attachments": ["b"]})
    with pytest.raises(KeyError):
        compose(replace(writer.workspace), filing, broken)  # type: ignore[arg-type]


def test_together_tells_a_cause_once_and_nothing_where_there_is_nothing() -> None:
    one, other = TemplateError("甲", "", "a.md 第9行"), TemplateError("乙", "", "a.md 第10行")
    whole = together([other, one, Several([one, other])])
    assert whole is not None and whole.parts == (one, other)
    assert together([]) is None and together([one, TemplateError("甲", "别的", "a.md 第9行")]) is one
