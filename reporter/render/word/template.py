"""Face templates for Word, compiled once a process: docxtpl's dialect, our sandbox, no document parsed twice.

docxtpl patches and would compile a template for every document (60 of its 80 ms); here its `patch_xml` runs once and
the compiled parts are filled. A test compares every part with docxtpl's own output. What Jinja2 makes of a patched
part, a text in Python, is kept for the next process, which then needs neither docxtpl nor Jinja2's compiler.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache, lru_cache, partial
from importlib import resources
from importlib.util import find_spec
from typing import Any, Final

import jinja2.compiler
from jinja2 import StrictUndefined, Template, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.exceptions import TemplateError as JinjaError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree
from msgspec import Struct

from reporter.document.model import Face
from reporter.errors import TemplateError
from reporter.kept import kept
from reporter.ooxml.names import qn
from reporter.ooxml.package import Package

MAIN: Final = "word/document.xml"
_HINT = "用 reporter template lint 检查"
_CACHED_TEMPLATES = 16


class Sandbox(ImmutableSandboxedEnvironment):
    """No attributes of Python, no changes to data, no arithmetic that can fill the memory."""

    intercepted_binops = frozenset(("*", "**", "%"))

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Blocks are dictionaries: `b.text` is looked up in them at once."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Repetition and powers have no use in a face."""
        raise SecurityError(f"版式模板里不能用运算 {operator}")


def environment() -> Sandbox:
    """Autoescaping, strict about names; a missing value prints nothing."""
    return Sandbox(autoescape=True, undefined=StrictUndefined, finalize=_nothing_for_none)


def _nothing_for_none(value: Any) -> Any:
    return "" if value is None else value


class Compiled(Struct, frozen=True):
    """A template: its parts, and for those with tags the compiled text."""

    name: str
    package: Package
    parts: Mapping[str, Template]
    root: bytes
    """The start tag and end of document.xml around its body."""

    def render(self, part: str, context: Mapping[str, Any]) -> str:
        """A filled part as text, of the main one its body; escaped, but not parsed yet.

        Raises TemplateError for unknown names and forbidden expressions.
        """
        try:
            return self.parts[part].render(context)
        except (UndefinedError, SecurityError) as error:
            raise TemplateError(f"版式模板有误：{error.message}", _HINT, self.name) from error
        except JinjaError as error:
            raise TemplateError(f"版式模板填不了：{error}", _HINT, self.name) from error


def load(face: Face) -> Compiled:
    """The compiled template of a face as shipped; compiled once."""
    return compile_template(_shipped(face), f"templates/docx/{face}.docx")


@cache
def _shipped(face: Face) -> bytes:
    return (resources.files("reporter.templates.docx") / f"{face}.docx").read_bytes()


@lru_cache(maxsize=_CACHED_TEMPLATES)
def compile_template(data: bytes, name: str) -> Compiled:
    """Patch and compile; raises TemplateError when the tags do not fit together."""
    package, sandbox = Package.read(data), environment()
    programs = json.loads(kept(data, _makers(), partial(_programs, sandbox, package, name)))
    scope = sandbox.make_globals(None)
    parts = {
        part: Template.from_code(sandbox, compile(program, "<template>", "exec"), scope)
        for part, program in programs.items()
    }
    return Compiled(name, package, parts, _without_body(package.tree(MAIN), name)[0])


@cache
def _makers() -> tuple[str, ...]:
    """The code behind a program; docxtpl is only looked for, it takes longer to load than a document to make."""
    patcher = find_spec("docxtpl")
    return (__file__, jinja2.compiler.__file__, str(patcher.origin) if patcher else "")


def _programs(sandbox: Sandbox, package: Package, name: str) -> str:
    """Part → what Jinja2 makes of it."""
    return json.dumps(
        {part: _program(sandbox, source, name) for part, source in sources(package, name).items()}
    )


def sources(package: Package, name: str) -> dict[str, str]:
    """The parts with tags as text for the template engine, as docxtpl patches it; of the text only its body."""
    from docxtpl import DocxTemplate  # noqa: PLC0415 - see `_makers`

    patcher = DocxTemplate(name)  # opens nothing until it renders; only its patching is used
    found: dict[str, str] = {}
    for part in sorted(package.members):
        if not _may_hold_tags(part):
            continue
        tree = package.tree(part)
        source = _without_body(tree, name)[1] if part == MAIN else tree
        text = etree.tostring(source, encoding="unicode")
        if part == MAIN or "{" in text:
            found[part] = patcher.patch_xml(text)
    return found


def _without_body(tree: etree._Element, name: str) -> tuple[bytes, etree._Element]:
    body = tree.find(qn("w:body"))
    if body is None:
        raise TemplateError("版式模板没有正文", "请从 templates/docx 另取一份", name)
    tree.remove(body)
    return etree.tostring(tree), body


def _may_hold_tags(part: str) -> bool:
    return part == MAIN or part.startswith(("word/header", "word/footer"))


def _program(sandbox: Sandbox, source: str, name: str) -> str:
    try:
        return sandbox.compile(source, raw=True)
    except TemplateSyntaxError as error:
        raise TemplateError(f"版式模板的标记不配对：{error.message}", _HINT, name) from error
