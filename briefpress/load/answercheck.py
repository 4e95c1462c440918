"""What is typed for a new brand, by the rules that hold for what is read from files."""

import re
from collections.abc import Callable, Iterator
from functools import partial

from briefpress.load.addresses import email_fault, url_fault
from briefpress.load.brands import slug_fault
from briefpress.load.findings import Fault
from briefpress.load.markup import markup_faults, plain_faults
from briefpress.load.phones import NumberKind, read_phone
from briefpress.model.colors import HEX
from briefpress.model.organisation import NAME_LIMIT

ADDRESS = r"https://[^\s<>\"]+"
PHONES = ("phone", "out_of_hours")


def answer_fault(field: str, answer: str, *, demonstration: bool = False) -> str:
    """Why an answer cannot stand in a pack, and what would do; empty if it can.

    Only a `demonstration` may have numbers that are kept for drama, and no others.
    """
    rule = _RULES.get(field, _text)
    if field in PHONES:
        rule = partial(_phone, demonstration=demonstration)
    fault = next(iter(rule(answer)), None)
    if fault is None:
        return ""
    return f"{fault.message}; {fault.hint}" if fault.hint else fault.message


def _text(answer: str) -> Iterator[Fault]:
    yield from markup_faults(answer)
    yield from plain_faults(answer)


def _slug(answer: str) -> Iterator[Fault]:
    fault = slug_fault(answer)
    if fault is not None:
        yield fault


def _color(answer: str) -> Iterator[Fault]:
    if not re.fullmatch(HEX, answer):
        hint = "write # and six of 0-9 and a-f, such as #0f4c5c"
        yield Fault("VALUE", f"{answer!r} is no colour", hint)


def _phone(answer: str, *, demonstration: bool) -> Iterator[Fault]:
    number, faults = read_phone(answer)
    yield from faults
    if number is not None and demonstration != (number.kind is NumberKind.DRAMA):
        told = "give --demonstration if the board is invented"
        if demonstration:
            told = "an invented board takes one that is kept for drama, such as 01632 960 114"
        what = "a real number" if demonstration else "kept for drama, nobody answers it"
        yield Fault("VALUE", f"{answer!r}: {what}", told)


def _email(answer: str) -> Iterator[Fault]:
    fault = email_fault(answer)
    if fault is not None:
        yield fault


def _website(answer: str) -> Iterator[Fault]:
    if not re.fullmatch(ADDRESS, answer):
        yield Fault("VALUE", f"{answer!r} is no web address", "write https://…")
    fault = url_fault(answer)
    if fault is not None:
        yield fault


def _name(answer: str) -> Iterator[Fault]:
    yield from _text(answer)
    if len(answer) > NAME_LIMIT:
        hint = f"{NAME_LIMIT} is the most"
        yield Fault("VALUE", f"a name of {len(answer)} characters", hint)


_RULES: dict[str, Callable[[str], Iterator[Fault]]] = {
    "name": _name,
    "slug": _slug,
    "colour": _color,
    "accent": _color,
    "email": _email,
    "website": _website,
}
