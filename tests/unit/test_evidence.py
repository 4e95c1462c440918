"""The ledger of evidence: what is printed counts, wherever it is printed."""

from collections.abc import Callable

from briefpress.evidence import evidence_of, unused_notes
from briefpress.model.evidence import Carrier, Evidence, Item
from briefpress.model.library import Loaded
from briefpress.selection import Wanted, editions_of
from tests.conftest import Edit

LoadIt = Callable[[], Loaded]
SCREEN = Wanted(formats=("screen",))


def ledger(load_it: LoadIt, wanted: Wanted = SCREEN) -> Evidence:
    library = load_it().library
    assert library is not None
    evidence, faults = evidence_of(library, editions_of(library, wanted)[0])
    assert faults == ()
    return evidence


def item(evidence: Evidence, name: str) -> Item:
    (found,) = (one for one in evidence.items if one.id == name)
    return found


def carriers(evidence: Evidence, name: str) -> set[tuple[str, str]]:
    return {(carrier.layout, carrier.audience) for carrier in item(evidence, name).carriers}


def test_a_fact_is_carried_by_those_who_print_it(load_it: LoadIt) -> None:
    evidence = ledger(load_it)
    assert carriers(evidence, "wait") == {("briefing", "hosts"), ("briefing", "fixers")}
    assert ("briefing", "trustees") in carriers(evidence, "mended_share")
    assert [str(run) for run in item(evidence, "wait").pages] == ["p21"]
    assert item(evidence, "wait").text == "twelve and a half minutes"
    assert item(evidence, "bicycles").text == "48 (things)"


def test_what_two_people_have_keyed_alike(load_it: LoadIt, edit: Edit) -> None:
    assert ledger(load_it).keyed == ()
    edit.write(
        "checked.yaml",
        "checked_by: Ines Okoro\nchecked_on: 2026-11-20\n"
        "facts: [{id: wait, value: 12.5, page: 21}, {id: bicycles, value: 84, page: 8}]\n"
        "messages: [{id: S1, pages: 30}]\n",
    )
    evidence = ledger(load_it)
    assert [one.id for one in evidence.keyed] == ["wait", "S1"]
    keyed = item(evidence, "wait").keyed
    assert keyed is not None
    assert (keyed.by, str(keyed.on)) == ("Ines Okoro", "2026-11-20")


def test_the_facts_of_a_chart_are_carried_by_those_who_are_shown_it(load_it: LoadIt) -> None:
    found = carriers(ledger(load_it), "textiles")
    assert found == {("briefing", "fixers"), ("briefing", "trustees")}


def test_a_message_is_on_the_cards_that_have_room_for_it(load_it: LoadIt) -> None:
    evidence = ledger(load_it)
    on_cards = {who for layout, who in carriers(evidence, "S1") if layout == "card"}
    assert on_cards == {"hosts", "fixers", "trustees"}
    assert ("card", "trustees") not in carriers(evidence, "R3")
    assert ("briefing", "trustees") in carriers(evidence, "R3")


def test_what_everybody_gets_is_told_in_one_word(load_it: LoadIt) -> None:
    evidence = ledger(load_it)
    assert evidence.audiences_of("card", item(evidence, "S1").carriers) is None
    assert evidence.audiences_of("briefing", item(evidence, "wait").carriers) == (
        "fixers",
        "hosts",
    )


def test_what_nothing_prints_is_unused_unless_something_is_computed_from_it(
    load_it: LoadIt, edit: Edit
) -> None:
    edit.append("facts.yaml", "  - {id: spare, value: 3, unit: cups, page: 9}\n")
    evidence = ledger(load_it)
    assert [one.id for one in evidence.unused] == ["spare"]
    (note,) = unused_notes(evidence)
    assert (note.code, str(note.severity)) == ("EVIDENCE-UNUSED", "note")
    assert note.message == "nothing uses the fact spare"
    edit.replace("facts.yaml", "value: 3,", "value: 3, derived: {sum: [cups, saucers]},")
    edit.append(
        "facts.yaml",
        "  - {id: cups, value: 1, unit: cups, page: 9}\n"
        "  - {id: saucers, value: 2, unit: cups, page: 9}\n",
    )
    evidence = ledger(load_it)
    assert [one.id for one in evidence.unused] == ["spare"]
    assert item(evidence, "cups").supports == ("spare",)


def test_a_message_that_a_template_leaves_out_is_not_carried(load_it: LoadIt, edit: Edit) -> None:
    edit.replace("sections/records.md", "/// messages | records\n///\n", "")
    assert ("briefing", "trustees") not in carriers(ledger(load_it), "R3")


def test_the_note_of_a_board_may_carry_a_fact(load_it: LoadIt, edit: Edit) -> None:
    edit.replace("brands/wexbridge/brand.yaml", "behind the stage", "for {{ fact.bicycles }}")
    assert ("card", "hosts") in carriers(ledger(load_it), "bicycles")


def test_formats_that_are_made_of_others_are_not_looked_at(load_it: LoadIt) -> None:
    evidence = ledger(load_it, Wanted(layouts=("card",), formats=("sheet", "screen")))
    assert {carrier.format for carrier in evidence.carriers} == {"screen"}
    assert Carrier("card", "hosts", "screen") in evidence.carriers


def test_pages_are_those_of_a_run(load_it: LoadIt) -> None:
    found = item(ledger(load_it), "W2")
    assert [page for page in (20, 21, 22, 23) if found.is_on(page)] == [21, 22]
