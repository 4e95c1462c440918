"""How to print: a page in plain words that goes with a board's pack."""

from collections.abc import Collection, Mapping

from briefpress.compose.templates import environment, fill
from briefpress.model.library import Library
from briefpress.model.printing import Printer, PrintProfile

TEMPLATE = "_shared/howto.html.j2"


def compose_howto(
    library: Library,
    brand: str,
    makers: tuple[Printer, PrintProfile],
    places: Mapping[str, str],
    formats: Collection[str],
) -> str:
    """The page for one board, its printer and its shop.

    `places` says what each folder of the pack is for, `formats` which formats are in it.

    Raises:
        TemplateFaultError: the template is broken.
    """
    layout = next(iter(library.layouts.values()))
    printer, shop = makers
    values = {
        "publication": library.publication,
        "brand": library.brands[brand].data,
        "printer": printer,
        "shop": shop,
        "places": places,
        "formats": formats,
    }
    return fill(environment(layout.texts), TEMPLATE, values)
