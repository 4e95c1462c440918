"""A placeholder logo: drawn from a board's name, and to be known again until it is replaced."""

PLACEHOLDER = "briefpress-placeholder"
"""The `id` of its root element. It goes with the file, so a board that puts its own file in the
place has nothing else to change."""


def is_placeholder(data: bytes) -> bool:
    """Whether the bytes of a logo file are those of a placeholder."""
    return f'id="{PLACEHOLDER}"'.encode() in data
