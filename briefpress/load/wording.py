"""The forms of a fact held against its value: `1 in 5` is 20%, `65 of 66` begins with 65."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from briefpress.load.findings import Fault
from briefpress.load.quantities import Kind, Quantity, Sense, quantities_in, shown
from briefpress.model.entry import Path
from briefpress.model.facts import HUNDRED, PER_CENT, Fact

_CODE = "FACT-WORDING"
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_WORDS = "write the words that are true of the value, or mend the value"
_BOUND = "if the report gives it in words only, say `given_in_words: yes`"
_REGISTER = "register it as a fact of its own"


@dataclass(frozen=True)
class Register:
    """What forms are held against: all facts, and whether words are read as English."""

    facts: Mapping[str, Fact]
    english: bool

    def value(self, name: str) -> Decimal | None:
        """The value of a fact, if there is one of that name."""
        return self.facts[name].value if name in self.facts else None

    def whole_of(self, fact: Fact) -> str:
        """The fact that this one is a part of: as declared, or as a share of the two is."""
        if fact.whole:
            return fact.whole
        shares = (f.derived.share for f in self.facts.values() if f.derived is not None)
        return next((share[1] for share in shares if share and share[0] == fact.id), "")

    def holds(self, value: Decimal) -> bool:
        """Whether some fact has this value."""
        return any(fact.value == value for fact in self.facts.values())


def wording_faults(fact: Fact, register: Register) -> Iterator[tuple[Path, Fault]]:
    """Every form of a fact that says something else than its value, and where it stands."""
    if fact.text:
        for fault in _Form(fact, fact.text, register).faults():
            yield ("text",), fault
    for name, text in fact.forms.items():
        for fault in _Form(fact, text, register).faults():
            yield ("forms", name), fault


def range_faults(fact: Fact, register: Register) -> Iterator[Fault]:
    """A share that is no share, or a part that is more than its whole."""
    if fact.is_share and not 0 <= fact.value <= HUNDRED:
        hint = "for a change of more than all, give another unit, such as `% more`, and `text`"
        yield Fault("FACT-RANGE", f"{fact.id} is {fact.value}%: a share is 0 to 100", hint)
    whole = register.value(fact.whole)
    if not fact.is_share and whole is not None and fact.value > whole:
        yield Fault("FACT-RANGE", f"{fact.id} is {fact.value}, more than its whole, {whole}")


class _Form:
    """One form of a fact, and the figures that it holds."""

    def __init__(self, fact: Fact, text: str, register: Register) -> None:
        self._fact = fact
        self._text = text
        self._register = register
        self._value = abs(fact.value)
        whole = register.value(register.whole_of(fact))
        self._share = None if fact.is_share or not whole else HUNDRED * self._value / whole

    def faults(self) -> Iterator[Fault]:
        said = [q for q in self._quantities() if not self._is_year(q)]
        judged = [(quantity, self._judge(quantity)) for quantity in said]
        if not said and self._register.english:
            message = f"{self._text!r} holds no figure that we can read"
            yield Fault("FACT-UNREAD", message, "see that it is true of the value")
        agrees = any(verdict is True for _, verdict in judged)
        for quantity, verdict in judged:
            if verdict is None:
                yield self._unknown_share(quantity)
            elif not verdict and agrees and quantity.kind is not Kind.SHARE:
                yield from self._unregistered(quantity.value)
            elif not verdict:
                yield self._wrong(quantity)
            else:
                yield from self._whole_faults(quantity)

    def _quantities(self) -> Iterator[Quantity]:
        for quantity in quantities_in(self._text):
            if self._register.english or not re.search("[^\\W\\d_]", quantity.text):
                yield quantity

    def _is_year(self, quantity: Quantity) -> bool:
        is_year = _YEAR.fullmatch(quantity.text) is not None
        return is_year and quantity.value != self._value

    def _judge(self, quantity: Quantity) -> bool | None:
        """Whether it agrees with the value; None: nobody can tell, for want of the whole."""
        if quantity.kind is not Kind.SHARE or self._fact.is_share:
            return self._agrees(quantity, self._value)
        if quantity.count is not None and quantity.count == self._value:
            return True
        if self._share is not None:
            exact = quantity.whole is None
            return quantity.agrees(self._share if exact else self._share.quantize(Decimal(1)))
        return None if quantity.count is None else False

    def _agrees(self, quantity: Quantity, value: Decimal) -> bool:
        if self._fact.given_in_words and quantity.sense is not Sense.EXACT:
            return quantity.is_given_as(value)
        return quantity.agrees(value)

    def _wrong(self, quantity: Quantity) -> Fault:
        given, share = f"{self._value}", quantity.kind is Kind.SHARE
        if self._fact.is_share:
            given = f"{given}{PER_CENT}"
        elif share and self._share is not None:
            given = f"{given} of the whole, {shown(self._share)}%,"
        if quantity.sense is not Sense.EXACT:
            return Fault(_CODE, f"{quantity.text!r} is not true of {given}", _BOUND)
        says = f"{shown(quantity.value)}%" if share else f"{quantity.value}"
        if quantity.count is not None and not self._fact.is_share:
            says, given = f"{quantity.count}", f"{self._value}"
        return Fault(_CODE, f"{quantity.text!r} is {says}, but {given} is given", _WORDS)

    def _unknown_share(self, quantity: Quantity) -> Fault:
        message = f"{quantity.text!r} cannot be computed: of what is {self._value} a part?"
        return Fault(_CODE, message, "name the fact that is the whole: `whole: …`")

    def _whole_faults(self, quantity: Quantity) -> Iterator[Fault]:
        """The second figure of `65 of 66` is that of the whole."""
        if quantity.count is None or quantity.whole is None:
            return
        if self._fact.whole:
            whole = self._register.value(self._fact.whole)
            if whole is not None and whole != quantity.whole:
                message = f"{quantity.text!r}: its whole, {self._fact.whole}, is {whole}"
                yield Fault(_CODE, message, _WORDS)
        elif not self._fact.is_share:
            yield from self._unregistered(quantity.whole)

    def _unregistered(self, value: Decimal) -> Iterator[Fault]:
        if not self._register.holds(value):
            message = f"the figure {value} in {self._text!r} is not in facts.yaml"
            yield Fault("FIGURE-UNREGISTERED", message, _REGISTER)
