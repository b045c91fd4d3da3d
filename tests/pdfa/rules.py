"""What ISO 19005-2:2011 (PDF/A-2, conformance level U) asks of the structures that our files have, clause by clause.

Every rule that our files could break is looked at, on the finished bytes; what they never have (forms, scripts, layers)
must not be there at all.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from tests.pdfa.glyphs import Font, Shown, shown_in

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_ID = "{http://www.aiim.org/pdfa/ns/id/}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_PRODUCER = "{http://ns.adobe.com/pdf/1.3/}Producer"
_SCHEMAS = ("http://purl.org/dc/elements/1.1/", "http://ns.adobe.com/pdf/1.3/", "http://ns.adobe.com/xap/1.0/",
            "http://www.aiim.org/pdfa/ns/id/")  # fmt: skip
_NO_ACTIONS = ("/JavaScript", "/Launch", "/Named", "/GoToR", "/GoToE", "/SubmitForm", "/ResetForm", "/ImportData",
               "/Sound", "/Movie", "/Hide", "/SetOCGState", "/Rendition", "/Trans", "/GoTo3DView")  # fmt: skip
_NOT_AT_ALL = {"/AA": "6.5.2", "/AcroForm": "6.4.1", "/OCProperties": "6.9", "/Requirements": "6.11",
               "/Perms": "6.1.12", "/AF": "6.8"}  # fmt: skip
_NAMES = {"/JavaScript": "6.5.1", "/EmbeddedFiles": "6.8", "/AlternatePresentations": "6.10"}
_STREAM_KEYS = ("/F", "/FFilter", "/FDecodeParms")
_STATE_KEYS = ("/TR", "/TR2", "/HTP", "/HTO")
_IMAGE_KEYS = ("/Alternates", "/OPI")
_DEVICES = ("/DeviceRGB", "/DeviceGray", "/Lab", "/ICCBased", "/Pattern", "/CalRGB", "/CalGray")
"""Colours that an RGB output intent covers (6.2.4.3), or that need none."""
_PRINT, _MUST_BE_OFF = 4, 1 | 2 | 32 | 256
"""Flags of an annotation: Print; Invisible, Hidden, NoView, ToggleNoView."""


def faults(data: bytes) -> list[str]:
    """`clause: what is wrong`, each once; an empty list is what a file must give."""
    found = list(_bytes(data))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for part in (_objects, _catalog, _intent, _metadata, _pages):
            found += part(pdf)
        shown = shown_in(pdf)
    return list(dict.fromkeys([*found, *_fonts(shown)]))


def _bytes(data: bytes) -> Iterator[str]:
    head = data[:64].split(b"\n")
    if not re.fullmatch(rb"%PDF-1\.[0-7]\r?", head[0]):
        yield "6.1.2: the file does not begin with %PDF-1.n"
    comment = head[1].rstrip(b"\r")
    if not comment.startswith(b"%") or sum(byte > 127 for byte in comment[1:5]) < 4:
        yield "6.1.2: no comment of four bytes above 127 in the second line"
    if not re.search(rb"%%EOF(?:\r\n|\r|\n)?\Z", data):
        yield "6.1.3: something follows the end of the file"


def _objects(pdf: pikepdf.Pdf) -> Iterator[str]:
    if len(pdf.trailer.get("/ID", ())) != 2:
        yield "6.1.3: no ID in the trailer"
    if "/Encrypt" in pdf.trailer or pdf.is_encrypted:
        yield "6.1.3: encrypted"
    for one in pdf.objects:
        yield from _object(one)


def _object(one: Any) -> Iterator[str]:
    if isinstance(one, Stream):
        yield from (f"6.1.7.1: a stream has {key}" for key in _STREAM_KEYS if key in one)
        filters = one.get("/Filter", Array())
        named = [filters] if isinstance(filters, Name) else list(filters)
        yield from (f"6.1.7.2: {name}" for name in named if name in ("/LZWDecode", "/Crypt"))
        if one.get("/Subtype") == "/Image":
            yield from (f"6.2.8: an image has {key}" for key in _IMAGE_KEYS if key in one)
            if one.get("/Interpolate"):
                yield "6.2.8: an image is interpolated"
        if one.get("/Subtype") == "/PS" or "/PS" in one or "/Ref" in one:
            yield "6.2.9: a PostScript or reference XObject"
    for value in (one, *_values(one)):
        if isinstance(value, Dictionary) and (value.get("/S") in _NO_ACTIONS or "/JS" in value):
            yield f"6.5.1: an action {value.get('/S')}"
        if isinstance(value, pikepdf.String) and len(bytes(value)) > 32767:
            yield "6.1.13: a string of more than 32767 bytes"
        if isinstance(value, Name) and len(str(value).encode()) > 128:
            yield "6.1.13: a name of more than 127 bytes"


def _values(one: Any) -> Iterator[Any]:
    """Direct values of an object, however deep, without following references."""
    inner = [value for _, value in one.items()] if isinstance(one, Dictionary | Stream) else ()
    for value in one if isinstance(one, Array) else inner:
        yield value
        if isinstance(value, Dictionary | Array) and not value.is_indirect:
            yield from _values(value)


def _catalog(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root
    yield from (f"{clause}: the catalog has {key}" for key, clause in _NOT_AT_ALL.items() if key in root)
    names = root.get("/Names", Dictionary())
    yield from (f"{clause}: the names have {key}" for key, clause in _NAMES.items() if key in names)
    if not root.get("/MarkInfo", Dictionary()).get("/Marked") or "/StructTreeRoot" not in root:
        yield "6.7.2 (of level A, which we keep): not tagged"
    if "/Lang" not in root:
        yield "6.7.4 (of level A, which we keep): no language"


def _intent(pdf: pikepdf.Pdf) -> Iterator[str]:
    intents = [one for one in pdf.Root.get("/OutputIntents", ()) if one.get("/S") == "/GTS_PDFA1"]
    if len(intents) != 1 or "/DestOutputProfile" not in intents[0]:
        yield "6.2.3: not one PDF/A output intent with a profile"
        return
    profile = intents[0].DestOutputProfile
    data = profile.read_bytes()
    if int.from_bytes(data[:4]) != len(data) or data[36:40] != b"acsp" or data[8] >= 5:
        yield "6.2.3: the profile is no ICC profile of version 4 or less"
    if data[12:16] not in (b"mntr", b"prtr") or data[16:20] != b"RGB " or profile.get("/N") != 3:
        yield "6.2.3: the profile is none of an RGB output device"


def _metadata(pdf: pikepdf.Pdf) -> Iterator[str]:
    stream = pdf.Root.get("/Metadata")
    if stream is None or (stream.get("/Type"), stream.get("/Subtype")) != ("/Metadata", "/XML"):
        yield "6.6.2.1: no metadata stream"
        return
    text = stream.read_bytes().decode("utf-8")
    packet = re.match(r"<\?xpacket ([^?]*)\?>", text)
    if not packet or "bytes=" in packet[1] or "encoding=" in packet[1]:
        yield "6.6.2.1: the packet header is missing, or says bytes or encoding"
    told = dict(_properties(ElementTree.fromstring(re.sub(r"<\?xpacket[^?]*\?>", "", text).strip())))
    foreign = [name for name in told if name.partition("}")[0].lstrip("{") not in _SCHEMAS]
    yield from (f"6.6.2.3: {name} is of no schema that the standard knows" for name in foreign)
    if (told.get(f"{_ID}part"), told.get(f"{_ID}conformance")) != ("2", "U"):
        yield "6.6.4: not identified as PDF/A-2u"
    info = {"Title": told.get(_TITLE), "Producer": told.get(_PRODUCER)}
    for key, said in info.items():
        if said is None or str(pdf.docinfo.get(f"/{key}", "")) != said:
            yield f"6.1.5: {key} of Info and of XMP are not the same"


def _properties(root: ElementTree.Element) -> Iterator[tuple[str, str]]:
    """Name → text, of attributes and of elements; of a language alternative its default."""
    for description in root.iter(f"{_RDF}Description"):
        yield from ((key, value) for key, value in description.attrib.items() if key != f"{_RDF}about")
        for element in description:
            yield element.tag, "".join(element.itertext()).strip()


def _pages(pdf: pikepdf.Pdf) -> Iterator[str]:
    for number, page in enumerate(pdf.pages, 1):
        own = page.obj
        if "/Resources" not in own:
            yield f"6.2.2: page {number} has no resources of its own"
        if any(not 3 <= float(side) <= 14400 for side in list(page.mediabox)[2:]):
            yield f"6.1.13: page {number} is too small or too large"
        if "/AA" in own or "/PresSteps" in own:
            yield f"6.5.2, 6.10: page {number} acts by itself"
        if own.get("/Group", Dictionary()).get("/CS", Name.DeviceRGB) == "/DeviceCMYK":
            yield f"6.2.10: page {number} blends in a colour space that the output intent does not cover"
        yield from (f"{fault} (page {number})" for fault in _resources(own.get("/Resources", Dictionary())))
        yield from (
            f"{fault} (page {number})" for note in own.get("/Annots", ()) for fault in _annotation(note)
        )


def _resources(resources: Any) -> Iterator[str]:
    for state in resources.get("/ExtGState", {}).values():
        yield from (f"6.2.5: a graphics state has {key}" for key in _STATE_KEYS if key in state)
        if state.get("/BM", "/Normal") not in ("/Normal", "/Compatible", "/Multiply"):
            yield "6.2.10: a blend mode that no standard names"
    for space in resources.get("/ColorSpace", {}).values():
        kind = space if isinstance(space, Name) else space[0]
        if kind not in _DEVICES:
            yield f"6.2.4: a colour space {kind}"
    for inner in resources.get("/XObject", {}).values():
        yield from _resources(inner.get("/Resources", Dictionary()))


def _annotation(note: Any) -> Iterator[str]:
    if note.get("/Subtype") != "/Link":
        yield f"6.3.1: an annotation {note.get('/Subtype')}"
    flags = int(note.get("/F", 0))
    if not flags & _PRINT or flags & _MUST_BE_OFF:
        yield "6.3.2: an annotation that is not printed, or hidden"
    if "/AA" in note:
        yield "6.5.2: an annotation with further actions"


def _fonts(shown: Shown) -> Iterator[str]:
    yield from shown.faults
    for font in shown.fonts:
        yield from (f"{fault} ({font.name})" for fault in (*_font(font), *_glyphs(font)))


def _font(font: Font) -> Iterator[str]:
    if font.kind not in ("/CIDFontType0", "/CIDFontType2"):
        yield f"6.2.11.2: a font {font.kind}"
    if font.kind == "/CIDFontType2" and not font.mapped:
        yield "6.2.11.3.2: no CIDToGIDMap"
    if font.encoding not in ("/Identity-H", "/Identity-V"):
        yield f"6.2.11.3.3, 6.2.11.8: a character map {font.encoding}, for characters that the font lacks"
    if font.glyphs is None:
        yield "6.2.11.4.1: not embedded"
    if not re.match(r"/[A-Z]{6}\+", font.name):
        yield "6.2.11.4.2: a subset without a tag"
    if font.listed is not None and not font.used <= font.listed:
        yield "6.2.11.4.2: CIDSet leaves out glyphs"


def _glyphs(font: Font) -> Iterator[str]:
    for glyph in sorted(font.used):
        if glyph == 0:
            yield "6.2.11.8: .notdef is shown"
        elif font.glyphs is not None and glyph >= font.glyphs.count:
            yield f"6.2.11.4.1: glyph {glyph} is not in the file"
        elif font.glyphs is not None:
            said = font.widths.get(glyph, font.default)
            if any(abs(width - said) > 1 for width in font.glyphs.widths(glyph)):
                yield f"6.2.11.5: the width of glyph {glyph} is not that of the font file"
        if not font.unicode.get(glyph) or set(font.unicode[glyph]) & set("\0\ufeff\ufffe"):
            yield f"6.2.11.7.2: glyph {glyph} has no Unicode value"
