"""Operators: a path that is taken out as a piece is the path that a reader of PDFs draws."""

import pytest

from briefpress import operators
from briefpress.operators import Path, Step, steps_of

PATH = b"1 2 m\n3 4 l\n5 6 7 8 9.5 -0.25 c\n1 2 3 4 v\n5 6 7 8 y\nh\n10 10 50 20 re\n0. -7 l\n"


def path_of(steps: tuple[Step, ...]) -> Path:
    """All pieces of path, as one."""
    pieces = [step.path for step in steps if step.path]
    points = tuple(point for piece in pieces for point in piece.points)
    return Path(b"".join(piece.verbs for piece in pieces), points)


def test_a_path_of_many_lines_is_one_piece_with_all_its_points() -> None:
    (begun, piece, ended) = steps_of(b"q\n" + PATH + b"f")
    assert (begun.name, ended.name) == ("q", "f")
    assert piece.path
    assert piece.path.verbs == b"mlcvyhrel"
    assert piece.path.points[:2] == [(1.0, 2.0), (3.0, 4.0)]
    assert piece.path.points[4] == (9.5, -0.25)
    assert piece.path.points[-5:] == [(10, 10), (60, 10), (60, 30), (10, 30), (0, -7)]


@pytest.mark.parametrize("end", [b" ", b"\r", b"\n\n"])
def test_it_is_the_same_path_however_its_lines_end(end: bytes) -> None:
    whole = steps_of(b"q\n" + PATH + b"S\n")
    other = steps_of(b"q\n" + PATH.replace(b"\n", end) + b"S\n")
    assert path_of(other) == Path(b"mlcvyhrel", tuple(path_of(whole).points))
    assert [s.name for s in other if s.name] == ["q", "S"]


@pytest.mark.parametrize(
    "data",
    [
        b"BT\n(a\n" + PATH + b") Tj\nET",
        b"BI /W 1 /H 1 /BPC 8 /CS /G ID\n" + PATH + b"\nEI",
    ],
)
def test_text_and_pictures_that_look_like_a_path_are_none(data: bytes) -> None:
    assert path_of(steps_of(data)) == Path(b"", ())


def test_text_that_looks_like_a_path_does_not_hide_one() -> None:
    found = path_of(steps_of(b"(a\n1 1 m\n) Tj\n" + PATH + b"f\n"))
    assert found == Path(b"mlcvyhrel", tuple(path_of(steps_of(PATH)).points))


def test_nobody_can_put_a_path_where_there_is_none() -> None:
    stand_in = operators._STAND_IN.encode()
    assert path_of(steps_of(b"(a\n1 1 m\n) Tj\n" + stand_in + b"\nf\n")) == Path(b"", ())


def test_numbers_of_the_line_before_belong_to_the_operator() -> None:
    steps = steps_of(b"10 10\n50 20 re\nf\n")
    assert path_of(steps).points == ((10, 10), (60, 10), (60, 30), (10, 30))
    assert path_of(steps_of(b"1\n2 3 m\nf\n")).points == ((1.0, 2.0),)


def test_names_and_numbers_before_other_operators_are_kept() -> None:
    assert steps_of(b"/BC cs\n2 sc\n/X1 Do") == (
        Step("cs", ("/BC",)),
        Step("sc", (2.0,)),
        Step("Do", ("/X1",)),
    )
