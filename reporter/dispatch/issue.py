"""`issue`: the frozen draft that was approved gets its number, dates and signer, and nothing else.

The filing is composed again with these and compared with the frozen draft: what else is different is listed, and the
filing goes back to 送审稿. So what is printed was approved, and is not what the workbooks say by now.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from reporter import __version__
from reporter.artefacts.pdf import read_pdf
from reporter.check.finding import Finding, errors
from reporter.deliver import drafts, issued, sent
from reporter.deliver.drafts import Draft
from reporter.deliver.issued import Frozen, Issuance, Settings
from reporter.deliver.names import TALLY
from reporter.deliver.submissions import record_submissions
from reporter.deliver.writing import sha256
from reporter.diff.align import compare
from reporter.diff.from_document import of_document
from reporter.diff.model import Comparison
from reporter.diff.sources import sources
from reporter.dispatch import finishing
from reporter.dispatch.desk import Desk
from reporter.dispatch.reasons import Reason, Refused
from reporter.document.archive import dumps
from reporter.document.volumes import split_key
from reporter.errors import InputError
from reporter.making import Made, Order
from reporter.pipeline import build, composed_drafts, rehearsed
from reporter.progress import Progress
from reporter.records.filing import Filing
from reporter.records.submission import Submission
from reporter.records.workspace import Workspace

APPROVABLE = (issued.REVIEW, issued.FINAL)


class Wish(Struct, frozen=True):
    """What was asked for. `draft` 0 is the newest; `by` and `on` are for the record; `with_blanks` lets gaps out."""

    settings: Settings
    draft: int = 0
    by: str = ""
    on: date | None = None
    with_blanks: bool = False


class Prepared(Struct, frozen=True):
    """A filing ready to be issued, or why it is not. `changes` is what differs from the approved draft beyond the
    settings, None when nothing does."""

    filing: Filing
    approved: Draft
    final: Draft
    workspace: Workspace
    wish: Wish
    reasons: tuple[Reason, ...] = ()
    remarks: tuple[str, ...] = ()
    changes: Comparison | None = None
    before: Issuance | None = None
    """It was issued just so already: a doubled call, or one that was stopped before everything was delivered."""


class Done(Struct, frozen=True):
    """What was issued, with the files as delivered."""

    issuance: Issuance
    made: Made
    remarks: tuple[str, ...] = ()


def prepare(desk: Desk, filing: Filing, wish: Wish) -> Prepared:
    """Everything is looked at, nothing is written. Raises InputError where there is no draft, Refused when it was
    issued already."""
    before = issued.in_force(desk.folder, filing.id)
    if before is not None and _just_so(before, filing, wish):
        draft = drafts.load(desk.folder, filing.id, before.draft)
        return Prepared(filing, draft, draft, desk.workspace, wish, before=before)
    if before is not None:
        told = f"{before.number + '，' if before.number else ''}{before.date}"
        hint = "要改：先用 --withdraw 原因 撤回，改好后重新送审、印发"
        raise Refused("", [Reason(f"《{before.title}》已经印发（{told}）", hint)])
    draft = drafts.load(desk.folder, filing.id, wish.draft)
    settings = _completed(filing, wish.settings)
    finished = settings.on(filing)
    workspace = replace(
        desk.workspace,
        filings=tuple(finished if one.id == filing.id else one for one in desk.workspace.filings),
    )
    final = next(iter(composed_drafts(workspace, (filing.id,), desk.releases)))
    draft = draft if wish.draft else _approved(desk, draft, final)
    reasons = [*_of_state(draft), *finishing.faults(desk, filing, settings, final.document)]
    if not wish.with_blanks:
        reasons += _of_blanks(finishing.unfilled(filing, final.document))
    changes = _changes(desk, filing, draft, final)
    if changes is not None:
        reasons.append(_changed(draft.number, changes))
    remarks = tuple(finishing.remarks(settings))
    return Prepared(
        filing, draft, final, workspace, replace(wish, settings=settings), tuple(reasons), remarks, changes
    )


def issue(desk: Desk, prepared: Prepared, order: Order, progress: Progress) -> Done:
    """Renders, verifies, keeps and delivers. Raises Refused with every reason before anything is written.

    A crash leaves either nothing or a complete issuance, whose files the next `build` delivers.
    """
    if prepared.reasons:
        raise Refused("没有印发", prepared.reasons)
    filing, wish = prepared.filing, prepared.wish
    if prepared.before is not None:
        return Done(prepared.before, _delivered(order, filing, progress))
    known = {name: one for name, one in desk.releases.items() if name != filing.id}
    made = rehearsed(prepared.workspace, prepared.workspace.filing(filing.id), order, progress, known)
    if reasons := list(_of_files(made)):
        raise Refused("没有印发", reasons)
    final = prepared.final
    number = drafts.keep(desk.folder, final.document, final.facts, final.inputs)
    files = {key: drafts.marked(key, data, number) for key, data in made.files.items() if key != TALLY}
    names = made.names
    frozen = {key: Frozen(names[key], sha256(data), _pages(key, data)) for key, data in files.items()}
    issuance = Issuance(
        filing=filing.id, n=issued.next_number(desk.folder, filing.id), draft=number,
        approved=prepared.approved.number, title=made.title, number=finishing.number_of(final.document),
        date=finishing.date_of(final.document, wish.settings, filing), signer=wish.settings.signer or "",
        settings=wish.settings, files=frozen, by=wish.by, on=wish.on.isoformat() if wish.on else "",
    )  # fmt: skip
    issued.record(desk.folder, issuance, final.document, files, __version__)
    return Done(issuance, _delivered(order, filing, progress), prepared.remarks)


def _delivered(order: Order, filing: Filing, progress: Progress) -> Made:
    """`build` finds what is kept and delivers that."""
    return build(replace(order, only=(filing.id,)), progress).made[0]


def withdraw(desk: Desk, filing: Filing, reason: str, by: str, on: date) -> Issuance:
    """An issued filing goes back; its files and its number stay on record. Raises InputError when none is in force."""
    if not reason.strip():
        raise InputError("没有写撤回的原因", "例：--withdraw 附件二数字有误", "--withdraw")
    with desk.alone():
        found = issued.in_force(desk.folder, filing.id)
        if found is None:
            raise InputError(f"“{filing.id}”没有印发过，或已经撤回", "用 reporter build 看现在是哪一稿")
        issued.withdraw(desk.folder, found, reason.strip(), by, on)
        record_submissions(desk.folder, _back(desk, found, reason.strip(), by, on))
    return found


def _back(desk: Desk, found: Issuance, reason: str, by: str, on: date) -> Iterator[Submission]:
    """What was sent of it counts as sent no more; `due` waits for the next one."""
    for one in sent.of_filing(desk.folder, found.filing):
        if one.counted and one.obligation and one.issuance == found.n:
            day = max(on, date.fromisoformat(one.on))
            yield Submission(
                obligation=one.obligation, period=one.period, state="已退回", on=day, by=by, filing=found.filing,
                note=f"本单位撤回{found.number}：{reason}",
            )  # fmt: skip


def _completed(filing: Filing, given: Settings) -> Settings:
    """The settings with 印发日期 where it would lie before 成文日期; a clerk's own date stays."""
    day = given.doc_date
    if day and given.print_date is None and (filing.print_date is None or filing.print_date < day):
        return replace(given, print_date=day)
    return given


