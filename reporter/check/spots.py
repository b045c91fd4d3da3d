"""Places in a file as a finding names them: 第3段, 表1第2行第4列, 页眉."""

from __future__ import annotations

from reporter.artefacts.seen.model import Para


def spot(para: Para) -> str:
    """Of a paragraph."""
    if para.cell:
        return cell_spot(para.cell.table, para.cell.row, para.cell.column)
    return {"header": "页眉", "footer": "页脚", "note": "脚注", "box": f"第{para.number}段（文本框）"}.get(
        para.place, f"第{para.number}段"
    )


def cell_spot(table: int, row: int, column: int) -> str:
    """Of a cell; table, row and column count from 1."""
    return f"表{table}第{row}行第{column}列"
