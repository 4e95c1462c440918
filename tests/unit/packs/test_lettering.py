"""Lettering: outlines as wide as the font says, kerned, and only of letters that it has."""

import re

from tests.unit.packs.support import NUMBER, lettering


def test_the_width_of_a_line_is_that_of_its_letters() -> None:
    bold = lettering()
    assert bold.width("HH", 100) == 2 * bold.width("H", 100)
    assert bold.width("HH", 50) == bold.width("H", 100)
    assert bold.width("", 100) == 0


def test_pairs_stand_as_near_as_the_font_wants_them() -> None:
    bold = lettering()
    assert bold.width("AV", 100) < bold.width("A", 100) + bold.width("V", 100)


def test_a_line_stands_where_it_is_put() -> None:
    bold = lettering()
    here, there = bold.line("H", 100, 0, 100), bold.line("H", 100, 1000, 100)
    assert here != there
    points = [float(n) for n in NUMBER.findall(here)]
    assert max(points) <= 100
    # Capitals are 66.8 of 100 high, so that the top of H is at 33.2.
    assert "33.2" in here


def test_a_line_is_nothing_but_path_data() -> None:
    assert re.fullmatch(r"[MLHVQCZ0-9., -]+", lettering().line("Ŵyth & Môn’s", 40, 0, 40))


def test_what_the_font_lacks_cannot_be_set() -> None:
    bold = lettering()
    assert bold.can_set("Ŷ ynys – “x”")
    assert not bold.can_set("安全")
    assert not bold.can_set("Ness 🙂")
