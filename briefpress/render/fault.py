"""What render raises when there is no proof to give."""


class RenderFaultError(Exception):
    """The engine gave up on a document, or the document lacks what it promises."""
