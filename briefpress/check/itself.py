"""Rule on what a file says of itself: its title, author, subject, language and dates."""

import re

from briefpress.check.judged import Judged, judged
from briefpress.check.opened import Opened
from briefpress.check.reading.plain import plain
from briefpress.markup import Markup, elements
from briefpress.model.checked import Fault

_DAY = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})")


def itself(opened: Opened) -> Judged:
    """What the file says of itself is what the head of the document says."""
    wanted = _head(opened.markup)
    wanted["title"] = opened.document.title
    found = _info(opened)
    faults = [
        Fault(f"{name} is {found.get(name) or 'missing'!r}, not {text!r}")
        for name, text in wanted.items()
        if found.get(name) != text
    ]
    packet = _packet(opened)
    faults += (
        Fault(f"the metadata do not say the {name} {text!r}")
        for name, text in wanted.items()
        if plain(text) not in packet
    )
    viewer = opened.file.Root.get("/ViewerPreferences")
    if viewer is None or not viewer.get("/DisplayDocTitle", False):
        faults.append(Fault("viewers show the name of the file, not the title"))
    return judged(f"{wanted['title']} ({found.get('language', '')})", faults)


def _head(markup: Markup) -> dict[str, str]:
    """What the document's head says, by the names that are used here."""
    named = {
        meta.get("name", ""): meta.get("content", "") for meta in elements(markup.root, "meta")
    }
    said = {
        "language": markup.root.get("lang", ""),
        "author": named.get("author", ""),
        "subject": named.get("description", ""),
        "created": named.get("dcterms.created", ""),
        "modified": named.get("dcterms.modified", ""),
    }
    return {name: text for name, text in said.items() if text}


def _info(opened: Opened) -> dict[str, str]:
    """What the file says in its catalogue and its information dictionary."""
    info, root = opened.file.docinfo, opened.file.Root
    keys = {"title": "/Title", "author": "/Author", "subject": "/Subject"}
    found = {name: str(info.get(key, "")) for name, key in keys.items()}
    for name, key in {"created": "/CreationDate", "modified": "/ModDate"}.items():
        match = _DAY.search(str(info.get(key, "")))
        found[name] = "-".join(match.groups()) if match else ""
    found["language"] = str(root.get("/Lang", ""))
    return found


def _packet(opened: Opened) -> str:
    return plain(" ".join(p.text for p in opened.about if p.place == "metadata"))
