"""Double-click entries of a workspace: check, build, open the results. Batch files for Windows, scripts for Linux.

Results go to `outputs/<workspace>/` beside the workspace, because the entries work in the folder above it.
"""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path

# No goto: cmd looks for labels by byte and loses its place in files with Chinese. pushd also enters network folders.
_BAT = """@echo off
chcp 65001 >nul
for %%I in ("%~dp0.") do set "WS=%%~nxI"
pushd "%~dp0.."
{action}
popd
echo.
pause
"""
_RUN_BAT = """set "REPORTER=reporter"
where reporter >nul 2>nul || if exist "{program}" set "REPORTER={program}"
"%REPORTER%" {command} "%WS%"
if errorlevel 9009 echo 没有找到 reporter 命令，请先按说明安装。"""
_SH = """#!/bin/sh
here=$(cd -- "$(dirname -- "$0")" && pwd)
name=$(basename -- "$here")
cd -- "$here/.." || exit 2
reporter=reporter
command -v reporter >/dev/null 2>&1 || reporter={program}
if ! command -v "$reporter" >/dev/null 2>&1; then
  echo "没有找到 reporter 命令，请先按说明安装。"
  exit 2
fi
{action}
code=$?
if [ -t 0 ]; then printf '按回车键关闭'; read -r _; fi
exit $code
"""
_OPEN_BAT = (
    'if exist "outputs\\%WS%\\结果.html" (start "" "outputs\\%WS%\\结果.html") else '
    '(if exist "outputs\\%WS%" (start "" "outputs\\%WS%") else (echo 还没有结果，请先双击“生成文件”。))'
)
_OPEN_SH = """if [ -f "outputs/$name/结果.html" ]; then
  xdg-open "outputs/$name/结果.html" || echo "请用浏览器打开：outputs/$name/结果.html"
elif [ -d "outputs/$name" ]; then xdg-open "outputs/$name"
else echo "还没有结果，请先运行“生成文件”。"; fi"""
_ACTIONS = {
    "检查数据": (_RUN_BAT.replace("{command}", "validate"), '"$reporter" validate "$name"'),
    "生成文件": (_RUN_BAT.replace("{command}", "build"), '"$reporter" build "$name"'),
    "打开结果": (_OPEN_BAT, _OPEN_SH),
}


def entry_files() -> dict[str, bytes]:
    """File name → content; batch files with CRLF, everything encodable in GBK as well.

    They call `reporter` from the search path, else the program that made the workspace: a clerk knows no PATH.
    """
    program = str(Path(sys.executable).with_name("reporter.exe" if os.name == "nt" else "reporter"))
    entries: dict[str, bytes] = {}
    for name, (windows, linux) in _ACTIONS.items():
        entries[f"{name}.bat"] = (
            _BAT.replace("{action}", windows)
            .replace("{program}", program.replace("%", "%%"))
            .replace("\n", "\r\n")
            .encode()
        )
        entries[f"{name}.sh"] = _SH.format(action=linux, program=shlex.quote(program)).encode()
    return entries
