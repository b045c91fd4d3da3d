"""The commands (design, section 5): the only room that prints and sets exit codes.

One command is one file in `commands/`, found by its name. `main` and the top of those files import nothing heavier
than click, so that `reporter --help` answers at once; what a command needs is imported when it runs.
"""

from reporter.cli.group import ReporterGroup

__all__ = ["main"]

main = ReporterGroup(
    name="reporter",
    help="把民政局的 Excel 台账变成公文：Word、PDF 和 Excel，每个数字都能查到来源单元格。",
    epilog="reporter new 平川县2026\nreporter validate 平川县2026\nreporter build 平川县2026",
)
