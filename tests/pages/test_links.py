"""Links as readers follow them: read back from the finished PDF, and seen by a camera."""

import re
from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp

from briefpress.compose import compose
from briefpress.model.brand import Link
from briefpress.model.edition import Edition
from briefpress.selection import select
from tests.pages.support import Rendered, editions, engine, library, rendered, squeezed

SCREENS = [edition for edition in editions() if edition.format == "screen"]
COLORS = ("#4a2545", "#f7e27a")
"""A dark field and a light one."""


@pytest.fixture(params=SCREENS, ids=[edition.id for edition in SCREENS])
def made(request: pytest.FixtureRequest) -> Rendered:
    found: Rendered = rendered(request.param)
    return found


def test_every_number_can_be_dialled_and_every_address_followed(made: Rendered) -> None:
    links = set(made.links())
    for contact in made.manuscript.contacts:
        if not made.manuscript.layout.data.shows(str(contact.kind)):
            continue
        dialled = {"".join(re.findall("[0-9]+", link))[-9:] for link in links if "tel:" in link}
        for phone in contact.phones:
            assert re.sub("[^0-9]", "", phone)[-9:] in dialled
            assert phone in made.text
        if contact.email:
            assert f"mailto:{contact.email}" in links
        if contact.url:
            assert contact.url in links


def test_nothing_else_is_linked(made: Rendered) -> None:
    assert {link.partition(":")[0] for link in made.links()} <= {"tel", "mailto", "https"}


def test_every_address_that_can_be_followed_is_printed(made: Rendered) -> None:
    text = "".join(made.text.split())
    for link in set(made.links()):
        if link.startswith("https://"):
            assert link.removeprefix("https://").removesuffix("/") in text
        elif link.startswith("mailto:"):
            assert link.removeprefix("mailto:") in text


def pictured(edition: Edition, url: str, color: str, page: int) -> tuple[list[str], str, list[str]]:
    """What a camera reads on a page of an edition with this link; its text; and its links."""
    found = select(library(), edition)
    colors = found.brand.data.color.model_copy(update={"primary": color})
    links = {"referral": Link(label="Referral form", url=url)}
    data = found.brand.data.model_copy(update={"qr": "referral", "links": links, "color": colors})
    found = replace(found, brand=replace(found.brand, data=data), sections=())
    proof = engine().render(compose(found, library()))
    assert proof.log == ()
    assert all(fitted.fits for fitted in proof.fitted)
    document = pypdfium2.PdfDocument(proof.pdf)
    sheet = document[page % len(document)]
    image = sheet.render(scale=200 / 72).to_pil()
    codes = [code.text for code in zxingcpp.read_barcodes(image)]
    text = squeezed(sheet.get_textpage().get_text_bounded())
    return codes, text, list(Rendered(found, proof, (), ()).links())


def bare(text: str) -> str:
    """Without what lies between the parts of a long address: ends of lines, and hyphens at them."""
    return re.sub(r"[\s\x02\ufffe-]", "", text)


@pytest.mark.parametrize("color", COLORS)
@pytest.mark.parametrize(
    "url",
    ["https://a.example.org/refer", f"https://wexbridge.example.org/{'a-long-way/' * 4}refer"],
    ids=["short", "long"],
)
@pytest.mark.parametrize("layout", ["card", "briefing"])
def test_a_camera_reads_the_code_and_the_address_stands_beside_it(
    layout: str, url: str, color: str
) -> None:
    edition = next(e for e in SCREENS if e.layout == layout)
    codes, text, links = pictured(edition, url, color, page=1 if layout == "card" else -1)
    assert codes == [url]
    assert bare(f"Referral form: {url.removeprefix('https://')}") in bare(text)
    assert url in links
