"""Codes of brands and layouts: what packs and folders of layouts name, and whether it is there."""

from briefpress.catalogue.rule import Rule
from briefpress.diagnostics import Severity

_E = Severity.ERROR

RULES: tuple[Rule, ...] = (
    Rule(
        "LAYOUT-UNKNOWN",
        _E,
        "An unknown layout",
        "The layout is no folder of layouts/.",
        "Use the name that the hint gives.",
        proves="Every layout that the publication builds is there.",
        limit="Whether it suits the text is seen only on the pages.",
    ),
    Rule(
        "BRAND-CYCLE",
        _E,
        "Brands that extend each other",
        "There is no beginning to fill in from.",
        "Let one of them extend _series.",
        proves="Every brand has a beginning to fill in from.",
        limit="It may extend a brand that was not meant.",
    ),
    Rule(
        "BRAND-PARENT",
        _E,
        "A brand extends one that cannot be used",
        "The brand that it extends does not exist, or has errors.",
        "Mend the name or the other brand.",
        proves="What a brand does not give comes from a brand that is sound.",
        limit="Whether the inherited values are true of this board, nobody but the board knows.",
    ),
    Rule(
        "BRAND-IMAGE",
        _E,
        "An unknown logo image",
        "`logo.medium` names an image that `logo.images` does not have.",
        "Use the name that the hint gives.",
        proves="The logos that pages show are among those of the pack.",
        limit="The file may show another board's logo.",
    ),
    Rule(
        "BRAND-PLACEHOLDER",
        Severity.WARNING,
        "A logo that only stands for one",
        "`new brand` drew it from the board's name. Documents with it are for looking at, not for "
        "handing out.",
        "Put the board's own logo in the place of the file.",
        proves="No logo is one that `new brand` drew.",
        limit="A file from elsewhere may be no logo of the board's, either.",
    ),
    Rule(
        "BRAND-COLOR",
        _E,
        "An unknown colour",
        "Colours are `#rrggbb` or a name of the palette.",
        "Use the name that the hint gives.",
        proves="Every colour is one that can be drawn.",
        limit="Whether it can be read on its ground is judged apart.",
    ),
    Rule(
        "BRAND-CONTACT",
        _E,
        "A contact that the layout needs is missing",
        "The space for it on the page would be empty.",
        "Add the contact to brand.yaml.",
        proves="For each audience there is a contact of every kind that the layout keeps room for.",
        limit="Not that the number reaches anybody: only somebody who rings it knows.",
    ),
    Rule(
        "LAYOUT-NAME",
        _E,
        "A layout names something that is not there",
        "layout.yaml names a template, stylesheet, format or contact that does not exist.",
        "Use the name that the hint gives.",
        proves="Everything that layout.yaml names exists.",
        limit="What a template or stylesheet names is found out when it is used.",
    ),
)
