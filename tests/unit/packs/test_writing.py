"""YAML as it is written here: read back, it is what went in, whatever stood in the texts."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from briefpress.load.characters import hidden_characters
from briefpress.load.yamltext import read_yaml
from briefpress.packs.writing import as_yaml, quoted

TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn")), max_size=60).filter(
    lambda text: not list(hidden_characters(text))
)
KEYS = st.text("abcdefgh_-: #", min_size=1, max_size=8)
DATA = st.dictionaries(
    KEYS,
    st.recursive(
        TEXTS | st.lists(TEXTS, max_size=3),
        lambda inner: (
            st.dictionaries(KEYS, inner, max_size=3)
            | st.lists(st.dictionaries(KEYS, inner, min_size=1, max_size=3), min_size=1, max_size=3)
        ),
        max_leaves=8,
    ),
    min_size=1,
    max_size=4,
)


@given(TEXTS)
def test_a_text_in_quotes_is_read_as_it_was(text: str) -> None:
    assert read_yaml(f"a: {quoted(text)}\n", "a.yaml") == {"a": text}


@settings(max_examples=40)
@given(DATA)
def test_what_is_written_is_read_as_it_was(data: dict[str, Any]) -> None:
    assert read_yaml(as_yaml(data), "a.yaml") == data


def test_it_is_written_as_somebody_would_type_it() -> None:
    data = {"a": {"b-c": "yes", "d": "It’s: 1"}, "e": [{"f": "2026-11-02", "g": ["x", "1.0"]}]}
    assert as_yaml(data) == (
        'a:\n  b-c: yes\n  d: "It’s: 1"\ne:\n  - f: 2026-11-02\n    g: [x, "1.0"]\n'
    )
