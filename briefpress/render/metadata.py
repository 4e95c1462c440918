"""What a PDF says of itself: that it follows PDF/UA-1 and PDF/A-2a, in one packet of metadata."""

from html import escape
from typing import Any

import pydyf

PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
{described}
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
"""PDF/A is older than PDF/UA and has its name explained (ISO 19005-2, 6.6.2.3.3)."""


def describe(document: Any, pdf: pydyf.PDF) -> None:  # noqa: ANN401 - the engine has no types
    """Put our packet in the place of the engine's, which knows one standard at a time.

    It is not compressed, so that any tool finds it.
    What it says of title, author and dates is what the engine has read from the document's head.
    """
    text = PACKET.format(described="\n".join(_described(document.metadata, pdf)))
    packet = pydyf.Stream([text.encode()], {"Type": "/Metadata", "Subtype": "/XML"})
    packet.number = int(pdf.catalog["Metadata"].split()[0])
    pdf.objects[packet.number] = packet


def _described(metadata: Any, pdf: pydyf.PDF) -> list[str]:  # noqa: ANN401
    found = {
        "dc:title": _list("Alt", metadata.title),
        "dc:creator": _list("Seq", *metadata.authors),
        "dc:description": _list("Alt", metadata.description),
        "dc:language": _list("Bag", metadata.lang),
        "xmp:CreateDate": escape(metadata.created or ""),
        "xmp:ModifyDate": escape(metadata.modified or ""),
        "pdf:Producer": escape(pdf.info["Producer"].string),
    }
    return [f"<{name}>{value}</{name}>" for name, value in found.items() if value]


def _list(kind: str, *texts: str | None) -> str:
    """A list of the packet's language; in one of alternatives, each says its own language."""
    language = ' xml:lang="x-default"' if kind == "Alt" else ""
    rows = "".join(f"<rdf:li{language}>{escape(text)}</rdf:li>" for text in texts if text)
    return f"<rdf:{kind}>{rows}</rdf:{kind}>" if rows else ""
