"""Select: who gets what, in which order, and why."""

from dataclasses import replace

import pytest

from briefpress.diagnostics import Where
from briefpress.model.brand import LocalNote
from briefpress.model.edition import Decision, Edition
from briefpress.model.layout import Variant
from briefpress.model.library import Library
from briefpress.model.messages import CardText, Message
from briefpress.model.section import FrontMatter, Line, Section
from briefpress.selection import Wanted, card_messages, editions_of, select
from tests.unit.compose.support import specimen_library

LIBRARY = specimen_library()


def section(name: str, order: int, *audiences: str, numbered: bool = True) -> Section:
    front = FrontMatter(
        title=name, audiences=frozenset(audiences) or None, order=order, numbered=numbered
    )
    lines = (
        Line(1, "for all"),
        Line(2, "for hosts", frozenset({"hosts"})),
        Line(3, "for all again"),
    )
    return Section(name, front, lines, Where(f"sections/{name}.md", 1))


def message(name: str, priority: int | None = None, **more: dict[str, int]) -> Message:
    card = None if priority is None else CardText(command="Do it", priority=priority, **more)
    return Message(id=name, theme="t", text="x", no_page="none", audiences=None, card=card)


def with_sections(*sections: Section, opens_with: tuple[str, ...] = ()) -> Library:
    hosts = LIBRARY.audiences["hosts"].model_copy(update={"opens_with": opens_with})
    return replace(LIBRARY, sections=sections, audiences={**LIBRARY.audiences, "hosts": hosts})


def with_layout(library: Library, **changes: object) -> Library:
    name = library.publication.builds.layouts[0]
    loaded = library.layouts[name]
    data = loaded.data.model_copy(update=changes)
    return replace(library, layouts={**library.layouts, name: replace(loaded, data=data)})


def edition(audience: str = "hosts") -> Edition:
    return Edition("wexbridge", audience, LIBRARY.publication.builds.layouts[0])


ALL = (
    section("c", 30),
    section("a", 10, numbered=False),
    section("b", 20, "hosts"),
    section("d", 40, "fixers", "hosts"),
    section("e", 50, numbered=False),
)


@pytest.mark.parametrize(
    ("audience", "opens_with", "order"),
    [
        ("hosts", (), [("a", 0), ("b", 1), ("c", 2), ("d", 3), ("e", 0)]),
        ("hosts", ("d", "c"), [("a", 0), ("d", 1), ("c", 2), ("b", 3), ("e", 0)]),
        ("hosts", ("e",), [("a", 0), ("e", 0), ("b", 1), ("c", 2), ("d", 3)]),
        ("hosts", ("a", "c"), [("a", 0), ("c", 1), ("b", 2), ("d", 3), ("e", 0)]),
        ("fixers", (), [("a", 0), ("c", 1), ("d", 2), ("e", 0)]),
        ("trustees", (), [("a", 0), ("c", 1), ("e", 0)]),
    ],
)
def test_sections_in_order_with_their_numbers(
    audience: str, opens_with: tuple[str, ...], order: list[tuple[str, int]]
) -> None:
    manuscript = select(with_sections(*ALL, opens_with=opens_with), edition(audience))
    assert [(s.section.id, s.number) for s in manuscript.sections] == order


def test_the_order_of_files_does_not_matter() -> None:
    one, other = with_sections(*ALL), with_sections(*reversed(ALL))
    assert select(one, edition()).sections == select(other, edition()).sections


@pytest.mark.parametrize(
    ("audience", "text"),
    [("hosts", "for all\nfor hosts\nfor all again"), ("fixers", "for all\n\nfor all again")],
)
def test_what_is_for_others_is_gone_and_lines_keep_their_numbers(audience: str, text: str) -> None:
    manuscript = select(with_sections(section("a", 10)), edition(audience))
    assert manuscript.sections[0].text == text


def test_every_item_has_a_decision_with_its_reason() -> None:
    library = with_layout(with_sections(*ALL), messages=2)
    manuscript = select(library, edition("trustees"))
    found = {(d.kind, d.item): d for d in manuscript.decisions}
    assert found["section", "a"] == Decision(
        "section", "a", included=True, reason="for all audiences"
    )
    assert found["section", "d"] == Decision(
        "section", "d", included=False, reason="for fixers, hosts"
    )
    assert found["message", "W1"].included is False
    assert found["card message", "S1"].reason == "place 15"
    assert found["card message", "R1"] == Decision(
        "card message", "R1", included=False, reason="place 25 is below the limit of the card"
    )
    assert ("card message", "S5") not in found
    assert ("card message", "W1") not in found
    assert {i for k, i in found if k == "message"} == {m.id for m in library.messages}
    assert {i for k, i in found if k == "section"} == {s.id for s in library.sections}


def test_what_is_in_is_what_was_decided() -> None:
    for audience in LIBRARY.audiences:
        manuscript = select(LIBRARY, edition(audience))
        kept = {(d.kind, d.item) for d in manuscript.decisions if d.included}
        assert {i for k, i in kept if k == "message"} == {m.id for m in manuscript.messages}
        assert {i for k, i in kept if k == "section"} == {s.section.id for s in manuscript.sections}
        assert {i for k, i in kept if k == "card message"} == {
            m.id for m in manuscript.card_messages
        }


MESSAGES = (
    message("M1", 30),
    message("M2", 10),
    message("M3"),
    message("M4", 20, priority_for={"hosts": 1, "fixers": 40}),
    message("M5", 10),
)


