"""Names of invented boards, from 8 to 90 characters, and the areas that each of them has."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefpress.model.organisation import NAME_LIMIT
from briefpress.packs.specimen.places import places, short_places

LONGEST = "{}, {} and {} Safeguarding Children and Young People’s Partnership"
SHORTEST = "{} SCP"
SHORT = 4
"""Letters of a place whose board has a name of 8 characters."""
PATTERNS = (
    "{} Safeguarding Children Partnership",
    "{} Safeguarding Children Board",
    "{} and {} Safeguarding Children Partnership",
    "Safer Children {}",
    "{} Safeguarding People Partnership",
    "{}, {} and {} Safeguarding Children Board",
    "{} Children’s Safeguarding Assurance Partnership",
    "Pan-{} Safeguarding Children Partnership",
    SHORTEST,
    "{} Children’s Trust",
    LONGEST,
    "{} Children’s Multi-Agency Safeguarding Arrangements",
)


@dataclass(frozen=True)
class Named:
    """A board's name and its areas."""

    full: str
    areas: tuple[str, ...]

    @property
    def short(self) -> str:
        """The name in short: its first area, and what the body is."""
        return f"{self.areas[0]} {'Board' if self.full.endswith('Board') else 'Partnership'}"


def named_boards() -> Iterator[Named]:
    """Boards without end, always the same ones; no area belongs to two of them."""
    free = places()
    short = iter(short_places(SHORT))
    kept: list[str] = []
    number = 0
    while True:
        pattern = PATTERNS[number % len(PATTERNS)]
        number += 1
        if pattern == SHORTEST:
            area = next(short)
            yield Named(pattern.format(area), (area,))
        elif pattern == LONGEST:
            yield _longest(free, kept)
        else:
            areas = [kept.pop(0) if kept else next(free) for _ in range(pattern.count("{}"))]
            # A board that covers all of a county has several councils under one name.
            others = [next(free)] if pattern.startswith("Pan") else []
            yield Named(pattern.format(*areas), (*areas, *others))


def _longest(free: Iterator[str], kept: list[str]) -> Named:
    """A name of exactly as many characters as covers are made for; what does not fit is kept."""
    room = NAME_LIMIT - len(LONGEST.format("", "", ""))
    third = room // 3
    lengths = (third, third, room - 2 * third)
    areas = tuple(next(p for p in free if _fits(p, length, kept)) for length in lengths)
    return Named(LONGEST.format(*areas), areas)


def _fits(place: str, length: int, kept: list[str]) -> bool:
    if len(place) == length:
        return True
    kept.append(place)
    return False
