"""Assets: the addresses of a document's own files."""

SITE = "https://briefpress.invalid"
"""The address below which a document finds its files. `.invalid` leads nowhere (RFC 2606)."""


def asset_url(path: str) -> str:
    """The address of a file of the document."""
    return f"{SITE}/{path}"


def brand_path(path: str) -> str:
    """Where a brand's file stands among the files of a document."""
    return f"brands/{path}"
