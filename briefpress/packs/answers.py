"""Answers: what a new board is asked, and what follows from the answers."""

import re
from dataclasses import dataclass
from datetime import date

BODIES = ("Board", "Partnership", "Partners", "Arrangements", "Trust", "Alliance")
"""Words for what a board is, of which one often ends its name."""
_SHORT = {
    "Safeguarding Children Partnership": "SCP",
    "Safeguarding Children Board": "SCB",
    "Safeguarding Partnership": "SP",
    "Safeguarding Board": "SB",
}


@dataclass(frozen=True)
class Answers:
    """What is known of a new board. What is empty falls to the series.

    `colour` and `accent` are `#rrggbb`; `phone` is that of the front door.
    """

    slug: str
    name: str
    phone: str
    short_name: str = ""
    front_door: str = ""
    out_of_hours: str = ""
    email: str = ""
    website: str = ""
    colour: str = ""
    accent: str = ""
    areas: tuple[str, ...] = ()
    owner: str = ""
    demonstration: bool = False


def short_name_of(name: str) -> str:
    """The name with the usual words abbreviated: `Eastmarsh SCP`."""
    for words, initials in _SHORT.items():
        if name.endswith(f" {words}"):
            return name.removesuffix(words) + initials
    return name


def body_of(name: str) -> str:
    """What the body calls itself, if its name ends with it."""
    last = name.split()[-1:]
    return last[0] if last and last[0] in BODIES else ""


def year_after(day: date) -> date:
    """The same day a year later; the last of February for a leap day."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


def tidied(field: str, answer: str) -> str:
    """An answer as it is kept: single spaces, and a colour as `#rrggbb` however it was typed."""
    answer = " ".join(answer.split())
    if field in ("colour", "accent"):
        bare = answer.removeprefix("#").lower()
        bare = "".join(c * 2 for c in bare) if re.fullmatch("[0-9a-f]{3}", bare) else bare
        return f"#{bare}" if re.fullmatch("[0-9a-f]{6}", bare) else answer
    return answer
