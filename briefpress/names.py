"""Names: the nearest valid one to a name that leads nowhere."""

import difflib
from collections.abc import Collection

NEAR_LIMIT = 80
"""Characters of a wrong name that are compared; a longer one is no slip of a finger."""
LISTED = 12


def did_you_mean(wrong: str, valid: Collection[str]) -> str:
    """A hint that names the nearest valid name, or lists some when none is near."""
    names = sorted(valid)
    near = difflib.get_close_matches(wrong[:NEAR_LIMIT], names, n=1)
    if near:
        return f"did you mean {near[0]!r}?"
    more = ", …" if len(names) > LISTED else ""
    return f"known are: {', '.join(names[:LISTED])}{more}" if names else ""
