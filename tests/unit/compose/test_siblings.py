"""Siblings: the addresses of the other editions of the same board, as far as they are built."""

from dataclasses import replace

from briefpress.compose.siblings import Siblings
from briefpress.model.edition import Edition
from briefpress.model.layout import Format
from briefpress.model.library import Library
from tests.unit.compose.support import specimen_library

CARD = Edition("wexbridge", "hosts", "card", Format.HTML)


def library(*formats: Format) -> Library:
    publication = specimen_library().publication
    builds = publication.builds.model_copy(update={"formats": formats})
    changed = publication.model_copy(update={"builds": builds})
    return replace(specimen_library(), publication=changed)


def test_what_is_built_has_an_address_beside_the_page() -> None:
    siblings = Siblings(CARD, library(Format.SCREEN, Format.HTML, Format.TEXT))
    assert siblings.published(format="screen") == "wexbridge-hosts-card.pdf"
    assert siblings.published(format="text") == "wexbridge-hosts-card.txt"
    assert siblings.published(audience="fixers") == "wexbridge-fixers-card.html"
    assert siblings.published(layout="briefing") == "wexbridge-hosts-briefing.html"
    assert siblings.formats() == ("screen", "html", "text")
    assert siblings.layouts() == {"briefing": "Briefing", "card": "Card"}


def test_what_is_not_built_has_none() -> None:
    siblings = Siblings(CARD, library(Format.HTML))
    assert siblings.published(format="screen") == ""
    assert siblings.published(format="large-print") == ""
    assert siblings.published(audience="nobody") == ""
    assert siblings.published(layout="seven-minute") == ""
    assert siblings.published(layout="nothing") == ""
