"""Help pages in Chinese, wrapped by the width that hanzi really take."""

from __future__ import annotations

from collections.abc import Iterable

import click

from reporter.cli.console import columns

_CLOSING = "，。；：、！？）》”"
_METAVARS = {"TEXT": "文字", "INTEGER": "数"}


def wrapped(text: str, width: int) -> list[str]:
    """Lines of at most `width` console columns: never inside a word, no mark at a line's start."""
    lines, line = [], ""
    for piece in _pieces(text):
        if line and columns(line + piece) > width and piece not in _CLOSING:
            lines.append(line.rstrip())
            line = ""
        line += piece if line or piece != " " else ""
    return [*lines, line.rstrip()] if line.strip() else lines


def _pieces(text: str) -> list[str]:
    """Words of half-width characters, everything else one by one."""
    pieces: list[str] = []
    for char in text:
        word = char.isascii() and not char.isspace()
        if word and pieces and pieces[-1].isascii() and not pieces[-1].isspace():
            pieces[-1] += char
        else:
            pieces.append(" " if char.isspace() else char)
    return pieces


class ChineseFormatter(click.HelpFormatter):
    """Usage, paragraphs and lists of definitions by console columns instead of characters."""

    def write_heading(self, heading: str) -> None:
        self.write(f"{' ' * self.current_indent}{heading}：\n")

    def write_text(self, text: str) -> None:
        indent = " " * self.current_indent
        for paragraph in text.replace("\b\n", "").split("\n"):
            for line in wrapped(paragraph, self.width - self.current_indent) or [""]:
                self.write(f"{indent}{line}\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        rows = list(rows)
        wide = min(max((columns(term) for term, _ in rows), default=0), col_max) + col_spacing
        indent = " " * self.current_indent
        for term, text in rows:
            lines = wrapped(text, max(self.width - self.current_indent - wide, 20)) or [""]
            if columns(term) > wide - col_spacing:
                self.write(f"{indent}{term}\n")
            else:
                gap = " " * (wide - columns(term))
                self.write(f"{indent}{term}{gap}{lines.pop(0)}".rstrip() + "\n")
            for line in lines:
                self.write(f"{indent}{' ' * wide}{line}\n")


class ChineseContext(click.Context):
    """Contexts write help with our formatter."""

    formatter_class = ChineseFormatter


class ChineseHelp(click.Command):
    """What click says itself, in Chinese; mixed in before a click class."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "显示这份说明"
        return option

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return ["[选项]" if piece == "[OPTIONS]" else piece for piece in super().collect_usage_pieces(ctx)]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write(f"用法：{ctx.command_path} {' '.join(self.collect_usage_pieces(ctx))}\n")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = (parameter for parameter in self.get_params(ctx) if isinstance(parameter, click.Option))
        records = (option.get_help_record(ctx) for option in options)
        rows = [(_chinese(record[0]), record[1]) for record in records if record is not None]
        if rows:
            with formatter.section("选项"):
                formatter.write_dl(rows)
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Examples, a line each, as they are typed."""
        if self.epilog:
            with formatter.section("例"):
                for line in self.epilog.split("\n"):
                    formatter.write(f"{' ' * formatter.current_indent}{line}\n")

    def short_help_of(self, ctx: click.Context, name: str) -> str | None:
        """One line about a command of a group, None for one that there is not."""
        assert isinstance(self, click.Group)
        command = self.get_command(ctx, name)
        return None if command is None else command.short_help or ""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands with their first lines."""
        assert isinstance(self, click.Group)
        found = ((name, self.short_help_of(ctx, name)) for name in self.list_commands(ctx))
        rows = [(name, text) for name, text in found if text is not None]
        with formatter.section("命令"):
            formatter.write_dl(rows)
        formatter.write("\n")
        formatter.write_text("每个命令的详细说明：reporter 命令 --help")


def _chinese(term: str) -> str:
    words = term.split(" ")
    return " ".join(_METAVARS.get(word, word) for word in words)
