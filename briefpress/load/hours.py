"""Opening hours: they run forwards, and no time of the week is given twice."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from briefpress.diagnostics import Where
from briefpress.load.findings import Fault
from briefpress.model.contacts import WEEK, Contact, ContactKind, Hours

DAY, WEEK_LONG = 24 * 60, 7 * 24 * 60
"""Minutes."""
Span = tuple[int, int]


def hours_faults(contact: Contact) -> Iterator[tuple[Fault, Where]]:
    """What is wrong with the hours of a contact."""
    nightly = contact.kind is ContactKind.OUT_OF_HOURS
    for hours in contact.hours:
        yield from _order_faults(hours, nightly=nightly)
    for first, second in combinations(contact.hours, 2):
        day = _shared_day(first, second)
        if day:
            message = f"hours: {day} is given twice ({first.days} and {second.days})"
            hint = "give each day once, or hours that do not overlap"
            yield Fault("CONTACT-HOURS", message, hint), second.where_of("days")


def _order_faults(hours: Hours, *, nightly: bool) -> Iterator[tuple[Fault, Where]]:
    if hours.closed:
        return
    start, end = _minutes(hours.from_), _minutes(hours.to)
    runs_over = end < start
    if end == start:
        message = f"hours: from {hours.from_} to {hours.to} is no time at all"
        hint = 'a whole day is from "00:00" to "24:00"'
        yield Fault("CONTACT-HOURS", message, hint), hours.where_of("to")
    elif runs_over and not (nightly or hours.overnight):
        message = f"hours: {hours.to} comes before {hours.from_}"
        yield (
            Fault("CONTACT-HOURS", message, "add `overnight: yes` if they run over midnight"),
            hours.where_of("to"),
        )
    elif hours.overnight and not runs_over:
        message = f"hours: from {hours.from_} to {hours.to} does not run over midnight"
        yield Fault("CONTACT-HOURS", message, "take `overnight` out"), hours.where_of("overnight")


def _shared_day(first: Hours, second: Hours) -> str:
    """A day on which both lines say something about the same time; empty if there is none."""
    for day in WEEK:
        mine, others = _spans(first, day), [s for d in WEEK for s in _spans(second, d)]
        if any(_overlap(a, b) for a in mine for b in others):
            return day
    return ""


def _spans(hours: Hours, day: str) -> Sequence[Span]:
    """The minutes of the week, from Monday, of the line's hours that begin on a day."""
    if not any(_is_in(day, *run) for run in hours.runs):
        return ()
    start = WEEK.index(day) * DAY
    if hours.closed:
        return ((start, start + DAY),)
    begin, end = _minutes(hours.from_), _minutes(hours.to)
    last = end if end > begin else end + DAY
    if start + last <= WEEK_LONG:
        return ((start + begin, start + last),)
    return ((start + begin, WEEK_LONG), (0, start + last - WEEK_LONG))


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _is_in(day: str, first: str, last: str) -> bool:
    """Whether a day is in a run, which may go over the end of the week (`sat-mon`)."""
    length = (WEEK.index(last) - WEEK.index(first)) % len(WEEK)
    return (WEEK.index(day) - WEEK.index(first)) % len(WEEK) <= length


def _minutes(time: str) -> int:
    hour, minute = time.split(":")
    return int(hour) * 60 + int(minute)
