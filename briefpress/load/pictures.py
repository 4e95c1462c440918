"""Pictures of layouts: the photographs and drawings of pixels that stand in a layout's folder."""

from briefpress.load.files import Reader
from briefpress.load.findings import Fault

KINDS = {
    ".jpg": ("JPEG", b"\xff\xd8\xff"),
    ".jpeg": ("JPEG", b"\xff\xd8\xff"),
    ".png": ("PNG", b"\x89PNG\r\n\x1a\n"),
}
"""By the end of the name: the kind, and what a file of that kind begins with."""
LIMIT = 8 * 1024 * 1024
"""Bytes. A photograph over a card of A5 has 1,819 x 2,551 pixels at 300 to the inch: about 2 MB."""


def read_pictures(folder: Reader, prefix: str) -> dict[str, bytes]:
    """The pictures of a folder, by their path below `layouts/`."""
    found: dict[str, bytes] = {}
    for suffix, (kind, start) in KINDS.items():
        for name in folder.names(suffix):
            data = folder.binary(name, limit=LIMIT)
            if data is not None and not data.startswith(start):
                fault = Fault(
                    "FILE-KIND", f"is no {kind}, whatever its name says", "export it again"
                )
                folder.findings.report([fault], folder.where(name), folder.scope)
            elif data is not None:
                found[f"{prefix}/{name}"] = data
    return found
