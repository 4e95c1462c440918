"""What pages draw, read back: codes of glyphs are the same however a file writes them."""

from io import BytesIO

import pikepdf
import pytest

from briefpress.plates.drawn import Drawn, drawn_by
from tests.unit.render.support import proof


def drawn(shown: bytes) -> Drawn:
    """Of a page that shows this and nothing else."""
    with pikepdf.open(BytesIO(proof("<p>A</p>").pdf)) as pdf:
        page = pdf.pages[0]
        name = next(iter(page.Resources.Font.keys())).encode()
        page.Contents = pdf.make_stream(b"BT %b 9 Tf /P <</MCID 0>> BDC %b EMC ET" % (name, shown))
        return drawn_by(pdf)


@pytest.mark.parametrize(
    "shown",
    [b"[<41424344>] TJ", b"[(ABCD)] TJ", b"[(AB) -5 <4344>] TJ", b"[<41> 7 (BC) <44>] TJ"],
    ids=["digits", "signs", "both", "parted"],
)
def test_codes_are_read_however_they_are_written(shown: bytes) -> None:
    found = drawn(shown)
    assert {code for _, code, _ in found.glyphs} == {0x4142, 0x4344}
    assert list(found.texts.values()) == ["\N{REPLACEMENT CHARACTER}" * 2]


def test_other_codes_are_others() -> None:
    assert drawn(b"[<4142>] TJ").glyphs != drawn(b"[<4143>] TJ").glyphs


def test_what_is_shown_outside_of_marks_is_told() -> None:
    found = drawn(b"EMC [<4142>] TJ /P <</MCID 1>> BDC")
    assert len(found.loose) == 1
    assert "is neither told nor an artifact" in found.loose[0]
