"""Numbers as people write them, in digits or in English words: `1,200`, `twenty-three`, `fifth`."""

import re
from decimal import Decimal

_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = dict(zip(_SMALL, range(20), strict=True)) | {
    word: 20 + 10 * index for index, word in enumerate(_TENS)
}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth"),
)

_GAP = r"[\s-]+"
_BELOW_20 = rf"(?:{'|'.join(sorted(_SMALL, key=len, reverse=True))})"
_BELOW_100 = rf"(?:(?:{'|'.join(_TENS)})(?:{_GAP}(?:{'|'.join(_SMALL[1:10])})\b)?|{_BELOW_20})"
_HUNDREDS = rf"(?:(?:an?|{_BELOW_20}){_GAP}hundred(?:(?:{_GAP}and)?{_GAP}{_BELOW_100}\b)?)"
_REST = rf"(?:(?:,|{_GAP}and)?{_GAP}(?:{_HUNDREDS}|{_BELOW_100})\b)?"
_THOUSANDS = rf"(?:(?:an?|{_HUNDREDS}|{_BELOW_100}){_GAP}(?:thousand|million){_REST})"
_HALF = rf"{_GAP}and{_GAP}a{_GAP}half"
WORDS = rf"(?:(?:{_THOUSANDS}|{_HUNDREDS}|{_BELOW_100})(?:{_HALF})?)\b"
"""A number in words. Like the patterns below without groups, and to be used case-blind."""
DIGITS = r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?"
ORDINAL = rf"(?:[0-9]+(?:st|nd|rd|th)|{'|'.join(_ORDINALS)})"
_PARTS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4, "tenth": 10, "tenths": 10} | {
    word + many: number for number, word in enumerate(_ORDINALS[2:], 3) for many in ("", "s")
}
PART = rf"(?:{'|'.join(sorted(_PARTS, key=len, reverse=True))})"
"""What a fraction counts: `half`, `quarters`, `thirds`."""


def number_of(text: str) -> Decimal:
    """The number that DIGITS or WORDS has matched."""
    text = text.lower()
    if text[0].isdigit():
        return Decimal(text.replace(",", ""))
    whole = re.sub(_HALF, "", text)
    half = Decimal("0.5") if whole != text else Decimal(0)
    total = current = 0
    for word in re.split(r"[\s,-]+", whole):
        scale = _SCALES.get(word)
        if scale is None:
            current += _VALUES.get(word, 0)
        elif scale == _SCALES["hundred"]:
            current = scale * (current or 1)
        else:
            total, current = total + scale * (current or 1), 0
    return total + current + half


def place_of(text: str) -> int:
    """The place that ORDINAL has matched: 5 for `fifth` and `5th`."""
    digits = re.match("[0-9]+", text)
    return int(digits[0]) if digits else 1 + _ORDINALS.index(text.lower())


def part_of(text: str) -> int:
    """How many of what PART has matched make a whole."""
    return _PARTS[text.lower()]
