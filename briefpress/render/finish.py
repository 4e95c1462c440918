"""The last touches of a PDF before it is written: metadata, colours, pictures as they are."""

from typing import Any

import pydyf

from briefpress.render.file import file_of
from briefpress.render.library import SRGB
from briefpress.render.metadata import describe


def finish(document: Any, pdf: pydyf.PDF) -> None:  # noqa: ANN401 - the engine has no types
    """Finish what the engine is about to write; nothing is drawn after this."""
    describe(document, pdf)
    _give_colours_a_meaning(pdf)
    for item in pdf.objects:
        if isinstance(item, pydyf.Stream) and "Interpolate" in item.extra:
            item.extra["Interpolate"] = "false"  # ISO 19005-2, 6.2.8.
    pdf.write = lambda output, *_: output.write(file_of(pdf))


def _give_colours_a_meaning(pdf: pydyf.PDF) -> None:
    """Say that colours are those of sRGB (ISO 19005-2, 6.2.3)."""
    profile = pydyf.Stream([SRGB.read_bytes()], {"N": 3}, compress=True)
    pdf.add_object(profile)
    intent = {
        "Type": "/OutputIntent",
        "S": "/GTS_PDFA1",
        "OutputConditionIdentifier": pydyf.String("sRGB"),
        "Info": pydyf.String("sRGB IEC61966-2.1"),
        "DestOutputProfile": profile.reference,
    }
    pdf.catalog["OutputIntents"] = pydyf.Array([pydyf.Dictionary(intent)])
