"""Lists: items with their labels, terms with their meanings, and the list of contents."""

from xml.etree.ElementTree import Element

from briefpress.render.tagging import roles
from briefpress.render.tagging.elements import plain
from briefpress.render.tagging.nodes import Node
from briefpress.render.tagging.tree import Grower, Place, dress

BULLET = "•"
"""What a label without letters stands for: readers know this sign, and say it briefly."""


def whole(grower: Grower, element: Element, place: Place) -> None:
    """A list, or the list of contents."""
    grower.part(place.node)
    node = place.node.home("L").hold("TOC" if grower.in_contents else "L")
    dress(node, element, grower)
    grower.fill(element, Place(node))
    if node.role == "L" and element.tag != "dl" and _has_labels(node):
        style = grower.shown(element).style
        kind = roles.numbering(element, style and style["list_style_type"])
        node.attributes["List"] = {"ListNumbering": f"/{kind}"}
    node.prune()
    grower.part(place.node)


def item(grower: Grower, element: Element, place: Place) -> None:
    """One item: its label, then its body."""
    grower.part(place.node)
    owner = _list_of(place)
    entry = owner.hold("TOCI" if owner.role == "TOC" else "LI")
    dress(entry, element, grower)
    _mark(grower, element, entry)
    if owner.role == "TOC":
        grower.own(element, entry)
    else:
        body = entry.hold("LBody")
        grower.own(element, body)
        body.prune()
    entry.prune()
    grower.part(place.node)


def label(grower: Grower, element: Element, place: Place) -> None:
    """A term, or what a template says is the label of an item."""
    body = place.node
    if element.tag == "dt":
        owner = _list_of(place)
        last = owner.kids[-1] if owner.kids else None
        is_open = isinstance(last, Node) and not _has_body(last)
        entry = last if is_open and isinstance(last, Node) else owner.hold("LI")
        node = entry.hold("Lbl")
    elif body.role == "LBody":
        node = body.hold_before("Lbl")
    else:
        plain(grower, element, place)
        return
    grower.part(place.node)
    dress(node, element, grower)
    grower.fill(element, Place(node))
    grower.speech.stop()
    node.prune()


def meaning(grower: Grower, element: Element, place: Place) -> None:
    """What a term means."""
    grower.part(place.node)
    owner = _list_of(place)
    last = owner.kids[-1] if owner.kids else None
    entry = last if isinstance(last, Node) else owner.hold("LI")
    node = entry.hold("LBody")
    dress(node, element, grower)
    grower.own(element, node)
    node.prune()
    grower.part(place.node)


def _list_of(place: Place) -> Node:
    """The list that an item stands in, or one for an item that stands in none."""
    node = place.node
    return node if node.role in ("L", "TOC") else node.home("L").hold("L")


def _mark(grower: Grower, element: Element, entry: Node) -> None:
    """The label that styles make."""
    marker = grower.shown(element).part("marker")
    if not marker:
        return
    node = entry.hold("Lbl")
    for run in marker:
        node.kids.append(run)
        has_letters = any(character.isalnum() for character in run.text)
        grower.speech.say(run, instead="" if has_letters else BULLET)
    grower.speech.stop()


def _has_labels(node: Node) -> bool:
    return any(kid.role == "Lbl" for entry in node.below() for kid in entry.below())


def _has_body(entry: Node) -> bool:
    return any(kid.role == "LBody" for kid in entry.below())
