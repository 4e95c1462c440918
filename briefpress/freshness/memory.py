"""A memory of larders: what a brand gives to its documents is not reckoned out again.

A brand is known again by a hash of all that it was read from; what is kept is plain text, and may
be taken away at any time.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Share:
    """What one brand gives: the names of its lists by what they are for, and what it owns.

    `owned` is None, and `said` empty, until somebody has found them out.
    """

    lists: dict[str, str] = field(default_factory=dict)
    owned: tuple[str, ...] | None = None
    said: str = ""


class LarderMemory:
    """Shares by what they rest on. What is not asked for is forgotten when it is kept."""

    def __init__(self, kept: bytes | None = None, made_with: str = "") -> None:
        """Begin with what was `kept` before, if the same program had made it."""
        self._made_with = made_with
        self._kept = kept
        self._known = _understood(kept, made_with) if kept else {}
        self._used: dict[str, Share] = {}

    def knows(self, key: str) -> bool:
        """Whether anything was known of a brand before."""
        return key in self._known

    def share(self, key: str) -> Share:
        """What is known of a brand; whoever asks adds what is not."""
        if key not in self._used:
            self._used[key] = self._known.get(key) or Share()
        return self._used[key]

    def news(self) -> bytes | None:
        """As it is to be kept: what was asked for since it began; None if it is so already."""
        shares = {key: _plain(share) for key, share in sorted(self._used.items())}
        data = json.dumps({"made_with": self._made_with, "shares": shares}).encode()
        return None if data == self._kept else data


def _plain(share: Share) -> Mapping[str, Any]:
    return {"lists": dict(sorted(share.lists.items())), "owned": share.owned, "said": share.said}


def _understood(kept: bytes, made_with: str) -> dict[str, Share]:
    """What was kept; nothing if another program made it, or it is damaged."""
    try:
        data = json.loads(kept)
        if data["made_with"] != made_with:
            return {}
        return {key: _share(item) for key, item in data["shares"].items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def _share(item: Mapping[str, Any]) -> Share:
    lists, owned, said = item["lists"], item["owned"], item["said"]
    texts = (said, *(owned or ()), *lists, *lists.values())
    if not all(type(text) is str for text in texts):
        message = "a share is of another kind"
        raise TypeError(message)
    return Share(lists, None if owned is None else tuple(owned), said)
