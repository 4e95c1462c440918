"""The web edition: one file that carries its styles, fonts and pictures, and needs no others."""

import re
from base64 import b64encode
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import PurePosixPath
from urllib.parse import urljoin

from briefpress.compose.assets import SITE
from briefpress.palette import Palette, night_of

CHARSET = '<meta charset="utf-8">'
"""Where the head of a page gets its policy and styles. A policy holds for what follows it."""
END = "</body>"
"""Where the one script goes."""
KINDS = {
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}
"""The kinds of file that a page may carry."""

_ADDRESS = re.compile(rf"{re.escape(SITE)}/[^\"'()<>\s]+")
_CSS_ADDRESS = re.compile(r"url\(\s*[\"']?([^\"')]+)[\"']?\s*\)")
_FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}")
_RANGE = re.compile(r"unicode-range\s*:([^;}]*)")
_RUN = re.compile(r"U\+([0-9A-F]{1,6})(?:-([0-9A-F]{1,6}))?", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


def colours(palette: Palette) -> str:
    """The brand's colours by day and, on a screen, by night. Paper is always white."""
    night = night_of(palette).css()
    return f"{palette.css()}@media screen and (prefers-color-scheme:dark){{{night}}}"


def one_file(html: str, sheets: Mapping[str, str], script: str, files: Mapping[str, bytes]) -> str:
    """The page with everything in it: sheets (by their address), the script, and its files.

    A font that has no character of the page in its `unicode-range` is left out. An address that
    leads to no file stays as it is; preflight refuses it.
    """
    used = frozenset(map(ord, html))
    style = "\n".join(_carried_sheet(css, base, used, files) for base, css in sheets.items())
    script = script.strip()
    html = _ADDRESS.sub(lambda m: _data(m[0], files) or m[0], html)
    head = f'<meta http-equiv="Content-Security-Policy" content="{policy_of(style, script)}">'
    html = html.replace(CHARSET, f"{CHARSET}\n{head}\n<style>{style}</style>", 1)
    return html.replace(END, f"<script>{script}</script>\n{END}", 1) if script else html


def policy_of(style: str, script: str) -> str:
    """A content security policy (CSP 3): what stands in the page itself, and nothing else."""
    scripts = _hash_of(script) if script else "'none'"
    return (
        f"default-src 'none'; style-src {_hash_of(style)}; script-src {scripts}; "
        "img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash_of(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _carried_sheet(css: str, base: str, used: frozenset[int], files: Mapping[str, bytes]) -> str:
    """A stylesheet with its files in it, without its comments and the fonts that nobody needs."""

    def carry(match: re.Match[str]) -> str:
        return f"url({_data(urljoin(base, match[1]), files) or match[1]})"

    css = _FONT_FACE.sub(lambda m: m[0] if _is_used(m[0], used) else "", _COMMENT.sub("", css))
    return _CSS_ADDRESS.sub(carry, css).strip()


def _data(address: str, files: Mapping[str, bytes]) -> str:
    """A file as a `data:` address; empty if there is none, or of a kind that pages do not carry."""
    kind = KINDS.get(PurePosixPath(address).suffix)
    if address not in files or kind is None:
        return ""
    return _address_of(kind, files[address])


@lru_cache(maxsize=64)
def _address_of(kind: str, data: bytes) -> str:
    """Remembered, for all pages carry the same fonts, and those of a brand the same logos."""
    return f"data:{kind};base64,{b64encode(data).decode()}"


def _is_used(face: str, used: frozenset[int]) -> bool:
    """Whether the page has a character that the font is meant for."""
    found = _RANGE.search(face)
    if found is None:
        return True
    runs = [(int(m[1], 16), int(m[2] or m[1], 16)) for m in _RUN.finditer(found[1])]
    return any(first <= character <= last for character in used for first, last in runs)
