"""A comparison as one HTML file: figures first, then the text inline and side by side. No network, no need of scripts.

The page shows what two drafts say and nothing of where they lie. Script and style are named by their hashes in the
page's policy, so that nothing else can ever run in it.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from reporter import __version__
from reporter.diff.model import Comparison
from reporter.diff.pageview import view

_PAGE, _STYLES, _SCRIPT = "diff.html", "diff.css", "diff.js"


def render(comparison: Comparison) -> bytes:
    """The page in UTF-8, the same bytes for the same comparison."""
    styles, script = _source(_STYLES), _source(_SCRIPT)
    policy = (
        f"default-src 'none'; style-src {_hash(styles)}; script-src {_hash(script)}; base-uri 'none'; "
        "form-action 'none'"
    )
    text = (
        _environment()
        .get_template(_PAGE)
        .render(
            page=view(comparison),
            # These two are files of ours, not data.
            styles=Markup(styles),
            script=Markup(script),
            policy=policy,
            generator=f"reporter diff {__version__}",
        )
    )
    return f"{text.strip()}\n".encode()


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode('ascii')}'"


@cache
def _folder() -> Path:
    return Path(str(files("reporter.templates"))) / "html"


@cache
def _source(name: str) -> str:
    return (_folder() / name).read_text(encoding="utf-8").strip()


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(str(_folder())),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
