"""Every edition of the specimen: sound, complete, and with nothing of another audience in it."""

import pytest

from briefpress.check import check
from briefpress.compose import compose
from briefpress.compose.blocks import Makers
from briefpress.compose.notation import Register
from briefpress.compose.prose import Prose
from briefpress.model.contacts import dialled
from briefpress.model.messages import Message
from briefpress.render import Engine
from briefpress.selection import select
from tests.pages.support import Rendered, editions, library, plain, rendered

ALL = editions()
LONG_ENOUGH = 25
"""Characters of a line that cannot stand in another text by chance."""


@pytest.fixture(params=ALL, ids=[edition.id for edition in ALL])
def made(request: pytest.FixtureRequest) -> Rendered:
    found: Rendered = rendered(request.param)
    return found


def written(message: Message, made: Rendered) -> str:
    """The text of a message as it is printed, up to its page reference."""
    register = Register(library().facts, made.manuscript.audience)
    prose = Prose(Makers(register, str, str))
    return plain(prose.inline(message.text)).rstrip(".")


def test_it_passes_every_rule(made: Rendered) -> None:
    assert check(made.proof).diagnostics == ()


def test_the_file_is_the_document_that_was_proved(made: Rendered) -> None:
    with made.open() as pdf:
        assert len(pdf.pages) == len(made.proof.pages)
        for page, seen in zip(pdf.pages, made.proof.pages, strict=True):
            width, height = (float(v) * 25.4 / 72 for v in page.mediabox[2:])
            assert (width, height) == pytest.approx((seen.width, seen.height), abs=0.05)


def test_it_says_what_it_is(made: Rendered) -> None:
    manuscript = made.manuscript
    with made.open() as pdf:
        info = pdf.docinfo
        assert str(info["/Title"]) == made.proof.document.title
        assert str(info["/Author"]) == manuscript.brand.data.name
        assert str(info["/CreationDate"]) == f"D:{manuscript.publication.issued:%Y%m%d}"
        assert str(info["/ModDate"]) == f"D:{manuscript.brand.data.document.issued:%Y%m%d}"
        assert str(pdf.Root.Lang) == manuscript.publication.language
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert pdf.Root.MarkInfo.Marked


def test_the_outline_is_the_headings_in_their_order(made: Rendered) -> None:
    assert [mark.title for mark in made.bookmarks] == made.headings()


def test_each_bookmark_leads_to_the_page_of_its_heading(made: Rendered) -> None:
    for mark in made.bookmarks:
        assert mark.title in made.texts[mark.page - 1]


def test_every_route_of_the_audience_is_printed_and_leads_somewhere(made: Rendered) -> None:
    links = set(made.links())
    for contact in made.manuscript.contacts:
        assert contact.label in made.text
        for phone in contact.phones:
            assert phone in made.text
            assert dialled(phone) in links
        if contact.email:
            assert contact.email in made.text
            assert f"mailto:{contact.email}" in links
        if contact.url:
            assert contact.url in links


def test_no_link_leads_elsewhere_than_to_web_mail_and_telephone(made: Rendered) -> None:
    assert {link.partition(":")[0] for link in made.links()} <= {"https", "mailto", "tel"}


def test_nothing_of_another_audience_is_in_it(made: Rendered) -> None:
    mine = {m.id for m in made.manuscript.messages}
    for message in library().messages:
        if message.id not in mine:
            assert written(message, made) not in made.text
    audience = made.manuscript.audience.id
    for section in library().sections:
        for line in section.lines:
            if line.audiences is not None and audience not in line.audiences:
                assert len(line.text) < LONG_ENOUGH or line.text.strip() not in made.text


def test_the_same_bytes_again_and_from_a_fresh_engine(made: Rendered) -> None:
    manuscript = select(library(), made.manuscript.edition)
    again = compose(manuscript, library())
    assert again == made.proof.document
    assert Engine().render(again).pdf == made.proof.pdf
