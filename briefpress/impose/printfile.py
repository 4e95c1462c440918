"""A print shop's file: a finished PDF in inks, with boxes, marks and output intent (PDF/X-4)."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

import pikepdf

from briefpress.impose.drawing import Line, Pen, operators
from briefpress.impose.inks import Cmyk, Inks
from briefpress.impose.outlines import outline
from briefpress.impose.paint import paint
from briefpress.impose.plan import MARK_GAP, MARK_LENGTH
from briefpress.model.printing import PrintProfile
from briefpress.units import mm_to_pt

SLUG = MARK_GAP + MARK_LENGTH + 1.0
"""mm of paper beyond the bleed, for marks."""
REGISTRATION = Pen(plates=True)
_LOCAL = ("/StructTreeRoot", "/MarkInfo", "/Outlines", "/Names", "/Dests", "/PageMode")
"""What screens need; links and tags have no place on paper (ISO 15930-7, 6.7: no annotations)."""
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<xmp:CreateDate>{day}T00:00:00Z</xmp:CreateDate><xmp:ModifyDate>{day}T00:00:00Z</xmp:ModifyDate>
<xmp:MetadataDate>{day}T00:00:00Z</xmp:MetadataDate><xmp:CreatorTool>briefpress</xmp:CreatorTool>
<xmpMM:DocumentID>uuid:{identity}</xmpMM:DocumentID><xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdf:Trapped>False</pdf:Trapped><pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


@dataclass(frozen=True)
class PrintOrder:
    """What a file is printed by: the shop's profile, its ICC profile, the brand's own inks."""

    profile: PrintProfile
    icc: bytes
    given: Mapping[tuple[int, int, int], Cmyk]
    title: str
    day: str
    """The day of issue, as 2026-11-24."""


def to_print(finished: bytes, order: PrintOrder) -> bytes:
    """The file for the shop. The finished PDF has its trim boxes, and colour up to the bleed.

    Raises:
        PaintFaultError: a colour is given in a way that we do not know.
        OutlineFaultError: text is set in a way that is not outlined.
    """
    pdf = pikepdf.open(BytesIO(finished))
    _strip(pdf)
    paint(pdf, Inks(order.icc, order.profile.ink_limit, order.given))
    if order.profile.outlines:
        outline(pdf)
    for page in pdf.pages:
        _box(pdf, page, order.profile)
    _intend(pdf, order)
    _describe(pdf, order, hashlib.sha256(finished).hexdigest())
    out = BytesIO()
    pdf.save(
        out,
        deterministic_id=True,
        force_version="1.6",
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )
    return out.getvalue()


def _strip(pdf: pikepdf.Pdf) -> None:
    """Take away what only screens need."""
    for key in _LOCAL:
        if key in pdf.Root:
            del pdf.Root[key]
    for page in pdf.pages:
        for key in ("/Annots", "/Tabs", "/StructParents"):
            if key in page:
                del page[key]


def _box(pdf: pikepdf.Pdf, page: Any, profile: PrintProfile) -> None:  # noqa: ANN401
    """Trim and bleed box; round them the slug with crop marks (ISO 32000-1, 14.11.2)."""
    left, bottom, right, top = (float(value) for value in page.TrimBox)
    bleed = mm_to_pt(profile.bleed)
    slug = bleed + (mm_to_pt(SLUG) if profile.marks else 0.0)
    page.TrimBox = pikepdf.Array([left, bottom, right, top])
    page.BleedBox = _grown(page.TrimBox, bleed)
    page.MediaBox = _grown(page.TrimBox, slug)
    for key in ("/CropBox", "/ArtBox"):
        if key in page:
            del page[key]
    if profile.marks:
        _add_registration(pdf, page)
        marks = _marks(right - left, top - bottom, profile.bleed)
        head = f"q 1 0 0 1 {left:.4f} {bottom:.4f} cm".encode()
        page.contents_add(pdf.make_stream(b"q"), prepend=True)
        page.contents_add(pdf.make_stream(b"Q\n" + head + b"\n" + marks + b"\nQ"))


def _add_registration(pdf: pikepdf.Pdf, page: Any) -> None:  # noqa: ANN401
    """The colour of every plate (ISO 32000-1, 8.6.6.4), as black where there is one."""
    tint = pdf.make_stream(b"{dup dup dup}")
    tint.FunctionType = 4
    tint.Domain = pikepdf.Array([0, 1])
    tint.Range = pikepdf.Array([0, 1] * 4)
    space = pikepdf.Array(
        [pikepdf.Name.Separation, pikepdf.Name.All, pikepdf.Name.DeviceCMYK, tint]
    )
    if "/ColorSpace" not in page.Resources:
        page.Resources["/ColorSpace"] = pikepdf.Dictionary()
    page.Resources.ColorSpace["/Registration"] = space


def _grown(box: Any, edge: float) -> Any:  # noqa: ANN401
    left, bottom, right, top = (float(value) for value in box)
    return pikepdf.Array([left - edge, bottom - edge, right + edge, top + edge])


def _marks(width: float, height: float, bleed: float) -> bytes:
    """Two marks at each corner of a page of so many points, outside the bleed (mm)."""
    wide, high = width / mm_to_pt(1), height / mm_to_pt(1)
    near, far = bleed + MARK_GAP, bleed + MARK_GAP + MARK_LENGTH
    lines = []
    for x in (0.0, wide):
        lines += [Line(x, -far, x, -near), Line(x, high + near, x, high + far)]
    for y in (0.0, high):
        lines += [Line(-far, y, -near, y), Line(wide + near, y, wide + far, y)]
    return operators(lines, high, REGISTRATION)


def _intend(pdf: pikepdf.Pdf, order: PrintOrder) -> None:
    """The condition that the inks are meant for (ISO 15930-7, 6.2.2)."""
    profile = pdf.make_stream(order.icc)
    profile.N = 4
    profile.Alternate = pikepdf.Name.DeviceCMYK
    intent = pikepdf.Dictionary(
        Type=pikepdf.Name.OutputIntent,
        S=pikepdf.Name.GTS_PDFX,
        OutputConditionIdentifier=order.profile.condition,
        RegistryName="http://www.color.org",
        Info=order.profile.condition,
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = pikepdf.Array([intent])


def _describe(pdf: pikepdf.Pdf, order: PrintOrder, digest: str) -> None:
    """Title, dates and identity, the same for the same file."""
    identity = "-".join((digest[:8], digest[8:12], digest[12:16], digest[16:20], digest[20:32]))
    packet = _XMP.format(title=escape(order.title), day=order.day, identity=identity)
    pdf.Root.Metadata = pdf.make_stream(packet.encode())
    pdf.Root.Metadata.Type = pikepdf.Name.Metadata
    pdf.Root.Metadata.Subtype = pikepdf.Name.XML
    for key in list(pdf.docinfo.keys()):
        del pdf.docinfo[key]
    day = f"D:{order.day.replace('-', '')}000000Z"
    pdf.docinfo["/Title"] = order.title
    pdf.docinfo["/CreationDate"] = day
    pdf.docinfo["/ModDate"] = day
    pdf.docinfo["/Creator"] = "briefpress"
    pdf.docinfo["/Trapped"] = pikepdf.Name("/False")
