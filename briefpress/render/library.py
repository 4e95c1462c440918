"""The engine itself, imported once with no fonts but ours: everything else takes it from here."""

import os
import warnings
from importlib.resources import files

os.environ["FONTCONFIG_FILE"] = str(files("briefpress.render") / "fonts.conf")

with warnings.catch_warnings():
    # It warns that no fonts are configured, which is what we want.
    warnings.filterwarnings("ignore", message="No fonts configured")
    import weasyprint
    from weasyprint.formatting_structure import boxes
    from weasyprint.layout.absolute import AbsolutePlaceholder
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher, URLFetcherResponse

__all__ = [
    "AbsolutePlaceholder",
    "FontConfiguration",
    "URLFetcher",
    "URLFetcherResponse",
    "boxes",
    "weasyprint",
]
