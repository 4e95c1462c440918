"""Contacts of invented boards: one line or several, all day or not, for all or for some."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from briefpress.packs.slug import slug_of
from briefpress.packs.specimen.dice import Dice
from briefpress.packs.specimen.names import Named
from briefpress.packs.specimen.numbers import Numbers
from briefpress.packs.specimen.phrases import EARLY_HELP, FRONT_DOORS, LADO, OUT_OF_HOURS

Route = Mapping[str, Any]


def _open(days: str, begin: str, end: str) -> Route:
    return {"days": days, "from": begin, "to": end}


HOURS: tuple[tuple[Route, ...], ...] = (
    (_open("mon-thu", "08:30", "17:00"), _open("fri", "08:30", "16:30")),
    (_open("mon-fri", "09:00", "17:00"),),
    (_open("mon-fri", "08:00", "18:00"), _open("sat", "09:00", "13:00")),
    (_open("mon-thu", "08:45", "17:15"), _open("fri", "08:45", "16:15")),
    (_open("mon, wed-fri", "09:00", "17:00"), _open("tue", "10:00", "19:30")),
    (_open("mon-sun", "07:00", "24:00"),),
    (_open("mon-fri", "09:00", "12:30"), {"days": "sat-sun", "closed": "yes"}),
)
NIGHTS: tuple[Route, ...] = (
    {"hours_note": "Nights, weekends and bank holidays"},
    {"hours": (_open("mon-fri", "17:00", "08:30"),), "hours_note": "All day at weekends"},
    {"hours_note": "Whenever the front door is closed"},
)


@dataclass(frozen=True)
class Board:
    """What the contacts of a board are drawn from.

    `team` is the number that it shares with the boards `sharers`; both may be empty.
    """

    number: int
    slug: str
    named: Named
    audiences: tuple[str, ...]
    checked_on: str
    team: str = ""
    sharers: tuple[str, ...] = ()

    @property
    def all_day(self) -> bool:
        """Whether its front door never closes, so that nobody else answers at night."""
        return self.number % 6 == 2  # noqa: PLR2004 - one in six

    @property
    def domain(self) -> str:
        """Where its addresses are: below a domain that nobody can have (RFC 2606)."""
        return f"{slug_of(self.named.areas[0])}.example.org"

    @property
    def site(self) -> str:
        """Its website."""
        return f"https://{self.domain}"


def contacts_of(board: Board) -> tuple[Route, ...]:
    """The contacts of a board, in the order in which they are printed."""
    routes = _Routes(board)
    parts = (
        routes.emergency(),
        routes.front_doors(),
        routes.nights(),
        routes.lado(),
        routes.early_help(),
        routes.police(),
    )
    return tuple(
        {**route, "checked_on": board.checked_on} for part in parts for route in part if route
    )


class _Routes:
    """Draws the routes of one board, each kind by a row of dice of its own."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._numbers = Numbers(board.number)
        self._dice = Dice("contacts", board.number)

    def emergency(self) -> Iterator[Route]:
        yield {
            "kind": "emergency",
            "label": "A child is in danger now",
            "phones": ("999",),
        }

    def front_doors(self) -> Iterator[Route]:
        """One for all, one for each area, or one for professionals and one for the public."""
        name = self._dice.pick(FRONT_DOORS)
        hours = {"hours": self._dice.pick(HOURS)}
        if self._board.all_day:
            note = {"hours_note": "24 hours a day, every day of the year"}
            yield self._door(f"{name}: one number, day and night", self._numbers.free(), note)
        elif len(self._board.named.areas) > 1 and self._board.number % 2:
            for area in self._board.named.areas:
                yield self._door(f"Child lives in {area}: {name}", self._numbers.local(), hours)
        elif self._board.number % 4 == 0:
            yield self._door(f"{name}: professionals’ line", self._numbers.local(), hours) | {
                "audiences": self._board.audiences[:-1] or self._board.audiences
            }
            note = {"note": "Free to call. Give this number to families."}
            yield self._door(f"{name}: for the public", self._numbers.free(), {**hours, **note})
        else:
            yield self._door(name, self._numbers.local(), hours)

    def nights(self) -> Iterator[Route]:
        if self._board.all_day:
            return
        board = self._board
        shared = {"shared_with": board.sharers} if board.sharers else {}
        yield {
            "kind": "out_of_hours",
            "label": f"Out of hours: {self._dice.pick(OUT_OF_HOURS)}",
            "phones": (board.team or self._numbers.local(),),
            **self._dice.pick(NIGHTS),
            **shared,
        }

    def lado(self) -> Iterator[Route]:
        """By telephone, by e-mail, or both."""
        way = self._board.number % 4
        email = {"email": self._address("lado")}
        phone = {"phones": (self._numbers.local(),)}
        ways: tuple[Route, ...] = (
            {**phone, **email},
            {**email, "note": "By e-mail only. Write within one working day."},
            {**phone, "hours": HOURS[1]},
            {**phone, **email},
        )
        yield {"kind": "lado", "label": self._dice.pick(LADO), **ways[way]}

    def early_help(self) -> Iterator[Route]:
        """For all, for two audiences, or none."""
        way = self._board.number % 3
        label = self._dice.pick(EARLY_HELP)
        if way == 0:
            yield {
                "kind": "early_help",
                "label": label,
                "phones": (self._numbers.local(),),
                "hours_note": "Weekdays in term time",
                "audiences": self._board.audiences[1:3] or self._board.audiences,
            }
        elif way == 1:
            yield {"kind": "early_help", "label": label, "url": f"{self._board.site}/early-help"}

    def police(self) -> Iterator[Route]:
        if self._board.number % 5 == 0:
            yield {
                "kind": "police",
                "label": "Police, when it is not an emergency",
                "phones": ("101",),
            }

    def _door(self, label: str, phone: str, more: Route) -> dict[str, Any]:
        email = {"email": self._address("frontdoor")} if self._dice.below(2) else {}
        return {"kind": "front_door", "label": label, "phones": (phone,), **email, **more}

    def _address(self, name: str) -> str:
        return f"{name}@{self._board.domain}"
