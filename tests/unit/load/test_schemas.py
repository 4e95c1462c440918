"""The schemas in docs/ are those of the models, and take what is right."""

import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefpress.load.schemas import KINDS, schemas

ROOT = Path(__file__).parents[3]
SPECIMEN = ROOT / "tests" / "specimen" / "source"
TYPES: dict[str, type | tuple[type, ...]] = {
    "array": list,
    "boolean": bool,
    "integer": int,
    "null": type(None),
    "number": (int, float),
    "object": dict,
    "string": str,
}


def test_the_committed_schemas_are_current(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "briefpress.load.schemas", str(tmp_path / "new")]
    subprocess.run(command, check=True, cwd=ROOT)
    made = {path.name: path.read_bytes() for path in (tmp_path / "new").iterdir()}
    kept = {path.name: path.read_bytes() for path in (ROOT / "docs" / "schemas").iterdir()}
    assert made == kept, "run `make schemas`"
    assert set(made) == {f"{name}.schema.json" for name in KINDS}


def faults(value: Any, schema: dict[str, Any], root: dict[str, Any]) -> list[str]:  # noqa: ANN401
    """What a JSON Schema validator would say; as much of it as our schemas use."""
    if "$ref" in schema:
        return faults(value, root["$defs"][schema["$ref"].rpartition("/")[2]], root)
    if "anyOf" in schema:
        choices = [faults(value, choice, root) for choice in schema["anyOf"]]
        return [] if [] in choices else choices[0]
    if "enum" in schema:
        return [] if value in schema["enum"] else [f"{value!r} is not in {schema['enum']}"]
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if kinds and not any(isinstance(value, TYPES[kind]) for kind in kinds):
        return [f"{value!r} is not {kinds}"]
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        return [f"{value!r} has the wrong form"]
    return [*_below(value, schema, root)]


def _below(value: Any, schema: dict[str, Any], root: dict[str, Any]) -> list[str]:  # noqa: ANN401
    if isinstance(value, list):
        return [f for item in value for f in faults(item, schema.get("items", {}), root)]
    if not isinstance(value, dict):
        return []
    found = [f"{key} is missing" for key in schema.get("required", ()) if key not in value]
    known = schema.get("properties", {})
    rest = schema.get("additionalProperties", {})
    for key, item in value.items():
        if key not in known and rest is False:
            found.append(f"{key} is unknown")
        else:
            found += faults(item, known.get(key, rest), root)
    return found


def typed(text: str) -> Any:  # noqa: ANN401
    """YAML as an editor reads it, which leaves days as text."""

    def plain(value: object) -> object:
        if isinstance(value, dict):
            return {key: plain(item) for key, item in value.items()}
        if isinstance(value, list):
            return [plain(item) for item in value]
        return value.isoformat() if isinstance(value, date) else value

    return plain(yaml.safe_load(text))


def schema_of(kind: str) -> dict[str, Any]:
    """A schema as an editor has it."""
    found: dict[str, Any] = json.loads(schemas()[f"{kind}.schema.json"])
    return found


PATHS = {
    "abbreviations": "abbreviations.yaml",
    "audiences": "audiences.yaml",
    "brand": "brands/*/brand.yaml",
    "facts": "facts.yaml",
    "figure": "figures/*.yaml",
    "messages": "messages.yaml",
    "publication": "publication.yaml",
    "section": "sections/*.md",
}
LAYOUT_PATHS = {
    "layout": "*/layout.yaml",
    "print-profile": "_shared/print-profiles/*.yaml",
    "printer": "_shared/printers/*.yaml",
    "sizes": "_shared/sizes.yaml",
}


def place_of(kind: str) -> tuple[Path, str]:
    """Where files of a kind stand that are right."""
    if kind == "preflight-exceptions":
        return ROOT / "tests" / "preflight", f"EXCEPTION-*/source/{kind}.yaml"
    if kind in ("confirmations", "shared"):
        name = {"shared": "_shared"}.get(kind, kind)
        return ROOT / "tests" / "preflight", f"CONTACT-*/**/source/brands/{name}.yaml"
    if kind == "checked":
        return ROOT / "tests" / "preflight", f"CHECKED-*/source/{kind}.yaml"
    if kind in PATHS:
        return SPECIMEN, PATHS[kind]
    return ROOT / "layouts", LAYOUT_PATHS[kind]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_right_passes(kind: str) -> None:
    folder, pattern = place_of(kind)
    paths = list(folder.glob(pattern))
    assert paths
    for path in paths:
        text = path.read_text(encoding="utf-8")
        text = text.split("---")[1] if kind == "section" else text
        schema = schema_of(kind)
        assert faults(typed(text), schema, schema) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title: 1\naudiences: all\norder: 1\n", []),
        ("title: a\naudiences: all\norder: x\nlable: b\n", ["lable is unknown"]),
        ("audiences: {a: b}\n", ["title is missing"]),
        ("title: a\naudiences: all\norder: 1\nnumbered: perhaps\n", ["'perhaps' is not in"]),
        ("title: a\naudiences: all\norder: 1\nlabel:\n", []),
        ("title:\naudiences: all\norder: 1\n", ["None is not"]),
    ],
)
def test_an_editor_marks_what_is_wrong(text: str, said: list[str]) -> None:
    schema = schema_of("section")
    found = faults(typed(text), schema, schema)
    assert all(any(f.startswith(s) for f in found) for s in said)
    assert bool(found) == bool(said)
