"""Copyfit: the largest type, between a slot's floor and its ceiling, at which everything fits."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from briefpress.model.document import Fitted
from briefpress.model.layout import Slot

Sizes = Mapping[str, float]
"""Type sizes (pt) by slot id."""
Measure = Callable[[Sizes], Mapping[str, float]]
"""Natural heights (mm) of just these slots at these sizes, whatever room they have."""


GROWTH = 0.6
"""Natural heights grow between the first and the second power of the type size, because both the
lines and their number grow; so sizes follow heights by about this power."""
GUESSES = 5
"""After so many the span is halved: leaps of the heights can lead guesses astray."""
DECIMALS = 6
"""Of a natural height (mm): beyond them stands only by what sums it was reckoned."""
_LEAST = 0.1
"""mm. What counts as empty."""


@dataclass(frozen=True)
class _Span:
    """What is open for one slot: steps `low` to `high`, the best so far, and what was measured."""

    low: int
    high: int
    best: Fitted | None = None
    last: Fitted | None = None
    tried: int = 0

    @property
    def probe(self) -> int:
        """The step to measure next."""
        if self.last is None:
            return self.high
        if self.tried > GUESSES:
            return (self.low + self.high) // 2
        return max(self.low, min(_likely(self.last), self.high))


def fit(slots: tuple[Slot, ...], measure: Measure) -> tuple[Fitted, ...]:
    """Fit every slot. Slots do not touch one another, so one measurement serves all of them.

    Most texts fit at the ceiling, which is measured first. For the others the span of steps is
    narrowed, first at the steps that the last height makes likely, then at its middle. The size
    chosen has been measured itself; where even the floor is too much, the floor is given.
    """
    done: dict[str, Fitted] = {}
    spans = {slot.id: _Span(0, _steps(slot)) for slot in slots}
    while spans:
        waiting = tuple(slot for slot in slots if slot.id in spans)
        sizes = {slot.id: _size(slot, spans[slot.id].probe) for slot in waiting}
        heights = measure(sizes)
        for slot in waiting:
            fitted = Fitted(slot, sizes[slot.id], round(heights[slot.id], DECIMALS))
            span = _narrowed(spans.pop(slot.id), fitted)
            if span.low > span.high:
                done[slot.id] = span.best or fitted
            else:
                spans[slot.id] = span
    return tuple(done[slot.id] for slot in slots)


def at_ceilings(slots: tuple[Slot, ...]) -> Sizes:
    """The largest size of each slot: what `fit` measures first."""
    return {slot.id: _size(slot, _steps(slot)) for slot in slots}


def _narrowed(span: _Span, fitted: Fitted) -> _Span:
    """Go on above a size that fits, below one that does not."""
    tried = span.tried + 1
    if fitted.fits:
        return _Span(span.probe + 1, span.high, fitted, fitted, tried)
    return _Span(span.low, span.probe - 1, span.best, fitted, tried)


def _likely(fitted: Fitted) -> int:
    """The step at which the text of a slot may just fit."""
    slot = fitted.slot
    size = fitted.size * (slot.height / max(fitted.natural, _LEAST)) ** GROWTH
    return int((size - slot.floor) / slot.step)


def _steps(slot: Slot) -> int:
    return max(0, int((slot.ceiling - slot.floor) / slot.step + 1e-6))


def _size(slot: Slot, step: int) -> float:
    return round(slot.floor + step * slot.step, 4)
