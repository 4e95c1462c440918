"""YAML as text: nothing is turned into something else, and whatever is clever is refused."""

from typing import Any

import pytest

from briefpress.load.yamltext import YamlFaultError, read_yaml
from briefpress.model.entry import LocatedMap


def read(text: str) -> Any:  # noqa: ANN401 - as in the file
    """YAML that begins on line 2 of a file."""
    return read_yaml(text, "a.yaml", first_line=2)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 0117", "0117"),
        ("a: 01170123456", "01170123456"),
        ("a: no", "no"),
        ("a: 9:30", "9:30"),
        ("a: 2027-02-30", "2027-02-30"),
        ("a: 1e3", "1e3"),
        ("a: null", "null"),
        ("a: ~", "~"),
        ("a:", ""),
        ("a: .inf", ".inf"),
        ("a: '#fff'", "#fff"),
        ("a: >-\n  b\n  c", "b c"),
        ('a: "\\u00e9"', "é"),
    ],
)
def test_scalars_stay_as_they_were_typed(text: str, value: str) -> None:
    assert read(text) == {"a": value}


def test_every_key_and_item_knows_its_line() -> None:
    data = read("a: b\nc:\n  - d: e\n    f: g\n  - h\n")
    assert isinstance(data, LocatedMap)
    lines = {path: where.line for path, where in data.lines.items()}
    assert lines == {
        ("a",): 2,
        ("c",): 3,
        ("c", 0): 4,
        ("c", 0, "d"): 4,
        ("c", 0, "f"): 5,
        ("c", 1): 6,
    }
    assert data["c"][0].where.line == 4
    assert data.where.file == "a.yaml"


def test_an_empty_file_is_nothing() -> None:
    assert read("") is None
    assert read("# a comment\n") is None


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        ("a:\n\tc: d", 3, None, "indent with spaces, two for each level"),
        (
            'a:\n  b: "say "yes" now"\n',
            3,
            None,
            "inside quotes write “ ” in the place of more quotes",
        ),
        ("a: b\nc: d\na: e", 4, "key 'a' is given twice (first at line 2)", ""),
        ("a: &x b", 2, "YAML anchors and aliases are not allowed", "write the value out"),
        ("a: *x", 2, "YAML anchors and aliases are not allowed", "write the value out"),
        ("a:\n  <<: *x", 3, "YAML anchors and aliases are not allowed", "write the value out"),
        ("&x a: b", 2, "YAML anchors and aliases are not allowed", "write the value out"),
        ("a: !!int 3", 2, "YAML tags are not allowed", None),
        ("a: ! b", 2, "YAML tags are not allowed", None),
        ("a: b\n---\nc: d", 3, "one YAML document is expected", ""),
        ("[a, [b]]: c", 2, "a key must be plain text", ""),
        ("[" * 13, 2, "nested deeper than 12 levels", ""),
        ("a: b\n\tc: d", 3, None, "indent with spaces, two for each level"),
        ("a: b: c", 2, None, "put text that has a colon in it in quotes, or after >-"),
        ("a: @b", 2, None, "put text that begins with this sign in quotes"),
        ("a: 'b", 2, None, "close the quotes"),
        ("a: [b", 3, None, "close the bracket"),
        ("a: b\n c: d", 3, None, None),
        ("a: \x07", 2, "control character U+0007", None),
        ("a: b\nc: \u2028", 3, "invisible character U+2028", None),
        ('a: "\\0"', 2, "control character U+0000", None),
        ('a: "\\u200b"', 2, "invisible character U+200B", None),
    ],
)
def test_what_is_refused(text: str, line: int, message: str | None, hint: str | None) -> None:
    with pytest.raises(YamlFaultError) as caught:
        read(text)
    assert caught.value.line == line
    if message is not None:
        assert str(caught.value) == message
    if hint is not None:
        assert caught.value.hint == hint


def test_twelve_levels_are_read() -> None:
    data = read("[" * 12 + "a" + "]" * 12)
    for _ in range(12):
        data = data[0]
    assert data == "a"
