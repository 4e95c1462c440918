"""Pocket cards of the specimen: every size says the same, and what it cannot hold it refuses."""

import re
from dataclasses import replace

import pypdfium2
import pytest

from briefpress.made import Made, Manner
from briefpress.model.edition import Edition
from briefpress.press import Press
from briefpress.units import mm_to_pt
from tests.pages.support import library, squeezed

SIZES = tuple(library().layouts["pocket"].data.sizes)


def made(size: str, audience: str = "hosts") -> Made:
    own = library().layouts["pocket"].data.own_size
    edition = Edition("wexbridge", audience, "pocket", size="" if size == own else size)
    return Press(library(), Manner()).make(edition)


@pytest.mark.parametrize("size", SIZES)
def test_two_sides_of_the_size_with_messages_and_numbers(size: str) -> None:
    card = made(size)
    assert card.diagnostics == ()
    document = pypdfium2.PdfDocument(card.files[card.edition.path])
    assert len(document) == 2
    trim = library().sizes[size].trim
    width, height = (side / mm_to_pt(1) for side in document[0].get_size())
    assert (round(width, 1), round(height, 1)) == (trim.width, trim.height)
    front, back = (squeezed(page.get_textpage().get_text_bounded()) for page in document)
    assert "Greet at once" in front
    assert "Somebody is hurt" in back
    assert "999" in back
    assert "01632 960 101" in back
    assert "Mon–Thu 9.30am–5pm, Sat 8am–noon" in back.replace("– ", "–")


@pytest.mark.parametrize("size", ["lanyard-86", "lanyard-a7"])
def test_nothing_is_printed_where_the_clip_goes(size: str) -> None:
    card = made(size)
    opening = library().sizes[size].opening
    assert opening is not None
    document = pypdfium2.PdfDocument(card.files[card.edition.path])
    for page in document:
        text = page.get_textpage()
        top = page.get_height()
        heights = [top - text.get_charbox(n)[3] for n in range(text.count_chars())]
        assert min(h for h in heights if h > 0) / mm_to_pt(1) >= opening.clear


def test_what_does_not_fit_names_the_size_that_would() -> None:
    """The small card of the specimen with long hours: the next larger size holds them."""
    full = library()
    brand = full.brands["wexbridge"]
    contacts = tuple(
        c.model_copy(update={"hours_note": "Nights, weekends and bank holidays. " * 4})
        for c in brand.data.contacts
    )
    longer = replace(brand, data=brand.data.model_copy(update={"contacts": contacts}))
    changed = replace(full, brands={**full.brands, "wexbridge": longer})
    edition = Edition("wexbridge", "hosts", "pocket", size="pouch-86")
    card = Press(changed, Manner()).make(edition)
    (unfit,) = (d for d in card.diagnostics if d.code == "COPYFIT")
    assert re.search(r"; it fits on [a-z0-9-]+: --size [a-z0-9-]+$", unfit.hint)
    size = unfit.hint.partition("--size ")[2]
    larger = Press(changed, Manner()).make(replace(edition, size="" if size == "cr80" else size))
    assert not any(d.code == "COPYFIT" for d in larger.diagnostics)
