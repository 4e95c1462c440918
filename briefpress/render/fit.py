"""Copyfit: the largest type, between a slot's floor and its ceiling, at which everything fits."""

from collections.abc import Callable, Mapping

from briefpress.model.document import Fitted
from briefpress.model.layout import Slot

Sizes = Mapping[str, float]
Measure = Callable[[Sizes], Mapping[str, float]]
"""Natural heights (mm) of all slots at given type sizes (pt), measured on an endless page."""


def fit(slots: tuple[Slot, ...], measure: Measure) -> tuple[Fitted, ...]:
    """Fit every slot. Slots do not touch one another, so one measurement serves all of them.

    Heights grow with the size but in steps, as lines wrap, so sizes are searched on a grid of
    `slot.step` from the floor up, and the size chosen has been measured itself.
    """
    if not slots:
        return ()
    ranges = {slot.id: [0, _steps(slot)] for slot in slots}
    heights = _measured(slots, measure, {s.id: ranges[s.id][1] for s in slots})
    found = {s.id: (ranges[s.id][1], heights[s.id]) for s in slots if heights[s.id] <= s.height}
    waiting = [s for s in slots if s.id not in found]
    best: dict[str, tuple[int, float]] = {}
    while waiting:
        middle = {s.id: sum(ranges[s.id]) // 2 for s in waiting}
        heights = _measured(slots, measure, {**{k: v[0] for k, v in found.items()}, **middle})
        for slot in waiting:
            _narrow(slot, middle[slot.id], heights[slot.id], ranges[slot.id], best)
        for slot in [s for s in waiting if ranges[s.id][0] > ranges[s.id][1]]:
            found[slot.id] = best[slot.id]
            waiting.remove(slot)
    return tuple(Fitted(s, _size(s, found[s.id][0]), found[s.id][1]) for s in slots)


def _narrow(
    slot: Slot, step: int, height: float, span: list[int], best: dict[str, tuple[int, float]]
) -> None:
    """Move one end of the span past `step`; keep the largest step that fits, or the floor."""
    if height <= slot.height:
        best[slot.id] = (step, height)
        span[0] = step + 1
    else:
        if step == 0:
            best[slot.id] = (0, height)
        span[1] = step - 1


def _measured(
    slots: tuple[Slot, ...], measure: Measure, steps: Mapping[str, int]
) -> Mapping[str, float]:
    return measure({s.id: _size(s, steps[s.id]) for s in slots})


def _steps(slot: Slot) -> int:
    return max(0, int((slot.ceiling - slot.floor) / slot.step + 1e-6))


def _size(slot: Slot, step: int) -> float:
    return round(slot.floor + step * slot.step, 4)
