"""Card sizes: `sizes.yaml` beside the shared parts, and the page that each gives to a layout."""

from collections.abc import Iterator, Mapping

from briefpress.load.files import Reader
from briefpress.load.findings import Fault, Names
from briefpress.load.typed import read_entry
from briefpress.model.layout import Layout, PageSize, Variant
from briefpress.model.size import CardSize, SizeFile, Trim

FILE = "sizes.yaml"
Sizes = Mapping[str, CardSize]
Path = tuple[str | int, ...]


def read_sizes(shared: Reader) -> Sizes:
    """The card sizes by id; none where there is no such file."""
    if not shared.has(FILE):
        return {}
    found = read_entry(shared, FILE, SizeFile)
    sizes: dict[str, CardSize] = {}
    for size in found.sizes if found else ():
        first = sizes.setdefault(size.id, size)
        if first is not size:
            message = f"{size.id!r} is given twice (first at line {first.where.line})"
            shared.findings.report([Fault("ID-TWICE", message)], size.where, shared.scope)
    return sizes


def size_faults(name: str, layout: Layout, sizes: Sizes) -> Iterator[tuple[Path, Fault]]:
    """Sizes that a layout names and that are not there, not for it, or not those of its page."""
    known = Names(frozenset(sizes))
    for place, size in enumerate(layout.sizes):
        path = ("sizes", size)
        if known.lack(size):
            yield path, known.fault("LAYOUT-NAME", "card size", size)
        elif name not in sizes[size].layouts:
            message = f"size {size!r} is not for layout {name!r}"
            hint = f"add {name} to its layouts in {FILE}, or take it out here"
            yield path, Fault("LAYOUT-NAME", message, hint)
        elif place == 0 and not _is_page(sizes[size].trim, layout.page):
            trim = sizes[size].trim
            message = f"the first size, {size}, is {trim.width:g} x {trim.height:g} mm"
            yield ("page",), Fault("LAYOUT-NAME", f"page: {message}", "page must say the same")


def sized(layout: Layout, sizes: Sizes) -> Layout:
    """The layout, each of its sizes with its page."""
    pages = {name: _with_page(variant, sizes[name]) for name, variant in layout.sizes.items()}
    return layout.model_copy(update={"sizes": pages})


def _with_page(variant: Variant, size: CardSize) -> Variant:
    return variant.model_copy(update={"page": variant.page or _page_of(size)})


def _is_page(trim: Trim, page: PageSize) -> bool:
    return (trim.width, trim.height) == (page.width, page.height)


def _page_of(size: CardSize) -> PageSize:
    return PageSize(width=size.trim.width, height=size.trim.height)
