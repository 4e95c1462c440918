"""Figures of running text that show no digit: shares and counts in words, and two side by side."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from briefpress.load.findings import Fault
from briefpress.load.quantities import Kind, Quantity, Sense, quantities_in, shown
from briefpress.model.facts import HUNDRED, PER_CENT, Fact, filled
from briefpress.model.tokens import TOKEN

_TIME = frozenset({"second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade"})
"""Units that count no cases: `for ten years` may be anybody's ten years."""
_JOINS = frozenset(
    ("a", "about", "an", "and", "at", "by", "for", "from", "in", "is", "of", "on", "or", "that")
) | {"the", "to", "were", "where", "which", "who", "with"}
"""What stands between a number and a noun that it does not count: `two groups of children`."""
_AFTER = re.compile(r"(?:\s+[^\W\d_]+(?:[-’'][^\W\d_]+)*){1,5}")
_OF_ONE = re.compile(r"\s+(?:of\s+)?an?\b|\s+(?:past|way)\b|-way\b", re.IGNORECASE)
"""`half an hour`, `three quarters of a mile`, `half past`: parts of one thing, not of many."""
_OF = re.compile(r"\s+(?:of|the|all|these|those|our|their|its)\b", re.IGNORECASE)
_ROMAN = re.compile(
    r"\b(?=[IVXLCDM]{2})M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\b"
)
_APART = re.compile(r"(?:\s+[^\W\d_]+){0,4}\s*\(|,\s+or\s+")
"""What stands between a share and the same share once more: `1 in 5 children (20%)`."""
_ENDS = re.compile(r"[),;]|$")


@dataclass(frozen=True)
class WordFigures:
    """Finds figures in words. Knows what the publication counts, and how its facts are written."""

    nouns: frozenset[str]
    forms: Mapping[str, str]

    @classmethod
    def of(cls, facts: Iterable[Fact]) -> "WordFigures":
        """Made for these facts: their units are what is counted."""
        facts = tuple(facts)
        units = {fact.unit.split()[-1].lower() for fact in facts if fact.unit != PER_CENT}
        counted = {u for u in units if u.isalpha() and u.removesuffix("s") not in _TIME}
        forms = {
            text.casefold(): f"{fact.id}.{name}"
            for fact in facts
            for name, text in fact.forms.items()
        }
        forms |= {fact.shown.casefold(): fact.id for fact in facts}
        return cls(frozenset(counted), forms)

    def faults(self, text: str) -> Iterator[Fault]:
        """Each share and each count of cases that is written in words and is no token."""
        rest = TOKEN.sub(lambda match: "·" * len(match[0]), text)
        for quantity in quantities_in(rest):
            after = rest[quantity.end :]
            if not re.search("[0-9]", quantity.text) and self._states(quantity, after):
                yield self._fault(quantity.text, "share" if _is_share(quantity) else "count")
        for match in _ROMAN.finditer(rest):
            if self._counts(rest[match.end() :]):
                yield self._fault(match[0], "count")

    def _states(self, quantity: Quantity, after: str) -> bool:
        """Whether it surely states a share or a count, and is no mere turn of phrase."""
        if _OF_ONE.match(after):
            return False
        if quantity.kind is Kind.COUNT:
            return quantity.value > 1 and self._counts(after)
        if quantity.kind is not Kind.SHARE:
            return False
        if quantity.value >= HUNDRED:
            return False
        if quantity.count is not None and " out " not in quantity.text:
            return self._counts(after)
        phrase = quantity.text.lower().startswith(("half", "a ", "an "))
        return not phrase or (_OF.match(after) is not None and self._speaks_of_cases(after))

    def _counts(self, after: str) -> bool:
        """Whether the next words are a noun of the register, or up to two others and then one."""
        for word in _next_words(after)[:3]:
            if word in self.nouns:
                return True
            if word in _JOINS:
                return False
        return False

    def _speaks_of_cases(self, after: str) -> bool:
        words = _next_words(after)
        return not self.nouns.isdisjoint(words) or words[:2] == ["of", "them"]

    def _fault(self, text: str, what: str) -> Fault:
        known = self.forms.get(text.casefold())
        hint = f"write {{{{ fact.{known} }}}}" if known else "register it, and write {{ fact.… }}"
        return Fault("FIGURE-WORDS", f"{text!r} states a {what} in words", hint)


def side_by_side_faults(text: str, facts: Mapping[str, Fact]) -> Iterator[Fault]:
    """Two shares side by side that say different things: `1 in 5 (25%)`."""
    if "(" not in text and ", or" not in text:
        return
    told = filled(text, facts)
    shares = [q for q in quantities_in(told) if q.kind is Kind.SHARE]
    for one, other in pairwise(shares):
        apart = _APART.fullmatch(told[one.end : other.start])
        if apart and _ENDS.match(told, other.end) and not _same(one, other):
            message = f"{one.text!r} is {shown(one.value)}%, but {other.text} is given"
            yield Fault("FIGURE-CLASH", message, "one of the two is wrong: look at the report")


def _is_share(quantity: Quantity) -> bool:
    return quantity.kind is Kind.SHARE


def _next_words(after: str) -> list[str]:
    match = _AFTER.match(after)
    return match[0].lower().split() if match else []


def _same(one: Quantity, other: Quantity) -> bool:
    plain = replace(other, sense=Sense.EXACT)
    return one.agrees(other.value) or plain.agrees(one.value) or one.is_given_as(other.value)
