"""Pages looked at: what is seen otherwise on any page of two files is told, with its place."""

from briefpress.plates.pixels import unlike
from tests.unit.render.support import proof

SMALL = "@page :first { size: 20.9mm 30.8mm }"
"""A picture with an odd number of pixels, before a larger one."""
LAST = '<p style="break-before: page">Night</p>'


def made(body: str = "<p>Day</p>" + LAST, css: str = SMALL) -> bytes:
    return proof(body, css).pdf


def told(other: bytes) -> list[str]:
    return list(unlike(made(), other))


def test_pages_that_look_the_same_are_not_told() -> None:
    assert told(made()) == []


def test_each_page_is_looked_at() -> None:
    found = told(made("<p>Dax</p>" + LAST.replace("Night", "Nights")))
    assert [one.partition(":")[0] for one in found] == ["page 1", "page 2"]


def test_a_page_that_shows_less_than_the_one_before_it_is_told() -> None:
    """Pages are drawn one over another: nothing of an earlier one may be seen."""
    both = "<p>Night</p>" + LAST
    assert told(made(both)) != []
    assert [one[:6] for one in unlike(made(both), made(both.replace(">Night", ">", 2)))] == [
        "page 1",
        "page 2",
    ]


def test_the_last_corner_is_looked_at() -> None:
    dot = "<div style='position: absolute; right: -10mm; bottom: -10mm; width: 1px; height: 1px;"
    found = told(made(f"<p>Day</p>{dot} background: #fefefe'></div>{LAST}"))
    assert len(found) == 1
    assert found[0].endswith("from 117, 173 to 118, 174")


def test_a_page_of_another_size_is_told() -> None:
    assert told(made(css=SMALL.replace("30.8mm", "30mm"))) == [
        "page 1 has (171, 119) pixels, not (175, 119)"
    ]


def test_another_number_of_pages_is_told() -> None:
    assert told(made("<p>Day</p>")) == ["2 pages became 1"]
