"""Templates for HTML (pages of a PDF, of a website): those of a workspace before ours, and what is wrong with one."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from traceback import extract_tb
from typing import Any

from jinja2 import BaseLoader, ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from jinja2.exceptions import TemplateError as JinjaError
from jinja2.exceptions import TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from reporter.errors import TemplateError

_CURE = "改好 templates/html 里的这个文件，或移走它，改用程序自带的"


def folder() -> Path:
    """Where ours lie, with the style sheets."""
    return Path(str(files("reporter.templates"))) / "html"


def environment(templates: Path | None, **filters: Callable[..., Any]) -> Environment:
    """Every value is escaped. Templates of a workspace run in the sandbox; ours alone need none, which is faster."""
    loaders: list[BaseLoader] = [FileSystemLoader(str(folder()))]
    if templates is not None:
        loaders.insert(0, FileSystemLoader(str(templates)))
    kind = Environment if templates is None else ImmutableSandboxedEnvironment
    made = kind(
        loader=ChoiceLoader(loaders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters |= filters
    return made


def filled(templates: Environment, name: str, what: str, **values: object) -> str:
    """The template `name` with its values. Raises TemplateError with file and line; `what` it is for people."""
    try:
        return templates.get_template(name).render(**values)
    except JinjaError as error:
        raise TemplateError(f"{what}有误：{error}", _CURE, _place(error, name)) from error


def _place(error: JinjaError, name: str) -> str:
    """File and line: what the error says, else the innermost line of a template that ran."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.name or name} 第{error.lineno}行"
    ran = [one for one in extract_tb(error.__traceback__) if one.filename.endswith(".html")]
    return f"{Path(ran[-1].filename).name} 第{ran[-1].lineno}行" if ran else name
