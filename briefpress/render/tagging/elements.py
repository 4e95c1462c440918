"""What elements of HTML become: groups and blocks, what stands in a line, pictures, tables."""

from xml.etree.ElementTree import Element

from briefpress.render.log import complain
from briefpress.render.tagging import roles
from briefpress.render.tagging.survey import OWN
from briefpress.render.tagging.tables import cells_of, headings
from briefpress.render.tagging.tree import Grower, Place, dress, language_of


def block(grower: Grower, element: Element, place: Place) -> None:
    """A group, a paragraph, a heading, a part of a table."""
    role = roles.role_of(element)
    grower.part(place.node)
    node = place.node.home(role).hold(role)
    dress(node, element, grower)
    node.attributes |= grower.attributes.get(element, {})
    if element.tag == "nav":
        grower.in_contents = roles.is_contents(element)
    if element in grower.names:
        node.keys["ID"] = grower.names[element]
    grower.own(element, node)
    if element.tag == "nav":
        grower.in_contents = False
    if element not in grower.attributes:
        node.prune()
    grower.part(place.node)


def plain(grower: Grower, element: Element, place: Place) -> None:
    """An element without a role: what it holds goes where it stands."""
    language = language_of(element, place.node)
    if not grower.shown(element).is_block:
        inside = Place(grower.line(place).hold("Span", Lang=language)) if language else place
        grower.fill(element, inside)
        inside.node.prune()
        return
    grower.part(place.node)
    node = place.node
    if language and node.role in roles.LINES:
        node = node.hold("Span", Lang=language)
    elif language:
        node = node.home("Div").hold("Div", Lang=language)
    grower.fill(element, Place(node, place.wraps or node.role in roles.BODIES))
    grower.part(node)
    node.prune()
    grower.part(place.node)


def inline(grower: Grower, element: Element, place: Place) -> None:
    """What stands in a line of text."""
    node = grower.line(place).hold(roles.role_of(element))
    dress(node, element, grower)
    grower.fill(element, Place(node))
    node.prune()


def link(grower: Grower, element: Element, place: Place) -> None:
    """A link with all its areas, each of which says the words of the link."""
    holds_blocks = any(roles.is_block(below) for below in element.iter() if below is not element)
    if place.node.role == "TOCI":
        node = place.node.hold("Reference").hold("Link")
    elif holds_blocks:
        grower.part(place.node)
        node = place.node.home("Link").hold("Link")
    else:
        node = grower.line(place).hold("Link")
    dress(node, element, grower)
    grower.fill(element, Place(node))
    words = element.get("aria-label") or element.get("title") or _words(grower, element)
    for below in element.iter():
        for area in grower.shown(below).links:
            area.say(words)
            node.kids.append(area)
    node.prune()
    if holds_blocks:
        grower.part(place.node)


def figure(grower: Grower, element: Element, place: Place) -> None:
    """A picture: where it stands, and what it shows."""
    picture = grower.shown(element).picture
    if picture is None:
        plain(grower, element, place)  # The engine shows its text in its place.
        return
    if picture.is_block:
        grower.part(place.node)
    node = (place.node.home() if picture.is_block else grower.line(place)).hold("Figure")
    dress(node, element, grower)
    placement = {"Placement": "/Block"} if picture.is_block else {}
    node.attributes["Layout"] = {**placement, "BBox": picture.box}
    node.kids.append(picture)
    alternative = _alternative(element)
    if alternative:
        node.keys["Alt"] = alternative
    else:
        complain(f"the picture {element.get('src', 'in the template')} has no alternative text")
    grower.speech.stop()


def table(grower: Grower, element: Element, place: Place) -> None:
    """A table; what its cells are is known before they come."""
    cells = cells_of(element)
    heads = headings(cells)
    for cell in cells:
        known: dict[str, object] = dict(cell.spans())
        if cell.scope:
            known["Scope"] = cell.scope
        if heads.get(cell.element):
            known["Headers"] = tuple(grower.name_of(head) for head in heads[cell.element])
        grower.attributes[cell.element] = {"Table": known}
    block(grower, element, place)


def _alternative(element: Element) -> str:
    """The text that stands for a picture."""
    given = element.get("alt") or element.get("aria-label")
    if given is None and element.tag == roles.SVG:
        given = element.findtext(roles.SVG.replace("svg}svg", "svg}title"))
    return " ".join((given or "").split())


def _words(grower: Grower, element: Element) -> str:
    """The text of an element in one line."""
    return " ".join(_written(grower, element).split())


def _written(grower: Grower, element: Element) -> str:
    """The text as its source spaces it, pictures by what stands for them, blocks apart."""
    parts = [element.text or ""]
    for child in element:
        gap = " " if child.tag == "br" or OWN in grower.shown(child).apart else ""
        inside = _alternative(child) or _written(grower, child)
        parts += [gap, inside, gap, child.tail or ""]
    return "".join(parts)
