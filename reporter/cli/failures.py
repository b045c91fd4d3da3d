"""How a command ends when it does not end well: one Chinese message and the exit code of design section 5."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import sys
from typing import Any

import click

from reporter import __version__
from reporter.cli.console import say, show_json
from reporter.errors import ReporterError
from reporter.patterns import regex
from reporter.text import did_you_mean

ERROR_SCHEMA = "reporter/error-1"
LOOK, NOT_DONE, OUR_FAULT, STOPPED = 1, 2, 3, 130
"""Done but something to look at; nothing done; our fault; stopped by the user. 0 is done and clean."""

_REFUSED = {
    errno.ENOSPC: "磁盘空间不足，请清理后再试",
    errno.EROFS: "这个磁盘是只读的，请用 --out 指定另一个文件夹",
    errno.EACCES: "检查文件夹权限；文件在 Excel、Word 或 WPS 中打开的，先关闭",
    errno.EPERM: "检查文件夹权限，或用 --out 指定另一个文件夹",
    errno.ENAMETOOLONG: "路径过长，请换一个路径较短的文件夹",
    errno.ENOTDIR: "这个位置上已有同名的文件，请换一个文件夹",
    errno.EEXIST: "这个位置上已有同名的文件，请移走它或换一个文件夹",
    errno.EISDIR: "这个位置上已有同名的文件夹，请移走它或换一个文件夹",
    errno.EDQUOT: "磁盘配额已用完，请清理后再试",
    errno.EIO: "磁盘读写出错，请检查磁盘或网络盘",
}
"""What the machine refuses is not our fault: error number → what to do."""


def ended(error: BaseException, *, debug: bool, as_json: bool) -> int:
    """Says what happened and returns the exit code; SystemExit keeps its own."""
    match error:
        case SystemExit() if isinstance(error.__context__, BrokenPipeError):
            return _reader_gone()
        case SystemExit():
            return error.code if isinstance(error.code, int) else int(error.code is not None)
        case click.exceptions.Exit():
            return error.exit_code
        case KeyboardInterrupt() | click.exceptions.Abort():
            say("已停止。")
            return STOPPED
        case BrokenPipeError():
            return _reader_gone()
        case click.exceptions.NoArgsIsHelpError():
            say(error.format_message())
            return NOT_DONE
        case click.ClickException():
            return _told(ReporterError(*_usage(error)), NOT_DONE, as_json)
        case ReporterError() if error.exit_code != OUR_FAULT:
            return _told(error, error.exit_code, as_json, debug=debug)
        case OSError() if error.errno in _REFUSED:
            refused = ReporterError("读写文件失败", _REFUSED[error.errno], str(error.filename or ""))
            return _told(refused, NOT_DONE, as_json, debug=debug)
    return _ours(error, debug=debug, as_json=as_json)


def _told(error: ReporterError, code: int, as_json: bool, *, debug: bool = False) -> int:
    """For people; for programs, too, and of several errors as a list in the one object."""
    if debug:  # technical details of what is being handled
        import traceback

        say(traceback.format_exc())
    say(str(error))
    if as_json:
        data = {"exit_code": code, **_data(error)}
        if len(error.parts) > 1:
            data["errors"] = [_data(part) for part in error.parts]
        with contextlib.suppress(OSError):  # where the output itself cannot be written, the words must do
            show_json(ERROR_SCHEMA, data)
            sys.stdout.flush()
    return code


def _data(error: ReporterError) -> dict[str, Any]:
    return {"message": error.message, "hint": error.hint, "where": error.where}


def _ours(error: BaseException, *, debug: bool, as_json: bool) -> int:
    """A short message; the traceback only when asked for."""
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    place = f"{os.path.basename(frames[-1].filename)}:{frames[-1].lineno}" if frames else ""  # noqa: PTH119
    detail = f"{type(error).__name__}（{place}）：{error}".splitlines()[0]
    message = "程序内部出错，不是您的操作或数据有误"
    hint = "请把使用的命令和下面一行告诉维护人员；在命令后加 --debug 重新运行，可以得到技术细节"
    if debug:
        say("".join(traceback.format_exception(error)))
    say(f"{message}。\n  怎么办：{hint}\n  reporter {__version__} {detail}")
    if as_json:
        data = {"exit_code": OUR_FAULT, "message": message, "hint": hint, "where": "", "detail": detail}
        show_json(ERROR_SCHEMA, data)
    return OUR_FAULT


def _reader_gone() -> int:
    """Whoever read our output (`| head`) has seen enough; Python must not complain again at exit."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _usage(error: click.ClickException) -> tuple[str, str, str]:
    """click's own complaints in Chinese: message, hint, where."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    hint = f"用法见 {context.command_path} --help" if context else ""
    match error:
        case click.exceptions.NoSuchOption():
            known = [
                name for parameter in (context.command.params if context else []) for name in parameter.opts
            ]
            near = did_you_mean(error.option_name, [name for name in known if name.startswith("--")])
            return f"没有“{error.option_name}”这个选项", f"{near}{hint}", ""
        case click.exceptions.MissingParameter():
            return f"缺少参数 {_parameter(error)}", hint, ""
        case click.exceptions.BadParameter():
            return f"参数 {_parameter(error)} 不对：{_refused(error.message)}", hint, ""
        case click.exceptions.BadOptionUsage():
            return f"选项 {error.option_name} 后面缺少内容，或不该有内容", hint, ""
        case click.exceptions.BadArgumentUsage():
            return "参数个数不对", hint, ""
    return _translated(error.message), hint, ""


def _translated(message: str) -> str:
    found = {"Got unexpected extra argument": "多了参数", "Missing command": "缺少命令"}
    for english, chinese in found.items():
        if message.startswith(english):
            return f"{chinese} {message.partition('(')[2].rstrip(')')}".strip()
    return message


_CLICK = (
    (regex(r"(.+) is not one of (.+)\."), "没有{0}，只能写 {1}"),
    (regex(r"(.+) is not in the range (?:x)?(.+?)\.?"), "{0}不在范围内（{1}）"),
    (regex(r"(.+) is not a valid (?:integer|float)(?: range)?\."), "{0}不是数字"),
    (regex(r"(?:File|Directory|Path) (.+) does not exist\."), "没有{0}这个文件"),
    (regex(r"(?:File|Directory|Path) (.+) is a directory\."), "{0}是文件夹，这里要写文件"),
    (regex(r"(?:File|Directory|Path) (.+) is a file\."), "{0}是文件，这里要写文件夹"),
    (regex(r"(?:File|Directory|Path) (.+) is not (?:read|writ)able\."), "{0}没有权限读写"),
)
"""What click says of a value, and the same in Chinese."""


def _refused(message: str) -> str:
    """click's complaint about a value; our own complaints are Chinese already."""
    for pattern, chinese in _CLICK:
        if found := pattern.fullmatch(message):
            return chinese.format(*(re.sub(r"'([^']*)'", r"“\1”", part) for part in found.groups()))
    return message


def _parameter(error: click.exceptions.BadParameter) -> str:
    if error.param is None:
        return ""
    if isinstance(error.param, click.Option):
        return "/".join(error.param.opts)
    return error.param.make_metavar(error.ctx) if error.ctx else error.param.human_readable_name
