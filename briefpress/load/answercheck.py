"""What is typed for a new brand, by the rules that hold for what is read from files."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from pydantic import TypeAdapter, ValidationError

from briefpress.load.addresses import email_fault, url_fault
from briefpress.load.brands import slug_fault
from briefpress.load.findings import Fault
from briefpress.load.markup import markup_faults, plain_faults
from briefpress.load.phones import read_phone
from briefpress.model.colors import HEX
from briefpress.model.fields import Email, WebAddress
from briefpress.model.organisation import NAME_LIMIT


def answer_fault(field: str, answer: str) -> str:
    """Why an answer cannot stand in a pack, and what would do; empty if it can."""
    fault = next(iter(_RULES.get(field, _text)(answer)), None)
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


def _of_form(kind: Any, hint: str) -> Callable[[str], Iterator[Fault]]:  # noqa: ANN401 - a type
    """A rule that an answer be of this type."""

    def rule(answer: str) -> Iterator[Fault]:
        yield from _text(answer)
        try:
            TypeAdapter(kind).validate_python(answer)
        except ValidationError:
            yield Fault("VALUE", f"{answer!r} has the wrong form", hint)

    return rule


def _phone(answer: str) -> Iterator[Fault]:
    """Unusual groups are let through: the pack is checked as a whole when it has been written."""
    number, faults = read_phone(answer)
    if number is None:
        yield from faults


def _email(answer: str) -> Iterator[Fault]:
    yield from _of_form(Email, "write name@example.org")(answer)
    fault = email_fault(answer) if answer else None
    if fault is not None:
        yield fault


def _website(answer: str) -> Iterator[Fault]:
    yield from _of_form(WebAddress, "write https://…")(answer)
    fault = url_fault(answer)
    if fault is not None:
        yield fault


def _name(answer: str) -> Iterator[Fault]:
    yield from _text(answer)
    if len(answer) > NAME_LIMIT:
        hint = f"{NAME_LIMIT} is the most"
        yield Fault("VALUE", f"a name of {len(answer)} characters", hint)


_RULES = {
    "name": _name,
    "slug": _slug,
    "colour": _color,
    "accent": _color,
    "email": _email,
    "out_of_hours": _phone,
    "phone": _phone,
    "website": _website,
}
