"""Codes of files and their form: what can be wrong before anything is read as text."""

from briefpress.catalogue.rule import Rule
from briefpress.diagnostics import Severity

_E, _W = Severity.ERROR, Severity.WARNING

RULES: tuple[Rule, ...] = (
    Rule(
        "FILE-MISSING",
        _E,
        "A file is missing",
        "A file that the publication, a brand or a layout needs is not there.",
        "Put the file where the message says, or mend the name that points to it.",
    ),
    Rule(
        "FOLDER-MISSING",
        _E,
        "A folder is missing",
        "The folder of the source or of the layouts is not there.",
        "Start briefpress where `source/` is, or name the folder with --source or --layouts.",
    ),
    Rule(
        "FILE-KIND",
        _E,
        "Not an ordinary file",
        "Only ordinary files inside the publication are read: no links, devices or paths that lead out.",
        "Copy the file itself into the folder.",
    ),
    Rule(
        "FILE-SIZE",
        _E,
        "A file is too large",
        "Text files may have 256 KB, logos 2 MB. Larger ones are slips or attacks.",
        "Make the file smaller.",
    ),
    Rule(
        "FILE-READ",
        _E,
        "A file cannot be read",
        "The system refused to read the file.",
        "Check its permissions.",
    ),
    Rule(
        "FILE-ENCODING",
        _E,
        "A text file is not UTF-8",
        "Text in another encoding would print wrong letters.",
        "Save the file as UTF-8 in your editor.",
    ),
    Rule(
        "SLUG",
        _E,
        "A name is no slug",
        "Names of folders and sections become file names and addresses.",
        "Use a-z, 0-9 and '-', 2 to 63 characters.",
    ),
    Rule(
        "YAML-SYNTAX",
        _E,
        "A YAML file cannot be read",
        "The file breaks the rules of YAML, or uses what we refuse: duplicate keys, anchors, tags, deep nesting.",
        "Mend the line; `docs/authoring.md` shows how each file is written.",
    ),
    Rule(
        "YAML-SHAPE",
        _E,
        "A YAML file has the wrong shape",
        "The file, or an item of a list, is not made of `key: value` lines.",
        "Write it as in `docs/authoring.md`.",
    ),
    Rule(
        "KEY-UNKNOWN",
        _E,
        "An unknown key",
        "The key is misspelt, or stands in the wrong place. Nothing is silently ignored.",
        "Use the name that the hint gives.",
    ),
    Rule(
        "KEY-MISSING",
        _E,
        "A key is missing",
        "Something that pages need has not been given.",
        "Add the line.",
    ),
    Rule(
        "VALUE",
        _E,
        "A value has the wrong form",
        "The value cannot be what the key asks for.",
        "Write it as the message says.",
    ),
    Rule(
        "ID-TWICE",
        _E,
        "An id is given twice",
        "Ids are permanent names; two entries cannot share one.",
        "Give the newer entry an id of its own.",
    ),
    Rule(
        "LAYOUT-UNKNOWN",
        _E,
        "An unknown layout",
        "The layout is no folder of layouts/.",
        "Use the name that the hint gives.",
    ),
    Rule(
        "BRAND-CYCLE",
        _E,
        "Brands that extend each other",
        "There is no beginning to fill in from.",
        "Let one of them extend _series.",
    ),
    Rule(
        "BRAND-PARENT",
        _E,
        "A brand extends one that cannot be used",
        "The brand that it extends does not exist, or has errors.",
        "Mend the name or the other brand.",
    ),
    Rule(
        "BRAND-IMAGE",
        _E,
        "An unknown logo image",
        "`logo.medium` names an image that `logo.images` does not have.",
        "Use the name that the hint gives.",
    ),
    Rule(
        "BRAND-COLOR",
        _E,
        "An unknown colour",
        "Colours are `#rrggbb` or a name of the palette.",
        "Use the name that the hint gives.",
    ),
    Rule(
        "BRAND-CONTACT",
        _E,
        "A contact that the layout needs is missing",
        "The space for it on the page would be empty.",
        "Add the contact to brand.yaml.",
    ),
    Rule(
        "LAYOUT-NAME",
        _E,
        "A layout names something that is not there",
        "layout.yaml names a template, stylesheet, format or contact that does not exist.",
        "Use the name that the hint gives.",
    ),
)
