"""Strokes: what pages draw is found in whatever streams it stands, in every file anew."""

import pikepdf
import pytest

from briefpress.strokes import strokes_of

BOX = b"q\n1 0 0 rg\n10 10 50 20 re\nf\nQ"
RULE = b"q\n0 0 1 RG\n2 w\n10 80 m\n60 80 l\nS\nQ"


def drawn(*streams: bytes, palette: str = "") -> tuple[tuple[str, tuple[str, ...], float], ...]:
    """The kind, the inks and the right edge of each stroke of a page with these streams."""
    with pikepdf.new() as file:
        page = file.add_blank_page(page_size=(100, 100))
        page.obj.Contents = pikepdf.Array([file.make_stream(data) for data in streams])
        if palette:
            space = pikepdf.Object.parse(f"[/Indexed /DeviceRGB 0 <{palette}>]".encode())
            page.obj.Resources = pikepdf.Dictionary(ColorSpace=pikepdf.Dictionary(BC=space))
        return tuple((stroke.kind, stroke.inks, stroke.right) for stroke in strokes_of(page))


@pytest.mark.parametrize("at", [at for at, sign in enumerate(BOX.decode()) if sign.isspace()])
def test_a_page_may_break_off_anywhere_between_two_words(at: int) -> None:
    assert drawn(BOX[:at], BOX[at:]) == drawn(BOX) != ()


def test_streams_are_drawn_one_after_another() -> None:
    assert drawn(BOX, RULE) == drawn(BOX) + drawn(RULE)
    assert drawn(RULE, BOX) != drawn(BOX, RULE)


def test_a_stream_that_two_files_share_is_in_the_colours_of_each() -> None:
    shared = b"q\n/BC cs\n0 sc\n10 10 50 20 re\nf\nQ"
    assert drawn(shared, palette="0f4c5c")[0][1] == ("#0f4c5c",)
    assert drawn(shared, palette="9a031e")[0][1] == ("#9a031e",)


def test_a_stream_that_is_another_by_one_sign_is_read_anew() -> None:
    assert drawn(BOX.replace(b"50", b"51")) != drawn(BOX)
    assert drawn(BOX.replace(b"1 0 0 rg", b"1 1 0 rg")) != drawn(BOX)
