"""Presence: each claim looked for in the flow of the file, block after block."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from briefpress.check.reading.flow import Flow
from briefpress.check.reading.plain import plain
from briefpress.check.reading.seen import Seen
from briefpress.model.claims import Claim, ClaimKind

BLOCKS = (ClaimKind.TEXT, ClaimKind.HEADING)
READ_OUT = (ClaimKind.MESSAGE, ClaimKind.CONTACT, ClaimKind.NOTE)
NEAR, FAR = 8, 60
"""Characters that styles may put between two blocks: a marker of a list; the words of a drawing."""


@dataclass
class Presence:
    """Where claims were found.

    `placed` has the pieces of text of each; `missing` are on no page; `astray` are there, but not
    where the reading order has them.
    """

    placed: dict[int, tuple[Seen, ...]] = field(default_factory=dict)
    missing: list[int] = field(default_factory=list)
    astray: list[int] = field(default_factory=list)

    @cached_property
    def holders(self) -> Mapping[int, list[int]]:
        """For each piece of text (by its `id`) the claims that stand in it."""
        holders: dict[int, list[int]] = {}
        for number, pieces in self.placed.items():
            for piece in pieces:
                holders.setdefault(id(piece), []).append(number)
        return holders


@dataclass
class _Search:
    """A search on its way through the flow."""

    flow: Flow
    aside: Flow
    drawn: int
    """Characters that charts draw."""
    cursor: int = 0
    slack: int = FAR
    block: tuple[int, int] | None = None

    def place(self, claim: Claim, wanted: str) -> tuple[Seen, ...] | None:
        """The pieces that a claim stands in, at its place in the order or in running matter."""
        if claim.kind is ClaimKind.CHART:
            return self.anywhere(wanted)
        if claim.kind in BLOCKS:
            self.block = None
            return (
                self._next((wanted,), NEAR)
                or _stands(self.aside, wanted)
                or self._next((wanted,), self.slack)
                or self._next(tuple(filter(None, map(plain, claim.parts))), self.slack)
            )
        return self._inside(wanted) or _stands(self.aside, wanted)

    def anywhere(self, wanted: str) -> tuple[Seen, ...] | None:
        """The pieces that it stands in, wherever that is."""
        return _stands(self.flow, wanted) or _stands(self.aside, wanted)

    def passed(self, wanted: str) -> None:
        """Let what follows stand so much further on, for this was not found."""
        self.slack += len(wanted) + FAR

    def _next(self, parts: Sequence[str], slack: int) -> tuple[Seen, ...] | None:
        """The pieces of the next block, the first of its parts at most so far on."""
        places: list[int] = []
        at = self.cursor
        for part in parts:
            start = self.flow.plain.find(part, at, at + slack + len(part))
            if start < 0:
                return None
            places.append(start)
            at, slack = start + len(part), FAR
        if not places:
            return None
        self.block = (places[0], at)
        self.cursor, self.slack = at, FAR + self.drawn
        return self.flow.at(*self.block)

    def _inside(self, wanted: str) -> tuple[Seen, ...] | None:
        if self.block is None:
            return None
        start = self.flow.plain.find(wanted, *self.block)
        return self.flow.at(start, start + len(wanted)) if start >= 0 else None


def _stands(flow: Flow, wanted: str) -> tuple[Seen, ...] | None:
    start = flow.plain.find(wanted)
    return flow.at(start, start + len(wanted)) if start >= 0 else None


def look_for(claims: Sequence[Claim], flow: Flow, aside: Flow) -> Presence:
    """Look for each claim at its place; then beside the flow (running matter); then anywhere."""
    found = Presence()
    search = _Search(flow, aside, _drawn(claims))
    for number, claim in enumerate(claims):
        wanted = plain(claim.text)
        if not wanted:
            continue
        pieces = search.place(claim, wanted)
        if pieces is None:
            search.passed(wanted)
            pieces = search.anywhere(wanted)
            (found.missing if pieces is None else found.astray).append(number)
        if pieces is not None:
            found.placed[number] = pieces
    found.astray += _unread(claims, found, flow)
    return found


def _unread(claims: Sequence[Claim], found: Presence, flow: Flow) -> Iterator[int]:
    """What has to be read out, and stands in running matter or decoration alone."""
    read = {id(seen) for seen in flow.texts}
    inside: dict[tuple[ClaimKind, str], list[int]] = {}
    for number in found.placed:
        if claims[number].kind in READ_OUT:
            inside.setdefault((claims[number].kind, claims[number].id), []).append(number)
    for numbers in inside.values():
        if not any(id(seen) in read for number in numbers for seen in found.placed[number]):
            yield from numbers


def _drawn(claims: Sequence[Claim]) -> int:
    return sum(len(plain(claim.text)) + FAR for claim in claims if claim.kind is ClaimKind.CHART)


def items_of(claims: Sequence[Claim], numbers: Sequence[int]) -> Iterator[int]:
    """The claims among these that say most: a block is left out where an item of it is named."""
    named = set(numbers)
    for number in numbers:
        inside = number + 1
        while inside < len(claims) and claims[inside].kind not in BLOCKS:
            inside += 1
        within = set(range(number + 1, inside))
        if claims[number].kind not in BLOCKS or not within & named:
            yield number
