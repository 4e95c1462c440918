"""Names of places that are nowhere: syllables put together, held against the areas there are."""

import re
from collections.abc import Iterator
from itertools import islice

from briefpress.packs.specimen.areas import AREAS
from briefpress.packs.specimen.dice import Dice

BEGINNINGS = (
    *("B", "Br", "D", "F", "Fr", "G", "Gr", "H", "J", "K", "L", "M", "N", "P", "Qu", "R", "S"),
    *("Sk", "T", "Th", "Tr", "V", "W", "Y"),
)
VOWELS = tuple("aeio")
MIDDLES = ("l", "m", "n", "r", "v", "ld", "nd", "rn", "st", "sk", "lm", "nt")
JOINTS = {1: ("a", "i", "o"), 2: ("er", "en")}
"""What joins a middle of so many letters to the ending, so that the name can be spoken."""
ENDINGS = (
    *("mere", "combe", "stow", "marsh", "moor", "ness", "holt", "gate", "wick", "haven", "thorpe"),
    *("brook", "cliff", "heath", "strand", "well", "croft", "sands", "worth", "beck", "mouth"),
)
ALIKE = 4
"""Letters. No name begins with as many that a word of a real area begins with."""
_REAL = frozenset(word[:ALIKE].casefold() for word in re.findall(r"\w+", AREAS))


def places() -> Iterator[str]:
    """Names without end, each once, always the same ones."""
    dice = Dice("places")
    given: set[str] = set()
    while True:
        name = _name(dice)
        if name not in given and not is_like_a_real_one(name):
            given.add(name)
            yield name


def short_places(length: int) -> tuple[str, ...]:
    """Names of one syllable and of this many letters."""
    dice = Dice("short places")
    names = (f"{dice.pick(BEGINNINGS)}{dice.pick(VOWELS)}{dice.pick(MIDDLES)}" for _ in range(400))
    fitting = (n for n in names if len(n) == length and not is_like_a_real_one(n))
    return tuple(dict.fromkeys(fitting))


def is_like_a_real_one(name: str) -> bool:
    """Whether a word of it begins like a word of the name of an area of England."""
    return any(word[:ALIKE].casefold() in _REAL for word in re.findall(r"\w+", name))


def _name(dice: Dice) -> str:
    middle = dice.pick(MIDDLES)
    joint = dice.pick(JOINTS[len(middle)])
    return f"{dice.pick(BEGINNINGS)}{dice.pick(VOWELS)}{middle}{joint}{dice.pick(ENDINGS)}"


def first_places(count: int) -> tuple[str, ...]:
    """The first so many."""
    return tuple(islice(places(), count))
