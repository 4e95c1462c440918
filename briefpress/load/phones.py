"""Telephone numbers as brands write them: their characters, their form, and what they are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from briefpress.load.findings import Fault
from briefpress.model.contacts import EXTENSION

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

REGION, CODE = "GB", 44
SHORT = {
    "999": "999",
    "112": "112",
    "101": "101",
    "105": "105",
    "111": "111",
    "119": "119",
    "116000": "116 000",
    "116111": "116 111",
    "116123": "116 123",
    "18000": "18000",
}
"""Numbers of national services that are free or at the price of a call, in their usual form:
emergency (999, 112, 18000 by text relay), police 101, power cuts 105, NHS 111 and 119, and the
European helplines 116 000 (missing children), 116 111 (children) and 116 123 (emotional support).
Others of a few digits are directory enquiries, operators' own services, or slips."""
RELAY = "18001"
"""Dialled before a number by people who type (Relay UK)."""
_DRAMA = re.compile(
    r"0(?:11[345678]|121|131|141|151|161)4960\d{3}|01914980\d{3}|02079460\d{3}|02896496\d{3}"
    r"|02920180\d{3}|01632960\d{3}|07700900\d{3}|08081570\d{3}|09098790\d{3}|03069990\d{3}"
)
"""Numbers that Ofcom keeps free for drama ("Telephone numbers for use in TV and radio drama")."""
_SEVERAL = re.compile(r"[/,;&|]|\b(?:or|and)\b", re.IGNORECASE)
_WRONG = re.compile(r"[^0-9 +()-]")
_SHAPE = re.compile(r"\+?[0-9][0-9 -]*|\(0[0-9]{2,4}\)[0-9 -]+")
_LEAST_GROUP = 3
_DIGITS = 10
"""After the 0, of nearly all numbers in the United Kingdom; a few old ones have 9."""
_INVISIBLE = {"\u200c", "\u200d", "\u200e", "\u200f", "\u061c", "\u034f", "\u115f", "\u3164"}


class NumberKind(StrEnum):
    """What a number is."""

    SHORT = "short"
    DRAMA = "drama"
    FREE = "free"
    """0800 and 0808: free to call."""
    NATIONAL = "national"
    """03: at the price of a call, wherever one is."""
    LOCAL = "local"
    """Of a place, of a mobile, or over the internet."""


@dataclass(frozen=True)
class Number:
    """A number that was understood: `key` is the same however it is grouped."""

    key: str
    kind: NumberKind
    usual: str


@lru_cache(maxsize=8192)
def read_phone(text: str) -> tuple[Number | None, tuple[Fault, ...]]:
    """The number of an entry, and what is wrong with how it is written.

    None, and one fault at least, where it is no number that may be printed.
    """
    fault = next(_character_faults(text), None) or _shape_fault(text)
    if fault is not None:
        return None, (fault,)
    extension = EXTENSION.search(text)
    bare = text[: extension.start()] if extension else text
    bare = bare.removeprefix(RELAY).strip()
    tail = f";ext={extension[1]}" if extension else ""
    digits = re.sub(r"\D", "", bare)
    if not bare.startswith(("0", "+", "(")):
        return _short(text, bare, digits)
    return _long(text, bare, digits, tail)


def _character_faults(text: str) -> Iterator[Fault]:
    """Before anything is parsed: a parser takes letters and full-width digits without a word."""
    for place, sign in enumerate(text, 1):
        if sign in _INVISIBLE or not (sign.isprintable() or sign.isspace()):
            message = f"has an invisible character U+{ord(sign):04X} at position {place}"
            yield _fault(text, message, "delete it and type the number again")
        elif sign.isdigit() and not sign.isascii():
            yield _fault(text, f"{sign!r} is no ordinary digit", "use ordinary digits 0-9")
        elif sign.isspace() and sign != " ":
            message = f"has a special space U+{ord(sign):04X} at position {place}"
            yield _fault(text, message, "use an ordinary space")
    if _SEVERAL.search(text):
        yield _fault(text, "give one number per entry", "phones: takes a list")
    bare = EXTENSION.sub("", text)
    if any(sign.isalpha() for sign in bare):
        yield _fault(text, "letters are not allowed", "an extension is written `ext 5` at the end")
    elif _WRONG.search(bare):
        sign = _WRONG.findall(bare)[0]
        yield _fault(text, f"{sign!r} is not allowed", "use digits, spaces, and + at the beginning")


