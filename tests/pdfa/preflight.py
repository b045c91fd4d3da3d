"""Our files under a validator of others: Apache PDFBox Preflight, which knows PDF/A-1b.

    python -m tests.pdfa.preflight FILE.pdf …     (`make pdfa`; exit code 1 when a file is refused)

Part 1 words a few things otherwise than part 2, which our files follow. Those, and nothing else, are translated in a
copy: bare CFF programs with a CIDSet instead of OpenType ones, no streams of objects, XMP unpacked and identified as
1b, namespaces declared where that reader looks for them. Whatever else it refuses would be refused in part 2 as well.
"""

from __future__ import annotations

import io
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pikepdf
from fontTools.ttLib import TTFont
from pikepdf import Dictionary, Name, Pdf

_JARS = [
    Path("/usr/share/java", f"{name}.jar")
    for name in ("preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "jaxb-api", "javax.activation")
]  # fmt: skip
_MAIN = "org.apache.pdfbox.preflight.Validator_A1b"
_NAMESPACES = re.compile(r"<rdf:RDF ([^>]*)>")


def refused(data: bytes) -> str:
    """What the validator says against the file; empty for a sound one. Raises OSError without Java."""
    with tempfile.TemporaryDirectory(prefix="reporter-preflight-") as folder:
        path = Path(folder, "file.pdf")
        path.write_bytes(_as_part_one(data))
        command = ["java", "-cp", ":".join(map(str, _JARS)), _MAIN, str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    return "" if "is a valid PDF/A-1b file" in done.stdout else (done.stdout + done.stderr).strip()


def _as_part_one(data: bytes) -> bytes:
    out = io.BytesIO()
    with Pdf.open(io.BytesIO(data)) as file:
        for one in file.objects:
            if isinstance(one, Dictionary) and one.get("/Subtype") == "/CIDFontType0":
                _bare(file, one.FontDescriptor)
        text = _identified(file.Root.Metadata.read_bytes().decode())
        file.Root.Metadata = file.make_stream(text.encode(), Type=Name.Metadata, Subtype=Name.XML)
        file.save(
            out,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            force_version="1.4",
            fix_metadata_version=False,
            deterministic_id=True,
        )
    return out.getvalue()


def _bare(file: Pdf, descriptor: Dictionary) -> None:
    """The outlines alone, with the list of all their glyphs."""
    font = TTFont(io.BytesIO(descriptor.FontFile3.read_bytes()))
    descriptor.FontFile3 = file.make_stream(font.getTableData("CFF "), Subtype=Name.CIDFontType0C)
    whole, rest = divmod(font["maxp"].numGlyphs, 8)
    descriptor.CIDSet = file.make_stream(b"\xff" * whole + (bytes([0xFF00 >> rest & 0xFF]) if rest else b""))


def _identified(text: str) -> str:
    found = _NAMESPACES.search(text)
    declared = " ".join(one for one in found[1].split() if not one.startswith("xmlns:rdf")) if found else ""
    text = text.replace('part="2"', 'part="1"').replace('conformance="U"', 'conformance="B"')
    return text.replace("<rdf:Description ", f"<rdf:Description {declared} ")


def main(paths: list[str]) -> int:
    """Looks at every file; says which are refused and why."""
    lacking = [str(jar) for jar in _JARS if not jar.exists()]
    if lacking:
        print(f"missing: {', '.join(lacking)} (make pdfa installs them)", file=sys.stderr)  # noqa: T201
        return 2
    faults = {path: refused(Path(path).read_bytes()) for path in paths}
    for path, fault in faults.items():
        print(f"{path}: {fault or 'valid'}")  # noqa: T201
    return int(any(faults.values()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
