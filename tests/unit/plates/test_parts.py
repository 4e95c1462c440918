"""The parts of plates: colours by number, objects with new numbers, blocks, the look at a file."""

import re
import zlib
from io import BytesIO

import pikepdf
import pytest

from briefpress.palette import palette_of
from briefpress.plates.colours import MARKS, is_marked, lookup, recoloured
from briefpress.plates.objects import block, packed, references, renumbered
from briefpress.plates.selfcheck import faults_of
from briefpress.plates.source import Source, UnfitError
from tests.nation import library
from tests.unit.plates.support import BOARD, Parts
from tests.unit.render.support import proof

RED, GREEN, BLUE = (int(MARKS.text[at : at + 2], 16) / 255 for at in (1, 3, 5))
TEXT = f"{RED:.6f} {GREEN:.6f} {BLUE:.6f}".encode()


def test_the_colour_of_a_token_becomes_its_number() -> None:
    stream = b"q\n%b rg\n%b RG\n0.1 0.2 0.3 rg\nf\nQ" % (TEXT, TEXT)
    assert recoloured(stream) == b"q\n/BC cs 2 sc\n/BC CS 2 SC\n0.1 0.2 0.3 rg\nf\nQ"


def test_a_gradient_in_the_colour_of_a_token_is_seen() -> None:
    assert is_marked(b"<< /C0 [ %b ] /C1 [ 1 1 1 ] >>" % TEXT)
    assert not is_marked(b"<< /C0 [ 0 0 0 ] /C1 [ 1 1 1 ] >>")


def test_a_palette_has_a_row_for_each_token() -> None:
    palette = palette_of(library().brands[BOARD].data)
    assert lookup(palette).startswith(b"[/Indexed /DeviceRGB 10 <" + palette.primary[1:].encode())


def test_references_are_renumbered_and_strings_are_left_alone() -> None:
    data = rb"<< /A 12 0 R /B (see \(3 0 R\) or 4 0 R) /C [ 5 0 R <35> ] >>"
    assert list(references(data)) == [12, 5]
    told = renumbered(data, lambda number: number + 100)
    assert told == rb"<< /A 112 0 R /B (see \(3 0 R\) or 4 0 R) /C [ 105 0 R <35> ] >>"


def test_data_that_end_in_a_carriage_return_do_not_run_into_the_line_end() -> None:
    ends = next(
        data
        for data in (b"x%d" % number for number in range(5000))
        if zlib.compress(data, 6).endswith(b"\r")
    )
    assert packed(ends).endswith(b"\r\r\nendstream")


def test_small_objects_are_packed_and_streams_stand_alone() -> None:
    made = block({5: b"<</A 1>>", 6: packed(b"data"), 7: b"[1 2]"}, 9)
    assert made.rows[5] == (2, 9, 0)
    assert made.rows[7] == (2, 9, 1)
    for number in (6, 9):
        assert made.data.startswith(b"%d 0 obj\n" % number, made.rows[number][1])


def test_a_file_without_structure_is_unfit() -> None:
    out = BytesIO()
    with pikepdf.open(BytesIO(proof("<p>Text</p>").pdf)) as pdf:
        del pdf.Root.StructTreeRoot
        pdf.save(out)
    with pytest.raises(UnfitError, match="no structure"):
        Source(out.getvalue())


def test_a_file_as_it_was_put_together_has_no_fault(parts: Parts, pdf: bytes) -> None:
    assert list(faults_of(pdf, *parts)) == []


def test_a_byte_of_a_part_that_changed_is_told(parts: Parts, pdf: bytes) -> None:
    for at in (100, len(parts[0].block.data) + 100):
        flipped = pdf[:at] + bytes((pdf[at] ^ 1,)) + pdf[at + 1 :]
        assert "what was proved" in " ".join(faults_of(flipped, *parts))


def test_an_object_that_moved_is_told(parts: Parts, pdf: bytes) -> None:
    name = re.compile(rb"\n4 0 obj\n<</")
    (match,) = name.finditer(pdf)
    moved = pdf[: match.start()] + b"\n 4 0 obj<</" + pdf[match.end() :]
    assert list(faults_of(moved, *parts)) == ["object 4 is not where the table has it"]


def test_a_reference_to_nothing_is_told(parts: Parts, pdf: bytes) -> None:
    lost = pdf.replace(b"/ColorSpace 3 0 R", b"/ColorSpace 9 9 R".replace(b"9 9", b"19 0"), 1)
    told = list(faults_of(lost, *parts))
    assert any("refers to 19, which is not there" in one for one in told)


def test_a_file_that_was_cut_off_is_told(parts: Parts, pdf: bytes) -> None:
    assert list(faults_of(pdf[:-20], *parts)) == ["the file has no table of objects"]
