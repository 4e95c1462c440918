"""The finished file: what it says of itself, and that every reader finds its way in it."""

import re
import zlib
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree as ET

import pikepdf
import pydyf
import pytest
from PIL import Image

from briefpress.render import Engine
from briefpress.render.file import ended, file_of, packed
from tests.unit.render.support import document, proof

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
NAMES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
}
HEAD = """<meta charset="utf-8"><title>Fire &amp; water: “all”</title>
<meta name="author" content="The <board>"><meta name="description" content="For you">
<meta name="dcterms.created" content="2026-11-02">
<meta name="dcterms.modified" content="2026-11-16">
"""


def described(pdf: bytes) -> dict[str, str]:
    """What the packet of metadata says, by name; it is found without knowing what a PDF is."""
    packet = re.search(rb"<\?xpacket begin.*<\?xpacket end=\"r\"\?>", pdf, re.DOTALL)
    assert packet
    found = ET.fromstring(packet[0])  # noqa: S314 - our own
    first = found.find(f".//{RDF}Description")
    assert first is not None
    short = {f"{{{space}}}": name for name, space in NAMES.items()}
    return {
        re.sub(r"\{.*\}", lambda m: short.get(m[0], "?") + ":", item.tag): "".join(item.itertext())
        for item in first
    }


def test_it_says_what_it_is_and_which_standards_it_follows() -> None:
    made = document("<p>x</p>")
    html = re.sub("<head>.*</head>", f"<head>{HEAD}</head>", made.html)
    found = described(Engine().render(replace(made, html=html)).pdf)
    assert found == {
        "pdfuaid:part": "1",
        "pdfaid:part": "2",
        "pdfaid:conformance": "A",
        "dc:format": "application/pdf",
        "dc:title": "Fire & water: “all”",
        "dc:creator": "The <board>",
        "dc:description": "For you",
        "dc:language": "en",
        "xmp:CreateDate": "2026-11-02",
        "xmp:ModifyDate": "2026-11-16",
        "?:Producer": found["?:Producer"],
    }
    assert found["?:Producer"].startswith("WeasyPrint")


def test_what_is_not_known_is_not_said() -> None:
    assert described(proof("<p>x</p>").pdf).keys() == {
        "pdfuaid:part",
        "pdfaid:part",
        "pdfaid:conformance",
        "dc:format",
        "dc:title",
        "dc:language",
        "?:Producer",
    }


def test_its_colours_have_a_meaning_and_it_can_be_told_from_others() -> None:
    found = [proof(f"<p>{text}</p>").pdf for text in "abb"]
    with pikepdf.open(BytesIO(found[0])) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert (str(intent.S), str(intent.Info)) == ("/GTS_PDFA1", "sRGB IEC61966-2.1")
        assert intent.DestOutputProfile.read_bytes()[36:40] == b"acsp"
    names = []
    for data in found:
        with pikepdf.open(BytesIO(data)) as pdf:
            names.append(bytes(pdf.trailer.ID[0]))
    assert names[0] != names[1] == names[2]


def test_pictures_are_not_smoothed() -> None:
    """ISO 19005-2, 6.2.8: what a reader makes up between the pixels is not what was sent."""
    out = BytesIO()
    Image.new("RGBA", (4, 4), (200, 0, 0, 90)).save(out, "PNG")
    made = proof('<p><img src="a.png" alt="red"></p>', assets={"a.png": out.getvalue()})
    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        images = [o for o in pdf.objects if isinstance(o, pikepdf.Stream) and "/Interpolate" in o]
        assert images
        assert not any(image.Interpolate for image in images)


@pytest.mark.parametrize("way", [packed, ended])
def test_a_stream_ends_where_it_says(way: Callable[[bytes, dict[str, object]], bytes]) -> None:
    """The last byte of compressed data is a sum over them, so every line end occurs."""
    ends = set()
    for number in range(600):
        content = f"{number:05} {'x' * number}".encode() + b"\r" * (number % 2)
        head, _, rest = way(content, {"Type": "/X"}).partition(b"\nstream\n")
        length = int(re.findall(rb"/Length (\d+)", head)[0])
        body, end = rest[:length], rest[length:]
        assert (zlib.decompress(body) if way is packed else body) == content
        assert end == (b"\r\nendstream" if body.endswith(b"\r") else b"\nendstream")
        ends.add(body[-1:])
    assert b"\r" in ends
    assert len(ends) > 1


def test_a_stream_may_hold_numbers_texts_and_objects() -> None:
    pdf = pydyf.PDF()
    pdf.add_object(pydyf.Stream(["/Span", pydyf.Dictionary({"MCID": 3}), b"BDC", 7]))
    assert b"\nstream\n/Span\n<</MCID 3>>\nBDC\n7\nendstream" in file_of(pdf)


def test_a_file_of_many_objects_is_read_back_whole() -> None:
    pdf = pydyf.PDF()
    for number in range(400):
        pdf.add_object(pydyf.Dictionary({"Number": number, "Text": pydyf.String("é" * number)}))
        if number % 7 == 0:
            pdf.add_object(pydyf.Stream([b"data"] * number, {"Number": number}, bool(number % 2)))
    page = {"Type": "/Page", "Parent": pdf.pages.reference, "Resources": pydyf.Dictionary()}
    pdf.add_page(pydyf.Dictionary({**page, "MediaBox": pydyf.Array([0, 0, 9, 9])}))
    pdf.info["Title"] = pydyf.String("many")
    data = file_of(pdf)
    with pikepdf.open(BytesIO(data)) as opened:
        assert opened.check_pdf_syntax() == []
        assert str(opened.docinfo["/Title"]) == "many"
        found = [o for o in opened.objects if isinstance(o, pikepdf.Dictionary) and "/Text" in o]
        assert [int(o.Number) for o in found] == list(range(400))
        assert all(len(str(o.Text)) == int(o.Number) for o in found)
        streams = [o for o in opened.objects if isinstance(o, pikepdf.Stream) and "/Number" in o]
        assert all(o.read_bytes().count(b"data") == int(o.Number) for o in streams)
    assert file_of(pdf) == data
