"""What layouts ask of a brand's logos: words, size, one of the NHS, and that they can be seen."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from briefpress.diagnostics import Where
from briefpress.load.findings import Fault
from briefpress.model.layout import Format, Layout
from briefpress.model.library import Library, LoadedBrand
from briefpress.model.logofile import LogoFile
from briefpress.model.logos import Picture
from briefpress.model.organisation import PartnerRole
from briefpress.palette import PAPER, SEEN_CONTRAST, contrast, palette_of
from briefpress.units import MM_PER_INCH

FINE = 300
"""Pixels per inch that print shops ask for."""
COARSE = 200
"""Below it an office printer shows the steps."""
WIDE, TALL = 10.0, 0.33
"""Width by height: beyond, a logo has to be printed very small."""
_SAYS_NOTHING = frozenset(
    (
        *("", "a logo", "board logo", "brand", "graphic", "icon", "image", "img", "logo"),
        *("our logo", "photo", "picture", "png", "svg", "the logo", "untitled"),
    )
)

Found = Iterator[tuple[Fault, Where]]


class Print(NamedTuple):
    """A picture, the widest that a layout prints it (mm), and the ground that it stands on."""

    picture: Picture
    width: float
    ground: str = PAPER


def logo_faults(brand: LoadedBrand, library: Library) -> Found:
    """Everything that layouts would have against the logos of a brand."""
    formats = library.publication.builds.formats
    for picture in dict.fromkeys(brand.data.pictures()):
        yield from _word_faults(picture)
    yield from _nhs_faults(brand)
    for printed in _prints(brand, library, formats):
        file = brand.logos.get(printed.picture.path)
        if file is not None:
            place = printed.picture.where_of("path")
            name = PurePosixPath(printed.picture.path).name
            faults = (*_print_faults(file, printed), *_ink_faults(file, formats))
            for fault in faults:
                yield fault._replace(message=f"{name}: {fault.message}"), place


def _word_faults(picture: Picture) -> Found:
    """Alternative text that tells a listener nothing."""
    words = picture.alt.strip(" .:").casefold()
    path = PurePosixPath(picture.path.casefold())
    if words in _SAYS_NOTHING | {path.name, path.stem}:
        message = f"the alternative text {picture.alt!r} does not say whose logo it is"
        yield (
            Fault("LOGO-ALT", message, "write the name that the logo shows"),
            picture.where_of("alt"),
        )


def _nhs_faults(brand: LoadedBrand) -> Found:
    """One NHS logo may stand on a page (NHS identity guidelines)."""
    nhs = [p for p in brand.data.partners if p.role is PartnerRole.NHS and p.logo is not None]
    if len(nhs) > 1:
        names = ", ".join(partner.name for partner in nhs)
        message = f"{len(nhs)} NHS logos: {names}; one may stand on a page"
        hint = "keep the logo of one; take `logo:` from the others, and their names are printed"
        yield Fault("LOGO-NHS", message, hint), nhs[1].where_of("logo")


def _prints(brand: LoadedBrand, library: Library, formats: tuple[Format, ...]) -> Iterator[Print]:
    """Each picture that documents show, as large as the largest of them shows it."""
    layouts = [
        layout.data.in_format(name)
        for layout in library.layouts.values()
        for name in formats
        if name in layout.data.formats
    ]
    logo, palette = brand.data.logo, palette_of(brand.data)
    light, dark = logo.on_light(), logo.on_dark()
    yield Print(light, _room_width(brand, light, layouts))
    if dark != light and palette.field_is_dark:
        yield Print(dark, _room_width(brand, dark, layouts), palette.primary)
    for partner in brand.data.partners:
        if partner.logo is not None and partner.role is not PartnerRole.SUPPORTER:
            yield Print(partner.logo, _line_width(brand, partner.logo, layouts))


def _room_width(brand: LoadedBrand, picture: Picture, layouts: list[Layout]) -> float:
    file = brand.logos.get(picture.path)
    rooms = [layout.logo for layout in layouts if layout.logo is not None]
    return max((room.size_of(file.aspect).width for room in rooms), default=0) if file else 0.0


def _line_width(brand: LoadedBrand, picture: Picture, layouts: list[Layout]) -> float:
    file = brand.logos.get(picture.path)
    lines = [layout.partners for layout in layouts if layout.partners is not None]
    return max((line.largest(file.aspect).width for line in lines), default=0) if file else 0.0


def _print_faults(file: LogoFile, printed: Print) -> Iterator[Fault]:
    if file.aspect > WIDE or file.aspect < TALL:
        sides = (
            (file.aspect, "wide", "high") if file.aspect > 1 else (1 / file.aspect, "high", "wide")
        )
        message = (
            f"{sides[0]:.0f} times as {sides[1]} as it is {sides[2]}: it is printed very small"
        )
        yield Fault("LOGO-SHAPE", message, "ask for a more compact version")
    best = max((contrast(color, printed.ground) for color in file.colors), default=SEEN_CONTRAST)
    if best < SEEN_CONTRAST:
        yield _unseen(best, printed.ground)
    yield from _resolution_faults(file, printed.width)


def _unseen(best: float, ground: str) -> Fault:
    colors = f"no colour of it has more than {best:.1f}:1"
    if ground == PAPER:
        hint = "light and dark version may be the wrong way round"
        return Fault("LOGO-UNSEEN", f"cannot be seen on paper: {colors}", hint)
    message = f"cannot be seen on the brand's colour {ground}: {colors}"
    return Fault("LOGO-DARK", message, "the light version is shown on a plate; give a white one")


def _resolution_faults(file: LogoFile, width: float) -> Iterator[Fault]:
    if file.is_vector or not width:
        return
    ppi = file.pixels / (width / MM_PER_INCH)
    if ppi < FINE:
        code = "LOGO-COARSE" if ppi < COARSE else "LOGO-SOFT"
        message = f"{ppi:.0f} ppi at {width:.0f} mm; {FINE} needed"
        pixels = -(-width * FINE // MM_PER_INCH)
        yield Fault(code, message, f"ask for it as SVG, or at least {pixels:.0f} pixels wide")


def _ink_faults(file: LogoFile, formats: tuple[Format, ...]) -> Iterator[Fault]:
    if Format.PRINT in formats and not file.is_vector:
        message = "is RGB: the print edition needs CMYK or vector, so its colours are converted"
        yield Fault("LOGO-RGB", message, "ask for it as SVG")
