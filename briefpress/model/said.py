"""What a publication says, item by item, as the manifest keeps it for those who compare builds."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from briefpress.model.claims import Claim, ClaimKind
from briefpress.model.facts import Fact, filled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefpress.model.fields import Pages
    from briefpress.model.library import Library
    from briefpress.model.manifest import Texts
    from briefpress.model.messages import Message

MESSAGES, FACTS, CONTACTS = "messages", "facts", "contacts"


def texts_of(library: Library) -> Texts:
    """The messages and facts of a publication; an empty field is left out."""
    return {
        MESSAGES: {m.id: _message(m, library) for m in library.messages},
        FACTS: {name: _fact(fact) for name, fact in library.facts.items()},
    }


def contacts_of(claims: Iterable[Claim]) -> Texts:
    """The contacts that a document prints, each part by its name: `front_door 1`, `phone 1`."""
    found: dict[str, dict[str, str]] = {}
    for claim in claims:
        if claim.kind is ClaimKind.CONTACT:
            kind, number, part = claim.id.split(" ", 2)
            found.setdefault(f"{kind} {number}", {})[part] = claim.text
    return {CONTACTS: found}


def name_of(texts: Texts) -> str:
    """A short name that is another for other texts."""
    data = json.dumps(texts, sort_keys=True, ensure_ascii=False).encode()
    return hashlib.sha256(data).hexdigest()[:12]


def _message(message: Message, library: Library) -> dict[str, str]:
    card = message.card
    told = {
        "text": message.text,
        "command": card.command if card else "",
        "line": card.line if card else "",
        "pages": _pages(message.pages),
    }
    return {name: filled(text, library.facts) for name, text in told.items() if text}


def _fact(fact: Fact) -> dict[str, str]:
    told = {"value": str(fact.value), "unit": fact.unit, "text": fact.text}
    told |= {f"form {name}": text for name, text in fact.forms.items()}
    told |= {"pages": _pages(fact.page)}
    return {name: text for name, text in told.items() if text}


def _pages(runs: Iterable[Pages]) -> str:
    return ", ".join(str(run) for run in runs)
