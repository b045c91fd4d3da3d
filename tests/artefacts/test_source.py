"""Files that cannot be read are told with what to do."""

import os
from pathlib import Path

import pytest

from reporter.artefacts.source import load
from reporter.errors import InputError


def test_a_folder_is_told_from_a_file_that_is_open_elsewhere(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="这里要的是文件，不是文件夹"):
        load(tmp_path)
    with pytest.raises(InputError, match="找不到文件"):
        load(tmp_path / "没有.docx")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "通知.docx")
    with pytest.raises(InputError, match="这不是普通文件"):
        load(tmp_path / "通知.docx")
