"""One invented board: everything that its brand.yaml says, drawn from its number."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from briefpress.packs.answers import year_after
from briefpress.packs.specimen.colours import Scheme, scheme_of
from briefpress.packs.specimen.contacts import Board, contacts_of
from briefpress.packs.specimen.dice import Dice
from briefpress.packs.specimen.phrases import (
    BUREAUX,
    CARD_NOTES,
    ESCALATION,
    NOTES,
    PARTNERS,
    STRAPLINES,
    THRESHOLDS,
)

BODIES = ("Partnership", "Board", "Trust", "Arrangements")
NOTE_LENGTHS = (90, 180, 260, 330)
"""Characters of a local note at most; paper prints the addresses of its links as well."""
ROUND = 15
"""Every so many boards, one has a version that waits, and one a version that is in force."""


@dataclass(frozen=True)
class Invented:
    """A board with its colours, and the day of issue of the publication."""

    board: Board
    scheme: Scheme
    issued: date

    @property
    def partners(self) -> tuple[tuple[str, str], ...]:
        """The role and the name of each: one, or two, up to eight."""
        count = 1 + self.board.number % len(PARTNERS)
        areas = self.board.named.areas
        return tuple(
            (role, name.format(areas[n % len(areas)]))
            for n, (role, name) in enumerate(PARTNERS[:count])
        )


def invented(board: Board, issued: date) -> Invented:
    """The board of this number."""
    return Invented(board, scheme_of(board.number), issued)


def pack_of(found: Invented) -> Mapping[str, Any]:
    """What its brand.yaml says."""
    board, named = found.board, found.board.named
    return {
        "extends": "_series",
        "demonstration": "yes",
        "meta": {"name": {"full": named.full, "short": named.short}, "link": board.site},
        "logo": _logo(named.full),
        "color": found.scheme.data(),
        "organisation": _organisation(board),
        "contacts": contacts_of(board),
        "partners": tuple(_partner(n, *each) for n, each in enumerate(found.partners)),
        "links": _links(board),
        "document": _document(found),
        "local": tuple(_notes(board)),
        **_versions(found),
    }


def _logo(name: str) -> Mapping[str, Any]:
    return {
        "images": {
            "mark": {"path": "logo.svg", "alt": name},
            "reversed": {"path": "logo-reversed.svg", "alt": name},
        },
        "medium": {"light": "mark", "dark": "reversed"},
    }


def _organisation(board: Board) -> Mapping[str, Any]:
    dice = Dice("organisation", board.number)
    last = board.named.full.split()[-1]
    body = last if last in BODIES else dice.pick(BODIES)
    strapline = dice.pick(STRAPLINES) if dice.below(2) else ""
    return {"body": body, "areas": board.named.areas, "strapline": strapline}


def _partner(number: int, role: str, name: str) -> Mapping[str, Any]:
    logo = {"path": f"partners/{number + 1}.svg", "alt": name}
    return {"name": name, "role": role, "logo": logo}


def _links(board: Board) -> Mapping[str, Any]:
    dice = Dice("links", board.number)
    labels = {
        "procedures": f"Procedures of {board.named.short}",
        "thresholds": dice.pick(THRESHOLDS),
        "escalation": dice.pick(ESCALATION),
        "training": "Training and events",
    }
    return {
        key: {"label": label, "url": f"{board.site}/{key}"}
        for key, label in labels.items()
        if key != "training" or dice.below(2)
    }


def _document(found: Invented) -> Mapping[str, Any]:
    """Issued in the weeks after the publication, and reviewed a year later."""
    dice = Dice("document", found.board.number)
    issued = found.issued + timedelta(days=dice.below(20))
    return {
        "owner": dice.pick(BUREAUX),
        "issue": f"{1 + dice.below(3)}.{dice.below(10)}",
        "issued": issued.isoformat(),
        "review_by": year_after(issued).isoformat(),
    }


def _notes(board: Board) -> list[Mapping[str, Any]]:
    """A note for the last page, of one of several lengths; for most a line for the card."""
    dice = Dice("notes", board.number)
    limit = NOTE_LENGTHS[board.number % len(NOTE_LENGTHS)]
    area = board.named.areas[0]
    text = ""
    for sentence in dice.mixed(NOTES):
        longer = f"{text} {sentence.format(link=board.site, area=area)}".strip()
        text = longer if len(longer) <= limit else text
    note = {"place": "imprint", "title": f"In {area}", "text": text}
    some = {"audiences": board.audiences[:2]} if board.number % 11 == 6 else {}  # noqa: PLR2004
    fitting = CARD_NOTES if len(board.named.areas) > 1 else CARD_NOTES[:-1]
    card = {"place": "card", "text": dice.pick(fitting)}
    return [{**note, **some}, *([card] if dice.below(4) else [])]


def _versions(found: Invented) -> Mapping[str, Any]:
    """A new name that waits for its day, or one that is in force."""
    turn = found.board.number % ROUND
    area = found.board.named.areas[0]
    new = {"full": f"{area} Safeguarding Children Alliance", "short": f"{area} Alliance"}
    if turn == 1:
        day = found.issued + timedelta(days=200)
    elif turn == ROUND - 1:
        day = found.issued - timedelta(days=30)
    else:
        return {}
    return {"versions": ({"valid_from": day.isoformat(), "meta": {"name": new}},)}
