"""JSON Schemas of the YAML files, so that an editor completes and checks them as one types."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from briefpress.load.descriptions import descriptions
from briefpress.load.typed import classes_below
from briefpress.model.brand import Brand
from briefpress.model.contacts import ConfirmationFile, SharedFile
from briefpress.model.entry import Entry
from briefpress.model.exceptions import ExceptionFile
from briefpress.model.facts import AbbreviationFile, FactFile, Figure
from briefpress.model.keyed import KeyedFile
from briefpress.model.layout import Layout
from briefpress.model.messages import MessageFile
from briefpress.model.printing import Printer, PrintProfile
from briefpress.model.publication import AudienceFile, Publication
from briefpress.model.section import FrontMatter
from briefpress.model.size import SizeFile

KINDS: Mapping[str, type[Entry]] = {
    "abbreviations": AbbreviationFile,
    "audiences": AudienceFile,
    "brand": Brand,
    "checked": KeyedFile,
    "confirmations": ConfirmationFile,
    "facts": FactFile,
    "figure": Figure,
    "layout": Layout,
    "messages": MessageFile,
    "print-profile": PrintProfile,
    "preflight-exceptions": ExceptionFile,
    "printer": Printer,
    "publication": Publication,
    "section": FrontMatter,
    "shared": SharedFile,
    "sizes": SizeFile,
}
DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SCALARS = ["string", "number", "boolean"]
_WHOLE_IN_A_BRAND = frozenset({"Contact", "Hours", "LocalNote", "Partner", "Version"})
"""Items of lists: a brand gives them all or not at all. The rest may come from what it extends."""


def schemas() -> dict[str, str]:
    """The schema of each kind of file, by file name. The same text every time."""
    return {f"{name}.schema.json": _text(name, kind) for name, kind in KINDS.items()}


def main(folder: Path) -> None:
    """Write the schemas into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8")


def _text(name: str, kind: type[Entry]) -> str:
    schema = _as_typed(_described(kind))
    if kind is Brand:
        schema.pop("required")
        for part in set(schema["$defs"]) - _WHOLE_IN_A_BRAND:
            schema["$defs"][part].pop("required", None)
        _complete_versions(schema)
    head = {"$schema": DIALECT, "$id": f"{name}.schema.json"}
    return json.dumps(head | schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def _complete_versions(schema: dict[str, Any]) -> None:
    """A version may give any key of a brand, but say nothing of parents and versions."""
    version = schema["$defs"]["Version"]
    own = {k: v for k, v in schema["properties"].items() if k not in ("extends", "versions")}
    version["properties"] |= own
    version["additionalProperties"] = False


def _described(kind: type[Entry]) -> dict[str, Any]:
    """The schema that pydantic makes, with what the model says of each key."""
    schema = kind.model_json_schema(mode="validation")
    parts = {kind.__name__: schema, **schema.get("$defs", {})}
    for part in (kind, *classes_below(kind)):
        properties = parts[part.__name__]["properties"]
        for key, text in descriptions(part).items():
            properties[key] = {**properties[key], "description": text}
    return schema


def _as_typed(node: Any) -> Any:  # noqa: ANN401 - any JSON
    """The schema for what an editor's parser makes of unquoted text; we read it all as text."""
    if isinstance(node, list):
        return [_as_typed(item) for item in node]
    if not isinstance(node, dict):
        return node
    found = {key: _as_typed(value) for key, value in node.items() if key != "default"}
    if node.get("type") == "string" and "enum" not in node:
        found["type"] = [*_SCALARS, "null"] if node.get("default") == "" else _SCALARS
    elif node.get("type") in ("integer", "boolean"):
        found["type"] = [node["type"], "string"]
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]))
