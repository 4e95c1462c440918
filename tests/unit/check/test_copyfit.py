"""Preflight rule on slots: what does not fit is named, with its size, its line, and what would."""

from dataclasses import replace

from briefpress.check import check
from briefpress.diagnostics import Diagnostic, Where
from briefpress.model.checked import Fault, Spot
from briefpress.model.claims import Claim, ClaimKind
from briefpress.model.document import Document, Fitted, PageProof, Proof, Shortfall, TextBlock
from tests.unit.render.support import SIDE, document, slot

ROOM = slot("routes", 20.0)
SPOT = Spot(1, 10.0, 10.0, 80.0, 20.0)
MESSAGES = Where("source/messages.yaml", 7)
BRAND = Where("source/brands/a/brand.yaml", 30)


def claim(kind: ClaimKind, name: str, text: str, where: Where) -> Claim:
    return Claim(kind, name, text, where, 9.0)


CLAIMS = (
    claim(ClaimKind.HEADING, "1", "Greet at once", MESSAGES),
    claim(ClaimKind.MESSAGE, "M1 command", "Greet at once", MESSAGES),
    claim(ClaimKind.MESSAGE, "M2 command", "Offer tea", replace(MESSAGES, line=19)),
    claim(ClaimKind.TEXT, "2", "Front door", BRAND),
    claim(ClaimKind.CONTACT, "front_door 1 label", "Front door", BRAND),
    claim(ClaimKind.CONTACT, "front_door 1 phone 1", "01632 960 101", replace(BRAND, line=33)),
    claim(ClaimKind.NOTE, "card 1 text", "Ring the bell.", replace(BRAND, line=80)),
    claim(ClaimKind.TEXT, "3", "Say who you are.", Where("source/publication.yaml", 4)),
)


def made(*blocks: TextBlock, natural: float = 30.0, **more: object) -> Fault:
    (fault,) = faults(*blocks, natural=natural, **more)
    return fault


def faults(*blocks: TextBlock, natural: float = 30.0, **more: object) -> tuple[Fault, ...]:
    known = Shortfall(SPOT, blocks, **more)  # type: ignore[arg-type]
    return results(Fitted(ROOM, 8.0, natural, known))


def printed() -> Document:
    return replace(document("x"), messages=("M1", "M2"), claims=CLAIMS)


def results(fitted: Fitted) -> tuple[Fault, ...]:
    proof = Proof(printed(), b"", (PageProof(SIDE, SIDE, ()),), (fitted,))
    return next(r for r in check(proof).results if r.code == "COPYFIT").faults


def told(fitted: Fitted) -> Diagnostic:
    proof = Proof(printed(), b"", (PageProof(SIDE, SIDE, ()),), (fitted,))
    return next(d for d in check(proof).diagnostics if d.code == "COPYFIT")


def test_messages_are_named_with_their_lines_and_the_fewest_that_have_to_go() -> None:
    one = TextBlock("Greet at once", 0.0, 18.0, ("routes", "M1"))
    other = TextBlock("Offer tea", 19.0, 24.0, ("routes", "M2"))
    more = TextBlock("Then ask.", 24.0, 29.0, ("routes", "M2"))
    fault = made(one, other, more, surplus=("M2",), rest=18.4)
    assert fault.message == (
        "routes is 10.0 mm too high at its smallest type, 8pt; past its end: "
        "message M2 (11.0 mm high) by 10.0 mm; "
        "without M2, the last by priority, it fits (18.4 of 20 mm)"
    )
    assert fault.where == replace(MESSAGES, line=19)
    assert fault.spots == (SPOT,)
    assert fault.hint == (
        "shorten M2 (source/messages.yaml:19); with `messages: 1` in layout.yaml 1 fit"
    )


def test_where_no_message_can_go_nothing_is_promised() -> None:
    one = TextBlock("Greet at once", 0.0, 28.0, ("routes", "M1"))
    fault = made(one)
    assert fault.message.endswith("; it would not fit with M1 as its only message")
    assert fault.hint == "shorten message M1 (source/messages.yaml:7)"


def test_contacts_notes_and_other_texts_are_named_the_highest_first_in_the_cure() -> None:
    fault = made(
        TextBlock("Front door", 2.0, 7.0, ("routes",)),
        TextBlock("01632 960 101", 7.0, 22.0, ("routes",)),
        TextBlock("Ring the bell.", 22.0, 25.0, ("routes",)),
        TextBlock("Say who you are.", 25.0, 29.5, ("routes",)),
    )
    assert "past its end: contact front_door 1 (20.0 mm high) by 2.0 mm, " in fault.message
    assert "note card 1 (3.0 mm high) by 5.0 mm, " in fault.message
    assert fault.message.endswith("'Say who you are.' (5.0 mm high) by 10.0 mm")
    assert fault.where == BRAND
    assert fault.hint == (
        "shorten contact front_door 1 (source/brands/a/brand.yaml:30), "
        "'Say who you are.' (source/publication.yaml:4), "
        "note card 1 (source/brands/a/brand.yaml:80)"
    )


def test_no_more_are_named_than_can_be_read() -> None:
    blocks = [TextBlock(f"text {n}", 20.0 + n, 21.0 + n, ("routes",)) for n in range(9)]
    assert made(*blocks).message.endswith("'text 3' (1.0 mm high) by 4.0 mm and 5 more")


def test_a_number_that_leads_a_line_is_not_named_beside_others() -> None:
    number = TextBlock("7", 25.0, 29.0, ("routes",))
    assert "past its end: 'text' (" in made(TextBlock("text", 21.0, 30.0), number).message
    assert "past its end: '7' (" in made(number).message


def test_what_stands_under_the_last_line_counts() -> None:
    fault = made(TextBlock("text", 10.0, 19.5, ("routes",)), natural=20.6)
    assert "'text' (10.6 mm high) by 0.6 mm" in fault.message


def test_a_slot_without_text_is_told_all_the_same() -> None:
    assert made().message == "routes is 10.0 mm too high at its smallest type, 8pt"


def test_the_finding_stands_at_the_line_of_the_source() -> None:
    block = TextBlock("Ring the bell.", 12.0, 30.0, ("routes",))
    found = told(Fitted(ROOM, 8.0, 30.0, Shortfall(SPOT, (block,))))
    assert found.where == replace(BRAND, line=80)
    assert found.message.startswith("brand-audience-small: routes is 10.0 mm too high")
