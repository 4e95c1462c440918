"""A plate of a card and the shells of one board, and the file that they make."""

import pytest

from briefpress.palette import palette_of
from briefpress.plates.assemble import assemble
from briefpress.plates.cut import cut
from briefpress.plates.making import ground_of, make_plate, make_shell
from tests.nation import composed, library, render
from tests.unit.plates.support import BOARD, Parts


@pytest.fixture(scope="session")
def parts() -> Parts:
    document = composed(BOARD, "card")
    plate = make_plate(*ground_of(library(), document.edition), render).plate
    whole = cut(document.html)
    shells = [
        make_shell(document, whole, place, plate.shape, render).shell
        for place in range(len(whole.frames))
    ]
    return plate, shells


@pytest.fixture(scope="session")
def pdf(parts: Parts) -> bytes:
    return assemble(*parts, palette_of(library().brands[BOARD].data))
