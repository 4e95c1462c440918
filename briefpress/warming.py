"""Warming: what a worker needs of the program is read while it has nothing to do yet."""

from collections.abc import Iterator
from pathlib import Path


def warm(layouts: Path) -> Iterator[None]:
    """Read the program that lays out, puts together and checks: half a second; then compile.

    Templates of these layouts are compiled one a step.
    """
    from PIL import Image  # noqa: PLC0415

    import briefpress.plates.maker  # noqa: PLC0415
    import briefpress.press  # noqa: PLC0415
    import briefpress.render  # noqa: F401, PLC0415
    from briefpress.compose import compiling  # noqa: PLC0415
    from briefpress.load import read_templates  # noqa: PLC0415
    from briefpress.plates.keeping import from_bytes  # noqa: PLC0415
    from briefpress.plates.making import ReadyPlate, ReadyShell  # noqa: PLC0415
    from briefpress.plates.reading import Added  # noqa: PLC0415

    Image.preinit()
    from_bytes(b"", ReadyPlate)  # How parts are read is found out with the first of each kind.
    from_bytes(b"", ReadyShell)
    from_bytes(b"", Added)
    yield
    yield from compiling(read_templates(layouts))
