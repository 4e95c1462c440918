"""Logos on a page: which version stands on which ground, how large, and who is in the line."""

from collections.abc import Iterable
from dataclasses import dataclass

from briefpress.compose.assets import asset_url, brand_path
from briefpress.model.edition import Manuscript
from briefpress.model.logos import Picture
from briefpress.model.organisation import Partner, PartnerRole
from briefpress.model.rooms import Size
from briefpress.palette import GRAPHIC_CONTRAST, SEEN_CONTRAST, Palette, contrast

_ORDER = (PartnerRole.LEAD, PartnerRole.PARTNER, PartnerRole.NHS, PartnerRole.SUPPORTER)
"""The NHS logo stands at the right of the line (NHS identity: mixed partnerships)."""
_MAY_STAY = (PartnerRole.LEAD, PartnerRole.NHS, PartnerRole.PARTNER)
"""Who keeps a place in a line that is too short for all."""


@dataclass(frozen=True)
class Image:
    """A picture that a template can show; its size (mm) is 0 where the layout keeps no room.

    One on a `plate` needs a ground as light as paper round it.
    """

    url: str
    alt: str
    width: float = 0.0
    height: float = 0.0
    plate: bool = False

    @property
    def css(self) -> str:
        """Its size for a `style` attribute."""
        return f"width:{self.width:.2f}mm;height:{self.height:.2f}mm" if self.width else ""


@dataclass(frozen=True)
class PartnerView:
    """A partner: its logo, or only its name."""

    name: str
    role: str
    logo: Image | None


@dataclass(frozen=True)
class LineView:
    """The partners as a page shows them: logos in one line, then the names of the others.

    `gap` (mm) stays clear between two logos.
    """

    logos: tuple[Image, ...] = ()
    names: tuple[str, ...] = ()
    supporters: tuple[str, ...] = ()
    gap: float = 0.0


class Logos:
    """The logos of one edition."""

    def __init__(self, manuscript: Manuscript, palette: Palette) -> None:
        """Choose among the brand's logos for grounds of these colours."""
        self._data = manuscript.brand.data
        self._files = manuscript.brand.logos
        self._layout = manuscript.layout.data
        self._palette = palette

    def on_paper(self) -> Image:
        """The board's logo for paper."""
        return self._image(self._data.logo.on_light())

    def on_color(self) -> Image:
        """The board's logo for the field of its colour.

        On a dark field that is its dark version, or the light one on a plate if there is none that
        can be seen. On a light field it is the light version, which gets a plate if it has a ground
        of its own or pales there.
        """
        logo = self._data.logo
        light, dark = logo.on_light(), logo.on_dark()
        if not self._palette.field_is_dark:
            return self._image(light, plate=self._pales(light))
        if dark == light or not self._is_seen(dark):
            return self._image(light, plate=True)
        return self._image(dark)

    def partners(self) -> tuple[PartnerView, ...]:
        """All partners: those who lead first, the NHS after its equals, supporters last."""
        return tuple(
            PartnerView(p.name, str(p.role), self._shown(p)) for p in self._in_order(_ORDER)
        )

    def line(self) -> LineView:
        """The partners as one line of logos, and the names of those who are not in it."""
        room = self._layout.partners
        stay = [p for p in self._in_order(_MAY_STAY) if self._shown(p)] if room else []
        sizes = room.sizes_of([self._aspect(p.logo) for p in stay if p.logo]) if room else ()
        placed = {id(p): size for p, size in zip(stay, sizes, strict=False)}
        ordered = self._in_order(_ORDER)
        return LineView(
            logos=tuple(
                self._placed(p.logo, placed[id(p)]) for p in ordered if p.logo and id(p) in placed
            ),
            names=tuple(p.name for p in ordered if not _supports(p) and id(p) not in placed),
            supporters=tuple(p.name for p in ordered if _supports(p)),
            gap=room.gap if room else 0.0,
        )

    def _in_order(self, roles: Iterable[PartnerRole]) -> list[Partner]:
        return [p for role in roles for p in self._data.partners if p.role is role]

    def _shown(self, partner: Partner) -> Image | None:
        """The logo of a partner; supporters are named in words alone."""
        if partner.logo is None or _supports(partner):
            return None
        return Image(file_url(partner.logo), partner.logo.alt)

    def _image(self, picture: Picture, *, plate: bool = False) -> Image:
        room = self._layout.logo
        size = room.size_of(self._aspect(picture)) if room else Size(0.0, 0.0)
        return self._placed(picture, size, plate=plate)

    def _placed(self, picture: Picture, size: Size, *, plate: bool = False) -> Image:
        return Image(file_url(picture), picture.alt, size.width, size.height, plate)

    def _aspect(self, picture: Picture | None) -> float:
        """Of a logo that was refused there is no file; a proof shows that it is missing."""
        file = self._files.get(picture.path) if picture else None
        return file.aspect if file else 1.0

    def _is_seen(self, picture: Picture) -> bool:
        contrasts = self._contrasts(picture)
        return not contrasts or max(contrasts) >= SEEN_CONTRAST

    def _pales(self, picture: Picture) -> bool:
        file = self._files.get(picture.path)
        opaque = file is not None and file.opaque
        return opaque or any(each < GRAPHIC_CONTRAST for each in self._contrasts(picture))

    def _contrasts(self, picture: Picture) -> list[float]:
        """How far each colour of a logo stands out from the field."""
        file = self._files.get(picture.path)
        colors = file.colors if file else ()
        return [contrast(color, self._palette.primary) for color in colors]


def file_url(picture: Picture) -> str:
    """The address of a logo file."""
    return asset_url(brand_path(picture.path))


def _supports(partner: Partner) -> bool:
    return partner.role is PartnerRole.SUPPORTER
