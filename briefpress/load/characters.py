"""Characters that nobody sees: they change text, hide text, or break numbers and searches."""

import re
from collections.abc import Iterator

from briefpress.load.findings import Fault

_CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U0010ffff"
# Not among them: the joiners U+200C and U+200D and the marks U+200E and U+200F, without which some
# scripts cannot be written; between two Latin letters or digits nothing needs them. The overrides
# and isolates can make text read otherwise than it is.
_INVISIBLE = (
    "\u00ad\u034f\u115f\u1160\u180b-\u180f\u200b\u2028\u2029\u202a-\u202e\u2060-\u2069\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e01ef"
)
_JOINED = "(?<=[0-9A-Za-z])[\u200c-\u200f](?=[0-9A-Za-z])"
_REFUSED = re.compile(
    f"(?P<control>[{_CONTROL}])|(?P<private>[{_PRIVATE}])|[{_INVISIBLE}]|{_JOINED}"
)


def hidden_characters(text: str) -> Iterator[tuple[int, Fault]]:
    """Each character that is refused, with its position in the text."""
    for match in _REFUSED.finditer(text):
        kind = "private character" if match["private"] else "invisible character"
        kind = "control character" if match["control"] else kind
        message = f"{kind} U+{ord(match[0]):04X}"
        yield match.start(), Fault("TEXT-CONTROL", message, "delete it and type the word again")
