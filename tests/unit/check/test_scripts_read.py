"""Pieces of shaped scripts: told as they were written, and only where the glyphs allow it."""

from dataclasses import replace

import pytest

from briefpress.check.reading.scripts import as_written
from briefpress.check.reading.seen import Ink, Seen, SeenPage

INK = Ink(pixels=100, hidden=0.0, gap=0.0, contrast=12.0)


def seen(text: str, mcid: int = 1, **more: object) -> Seen:
    place: dict[str, object] = {"box": (10.0, 10.0, 20.0, 14.0), "size": 12.0, "font": "A"}
    values = {**place, "opacity": 1.0, "ink": INK, **more}
    return Seen(page=1, text=text, mcid=mcid, **values)  # type: ignore[arg-type]


def told(*pieces: Seen, written: str = "") -> list[Seen]:
    (page,) = as_written((SeenPage(1, 100.0, 100.0, pieces, ()),), {(1, 1): written})
    return list(page.texts)


def test_words_from_the_right_stand_in_the_order_in_which_they_were_written() -> None:
    (found,) = told(seen(":الإلكتروني البريد"), written="البريد الإلكتروني: ")
    assert found.text == "البريد الإلكتروني:"


@pytest.mark.parametrize("written", ["البريد الآن", "الإلكتروني البريد :x", "", "help"])
def test_what_is_written_is_not_believed_where_the_letters_are_others(written: str) -> None:
    piece = seen(":الإلكتروني البريد")
    assert told(piece, written=written) == [piece]


def test_latin_text_is_never_replaced_by_what_is_read_out() -> None:
    piece = seen("Ring 998", spoken="Ring 999")
    assert told(piece, written="Ring 998") == [piece]


def test_the_pieces_of_syllables_are_one_line() -> None:
    first = seen("Bশি", spoken="শিশু এখন", box=(10.0, 10.0, 14.0, 15.0))
    rest = seen("<ন", box=(14.0, 9.0, 22.0, 14.0), size=11.0, ink=replace(INK, contrast=3.0))
    (found,) = told(first, rest)
    assert (found.text, found.box, found.size) == ("শিশু এখন", (10.0, 9.0, 22.0, 15.0), 11.0)
    assert (found.ink.pixels, found.ink.contrast) == (200, 3.0)


def test_a_piece_of_a_line_that_cannot_be_seen_is_not_forgotten() -> None:
    hidden = seen("ন", ink=replace(INK, pixels=300, hidden=1.0, gap=4.0), opacity=0.0)
    (found,) = told(seen("শি", spoken="শিন"), hidden)
    assert found.ink.hidden == pytest.approx(0.75)
    assert (found.ink.gap, found.opacity) == (4.0, 0.0)


def test_other_marks_and_decoration_stay_apart() -> None:
    pieces = (seen("শি", spoken="শি"), seen("more", mcid=2), seen("শি", mcid=-1, spoken="শি"))
    assert [one.text for one in told(*pieces)] == ["শি", "more", "শি"]
    assert told(*pieces)[2] == pieces[2]