def _just_so(before: Issuance, filing: Filing, wish: Wish) -> bool:
    """Whether it was issued exactly as is asked for now."""
    same = _completed(filing, wish.settings) == before.settings
    return same and wish.draft in (0, before.approved, before.draft)


def _approved(desk: Desk, newest: Draft, final: Draft) -> Draft:
    """The newest draft; the one before where the newest is already finished (a call that was stopped, or the clerk
    wrote number and date herself) and nothing else lies between them."""
    numbers = [one for one in drafts.numbers(desk.folder, newest.filing) if one < newest.number]
    if not numbers or dumps(newest.document) != dumps(final.document):
        return newest
    earlier = drafts.load(desk.folder, newest.filing, numbers[-1])
    same = dumps(finishing.without(earlier.document)) == dumps(finishing.without(newest.document))
    return earlier if same and earlier.document.state in APPROVABLE else newest


def _of_state(draft: Draft) -> list[Reason]:
    if draft.document.state in APPROVABLE:
        return []
    hint = "filings.yaml 里 state 写 送审稿，运行 reporter build，送领导审批后再印发"
    return [Reason(f"第{draft.number}稿还是{draft.document.state}，没有送审", hint)]


def _of_blanks(names: tuple[str, ...]) -> list[Reason]:
    if not names:
        return []
    hint = "写进台账或正文再送审；确需留空请加 --with-blanks"
    return [Reason(f"还有{len(names)}处空白：{'、'.join(names)}", hint)]


def _changes(desk: Desk, filing: Filing, draft: Draft, final: Draft) -> Comparison | None:
    """What is different beside number, dates, signer and state; None when nothing is.

    A text may print its own date in other places as well: then the workspace as it stands must give the frozen draft.
    """
    figures = finishing.printed(draft.facts) == finishing.printed(final.facts)
    if figures and dumps(finishing.without(final.document)) == dumps(finishing.without(draft.document)):
        return None
    now = next(iter(composed_drafts(desk.workspace, (filing.id,), desk.releases)))
    if figures and dumps(now.document) == dumps(draft.document):
        return None
    rest = finishing.unfinished(final.document, draft.document)
    old = of_document(
        draft.document,
        f"第{draft.number}稿",
        draft=draft.number,
        sources=sources(draft.facts),
        inputs=draft.inputs,
    )
    new = of_document(rest, "现在", sources=sources(final.facts), inputs=final.inputs)
    return compare(old, new)


def _changed(number: int, changes: Comparison) -> Reason:
    """That something else is different, and the ways on."""
    count = "，".join(f"{len(part)}处{name}" for name, part in _parts(changes) if part)
    review = "退回送审稿：filings.yaml 里 state 写 送审稿，运行 reporter build，重新送审后再印发"
    if changes.same:
        message = f"第{number}稿以后，数字的依据或文稿的结构变了（印出来的看不出差别）"
        return Reason(message, f"多半是改了台账、换了模板或升级了程序；{review}")
    message = f"第{number}稿以后内容有变{f'（{count}）' if count else ''}，批准的不是现在这样"
    return Reason(message, f"改回去；或者{review}")


def _parts(found: Comparison) -> list[tuple[str, list[object]]]:
    texts = [step for step in found.changed if not found.block_of(step).furniture]
    return [("数字", list(found.figures)), ("文字和表格", list(texts))]


def _of_files(made: Made) -> list[Reason]:
    found = [_told(one) for one in errors(made.findings)]
    if "pdf" not in made.files:
        found.append(Reason("没有排出 PDF，不能印发", "运行 reporter doctor 看缺什么"))
    return found


def _told(finding: Finding) -> Reason:
    return Reason(f"核验发现错误：{finding.message}", finding.hint)


def _pages(key: str, data: bytes) -> int:
    return len(read_pdf(data).pages) if split_key(key)[1] == "pdf" else 0