@pytest.mark.parametrize(
    ("audience", "limit", "ids"),
    [
        ("trustees", None, ["M2", "M5", "M4", "M1"]),
        ("hosts", None, ["M4", "M2", "M5", "M1"]),
        ("fixers", None, ["M2", "M5", "M1", "M4"]),
        ("hosts", 2, ["M4", "M2"]),
        ("hosts", 9, ["M4", "M2", "M5", "M1"]),
    ],
)
def test_card_messages_by_their_place(audience: str, limit: int | None, ids: list[str]) -> None:
    assert [m.id for m in card_messages(MESSAGES, audience, limit)] == ids


def test_contacts_and_notes_of_other_audiences_are_left_out() -> None:
    brand = LIBRARY.brands["wexbridge"]
    first, *others = brand.data.contacts
    notes = (
        LocalNote(place="card", text="for all"),
        LocalNote(place="card", text="for fixers", audiences=frozenset({"fixers"})),
    )
    update = {
        "contacts": (first.model_copy(update={"audiences": frozenset({"fixers"})}), *others),
        "local": notes,
    }
    data = brand.data.model_copy(update=update)
    library = replace(LIBRARY, brands={"wexbridge": replace(brand, data=data)})
    hosts, fixers = select(library, edition("hosts")), select(library, edition("fixers"))
    assert first.label not in [c.label for c in hosts.contacts]
    assert first.label in [c.label for c in fixers.contacts]
    assert hosts.local == notes[:1]
    assert fixers.local == notes


def test_the_other_audiences_are_named() -> None:
    assert [a.id for a in select(LIBRARY, edition("fixers")).others] == ["hosts", "trustees"]


def ids(*asked: Edition) -> list[str]:
    return [e.id for e in asked]


def test_everything_is_built_unless_less_is_asked_for() -> None:
    editions, unknown = editions_of(LIBRARY, Wanted())
    layouts = [n for n in LIBRARY.publication.builds.layouts if n in LIBRARY.layouts]
    assert len(editions) == len(LIBRARY.brands) * len(LIBRARY.audiences) * len(layouts)
    assert unknown == ()
    assert len(set(ids(*editions))) == len(editions)


def test_less_may_be_asked_for() -> None:
    layout = LIBRARY.publication.builds.layouts[0]
    wanted = Wanted(("wexbridge", "wexbridge"), ("fixers", "hosts"), (layout,), ("screen",))
    editions, unknown = editions_of(LIBRARY, wanted)
    assert ids(*editions) == [f"wexbridge-fixers-{layout}", f"wexbridge-hosts-{layout}"]
    assert unknown == ()


@pytest.mark.parametrize(
    ("wanted", "message", "hint"),
    [
        (Wanted(brands=("nope",)), "unknown brand 'nope'", "known are: _series, wexbridge"),
        (
            Wanted(audiences=("nope",)),
            "unknown audience 'nope'",
            "known are: fixers, hosts, trustees",
        ),
        (Wanted(layouts=("nope",)), "unknown layout 'nope'", "known are: briefing, card"),
        (Wanted(formats=("nope",)), "unknown format 'nope'", "known are: booklet, html"),
    ],
)
def test_an_unknown_name_builds_nothing_and_is_told(
    wanted: Wanted, message: str, hint: str
) -> None:
    editions, (unknown,) = editions_of(LIBRARY, wanted)
    assert editions == ()
    assert (unknown.code, unknown.message) == ("SELECTION", message)
    assert unknown.hint.startswith(hint)


def test_known_names_beside_an_unknown_one_are_built() -> None:
    editions, unknown = editions_of(LIBRARY, Wanted(brands=("nope", "wexbridge")))
    assert {e.brand for e in editions} == {"wexbridge"}
    assert len(unknown) == 1


def test_a_size_is_made_by_the_layouts_that_have_it() -> None:
    editions, unknown = editions_of(LIBRARY, Wanted(("wexbridge",), ("hosts",), sizes=("a6",)))
    assert [e.id for e in editions] == ["wexbridge-hosts-card-a6"]
    assert unknown == ()


def test_the_size_that_a_layout_has_anyway_is_not_in_the_name() -> None:
    editions, _ = editions_of(LIBRARY, Wanted(("wexbridge",), ("hosts",), sizes=("a5", "a6")))
    assert [e.id for e in editions] == ["wexbridge-hosts-card", "wexbridge-hosts-card-a6"]


def test_a_card_shows_only_the_contacts_that_its_size_has_room_for() -> None:
    large, small = (
        select(LIBRARY, Edition("wexbridge", "fixers", "card", size=s)) for s in ("", "a6")
    )
    kinds = {str(c.kind) for c in large.contacts}
    assert "early_help" in kinds
    assert {str(c.kind) for c in small.contacts} == kinds - {"early_help"}
    assert small.size is not None
    assert small.size.trim.width == 105


@pytest.mark.parametrize(
    ("wanted", "message", "hint"),
    [
        (
            Wanted(layouts=("card",), sizes=("a66",)),
            "unknown size 'a66'",
            "did you mean 'a6'?",
        ),
    ],
)
def test_a_size_that_cannot_be_had_is_told(wanted: Wanted, message: str, hint: str) -> None:
    editions, (unknown,) = editions_of(LIBRARY, wanted)
    assert editions == ()
    assert (unknown.code, unknown.message, unknown.hint) == ("SELECTION", message, hint)


def test_a_layout_is_only_built_in_its_formats() -> None:
    library = with_layout(LIBRARY, formats={"print": Variant()})
    layout = LIBRARY.publication.builds.layouts[0]
    editions, _ = editions_of(library, Wanted())
    assert layout not in {e.layout for e in editions}
