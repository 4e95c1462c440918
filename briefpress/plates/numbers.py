"""Numbers that a plate and its shells agree on, so that neither has to be written anew for another.

A reference is a number in a file (ISO 32000-1, 7.3.10). What a brand's part refers to has the same
number in every plate, and each part has a row of numbers of its own; so the bytes of a plate serve
all brands, and those of a brand all audiences. The numbers stay low: programs doubt a file with
higher numbers than a third of its bytes (qpdf 12, when it reads the table of objects).
"""

CATALOG = 1
COLOURS = 2
"""The palette of the brand."""
SPACES = 3
"""The colour spaces that pages know by name."""
INFO = 4
PACKET = 5
OWNERS = 6
"""The tree from marks to elements (ISO 32000-1, 14.7.4.4); its leaf for what brands add."""
OWNERS_LEAF = 7
RESOURCES = 8
OUTLINE = 9
PAGES = 20
"""The page of each frame, by the place of the frame."""
PARENTS = 40
"""The element around each slot, by the place where it first stands among the slots."""
FIRST = 100
"""The first number that is free for a plate."""
PLATE_END = 4_000
BOOKMARKS = PLATE_END
"""The first entry of the outline."""
SHELLS = 4_200
"""The first number of the first shell."""
SHELLS_STEP = 500
"""How many numbers each has."""
MOST = 20
"""Frames and slots of a layout that there are numbers for."""

MARKS = 256
"""The marks of a page that belong to a brand: 0 to 255 (ISO 32000-1, 14.6). A plate's follow."""
PAGE_KEYS = 10_000
"""The first key, in the tree of owners, of pages to which brands add; the plate has those below."""
SHELL_KEYS = 20_000
"""The first key of what the first shell adds; each has 1000."""
SHELL_KEYS_STEP = 1_000
KEYS_END = 100_000


def shell_base(place: int) -> int:
    """The first number of a shell, by the place of its frame."""
    return SHELLS + SHELLS_STEP * place


def shell_keys(place: int) -> int:
    """The first key of a shell in the tree of owners."""
    return SHELL_KEYS + SHELL_KEYS_STEP * place
