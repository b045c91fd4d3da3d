"""The group of all commands: found by file name, with help in Chinese, nearest names and our exit codes."""

from __future__ import annotations

import pkgutil
import sys
from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module
from typing import Any, NoReturn

import click

from reporter import __version__
from reporter.cli import commands
from reporter.cli.console import prepare, speak_chinese
from reporter.cli.helptext import ChineseContext, ChineseHelp
from reporter.cli.process import settle

DEBUG = "--debug"
_SHORT = 'short_help="'

_ELSEWHERE = {"init": "new", "create": "new", "make": "build", "generate": "build", "render": "build",
              "lint": "check", "compare": "diff", "verify": "prove", "ls": "list", "version": "doctor"}  # fmt: skip
"""What other tools call it."""


@cache
def _names() -> list[str]:
    return sorted(info.name for info in pkgutil.iter_modules(commands.__path__))


def _short_help(name: str) -> str | None:
    """What the file of a command says in one line, read without running it: a list of all commands imports none.

    None where the file cannot be read (a zipped installation) or says it in another way.
    """
    try:
        with open(f"{commands.__path__[0]}/{name}.py", encoding="utf-8") as file:  # noqa: PTH123 - pathlib is slow
            _, found, rest = file.read().partition(_SHORT)
    except OSError:
        return None
    return rest[: rest.index('"')] if found else None


class ReporterCommand(ChineseHelp, click.Command):
    """A command with Chinese help. Every command takes `--debug`, which is read in `ReporterGroup.main`."""

    context_class = ChineseContext

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.params.append(
            click.Option([DEBUG], is_flag=True, expose_value=False, help="程序出错时显示技术细节")
        )


class Subgroup(ChineseHelp, click.Group):
    """A group with Chinese help; its commands are written out in its file."""

    context_class = ChineseContext
    command_class = ReporterCommand

    def __init__(self, *args: Any, **settings: Any) -> None:
        settings["subcommand_metavar"] = "命令 [参数]…"
        super().__init__(*args, **settings)
        version = click.version_option(__version__, message="reporter %(version)s", help="显示版本号")
        version(self)
        self.params.append(
            click.Option([DEBUG], is_flag=True, expose_value=False, help="程序出错时显示技术细节")
        )

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        known = self.list_commands(ctx)
        if args and args[0] not in known and not args[0].startswith("-"):
            from reporter.text import did_you_mean

            meant = _ELSEWHERE.get(args[0].lower(), args[0])
            raise click.UsageError(f"没有“{args[0]}”这个命令。{did_you_mean(meant, known)}", ctx)
        return super().resolve_command(ctx, args)


class ReporterGroup(Subgroup):
    """`reporter COMMAND …`, each found by its file; see design section 5 for the exit codes."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return _names()

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = import_module(f"{commands.__name__}.{cmd_name}").command
        return command

    def short_help_of(self, ctx: click.Context, name: str) -> str | None:
        """One line about a command, None for one that there is not."""
        command = None if (short := _short_help(name)) else self.get_command(ctx, name)
        return short or (command.short_help or "" if command else None)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> NoReturn:
        """Runs one command and leaves with its exit code; every failure becomes a Chinese sentence."""
        if args is None:
            speak_chinese()
            settle()
        given = list(sys.argv[1:] if args is None else args)
        prepare()
        try:
            run: Callable[..., Any] = super().main
            code = run(given, prog_name or "reporter", complete_var, False, windows_expand_args, **extra)
            sys.stdout.flush()
        except BaseException as error:  # noqa: BLE001 - the last place that can turn it into a message
            from reporter.cli.failures import ended

            code = ended(error, debug=DEBUG in given, as_json="--json" in given)
        sys.exit(code if isinstance(code, int) else 0)