def _shape_fault(text: str) -> Fault | None:
    bare = EXTENSION.sub("", text)
    if re.search(r"\+ ?44 ?\(0\)", bare):
        hint = "write it from abroad or from here: +44 20 7946 0012, or 020 7946 0012"
        return _fault(text, "nobody dials the (0) after +44", hint)
    if not _SHAPE.fullmatch(bare):
        return _fault(text, "no telephone number", "write it as 020 7946 0012")
    return None


def _fault(text: str, message: str, hint: str = "", code: str = "CONTACT-NUMBER") -> Fault:
    return Fault(code, f"phone {text!r}: {message}", hint)


def _short(text: str, bare: str, digits: str) -> tuple[Number | None, tuple[Fault, ...]]:
    """A number of a few digits, dialled without an area code."""
    usual = SHORT.get(digits)
    if usual is None:
        known = ", ".join(SHORT.values())
        hint = f"begin with 0 or +44; of the short ones these may stand: {known}"
        return None, (_fault(text, "no number of a service that everybody may call", hint),)
    return Number(digits, NumberKind.SHORT, usual), _grouping(text, bare, usual)


def _long(text: str, bare: str, digits: str, tail: str) -> tuple[Number | None, tuple[Fault, ...]]:
    """A number of the numbering plan."""
    import phonenumbers  # noqa: PLC0415 - 20 ms, and only brands have numbers

    try:
        parsed = phonenumbers.parse(bare, REGION)
    except phonenumbers.NumberParseException:
        return None, (_fault(text, "no telephone number", "write it as 020 7946 0012"),)
    national = f"0{parsed.national_number}"
    is_drama = parsed.country_code == CODE and _DRAMA.fullmatch(national) is not None
    fault = _plan_fault(text, parsed, is_drama=is_drama)
    if fault is not None:
        return None, (fault,)
    style = phonenumbers.PhoneNumberFormat
    abroad = digits.startswith(("44", "0044"))
    usual = phonenumbers.format_number(parsed, style.INTERNATIONAL if abroad else style.NATIONAL)
    kind = NumberKind.DRAMA if is_drama else _kind(parsed)
    return Number(f"{national}{tail}", kind, usual), _grouping(text, bare, usual)


def _plan_fault(text: str, parsed: "PhoneNumber", *, is_drama: bool) -> Fault | None:
    """Why a number may not stand on a page, whosesoever it is."""
    from phonenumbers import PhoneNumberType, is_valid_number, number_type  # noqa: PLC0415 - as above

    if parsed.country_code != CODE:
        return _fault(
            text, "not a number of the United Kingdom", "give a number that begins with 0"
        )
    paid = {
        PhoneNumberType.PREMIUM_RATE: "premium-rate numbers are not allowed",
        PhoneNumberType.SHARED_COST: "numbers with a service charge are not allowed",
        PhoneNumberType.PERSONAL_NUMBER: "personal numbers (070) are not allowed",
        PhoneNumberType.PAGER: "pagers are not allowed",
    }.get(number_type(parsed))
    if paid:
        return _fault(text, paid, "give one that costs no more than a call", "CONTACT-PAID")
    count = len(str(parsed.national_number))
    if not is_drama and not is_valid_number(parsed):
        digits = f"{count} digit{'s' * (count != 1)} after 0; {_DIGITS} expected"
        reason = "no such number is in use" if count == _DIGITS else digits
        return _fault(text, f"not a valid {REGION} number ({reason})", "look it up, and ring it")
    return None


def _kind(parsed: "PhoneNumber") -> NumberKind:
    from phonenumbers import PhoneNumberType, number_type  # noqa: PLC0415 - as above

    kinds = {PhoneNumberType.TOLL_FREE: NumberKind.FREE, PhoneNumberType.UAN: NumberKind.NATIONAL}
    return kinds.get(number_type(parsed), NumberKind.LOCAL)


def _grouping(text: str, bare: str, usual: str) -> tuple[Fault, ...]:
    """A warning where the groups are not the usual ones, or finer ones of three digits or more."""
    ends, expected = _ends(bare), _ends(usual)
    groups = re.findall(r"[0-9]+", bare)
    least = min([_LEAST_GROUP, *(len(group) for group in re.findall(r"[0-9]+", usual))])
    if expected <= ends and all(len(group) >= least for group in groups):
        return ()
    tail = text.partition(bare)[2]
    message = f"the usual form is {usual}{tail}"
    hint = "in groups that people know, a number is read and typed without a slip"
    return (_fault(text, message, hint, "CONTACT-GROUPING"),)


def _ends(text: str) -> set[int]:
    """After how many digits each group ends."""
    ends, count = set(), 0
    for group in re.findall(r"[0-9]+", text):
        count += len(group)
        ends.add(count)
    return ends
