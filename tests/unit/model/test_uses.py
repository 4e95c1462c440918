"""Where the source uses its facts, and for whom."""

from collections.abc import Callable

from briefpress.model.library import Loaded
from briefpress.model.uses import Use, facts_in, uses_of
from tests.conftest import Edit

LoadIt = Callable[[], Loaded]


def uses(load_it: LoadIt, name: str) -> list[tuple[str, frozenset[str] | None]]:
    library = load_it().library
    assert library is not None
    return [_shown(use) for use in uses_of(library).get(name, ())]


def _shown(use: Use) -> tuple[str, frozenset[str] | None]:
    return use.where.file.removeprefix("source/"), use.audiences


def test_tokens_numbers_and_charts_use_facts(load_it: LoadIt) -> None:
    assert uses(load_it, "wait") == [
        ("messages.yaml", frozenset({"hosts"})),
        ("sections/the-queue.md", frozenset({"hosts", "fixers"})),
        ("sections/the-queue.md", frozenset({"hosts", "fixers"})),
    ]
    assert uses(load_it, "bicycles") == [
        ("sections/what-came.md", frozenset({"trustees", "fixers"}))
    ]
    assert ("audiences.yaml", frozenset({"fixers"})) in uses(load_it, "items_brought")
    assert ("publication.yaml", None) in uses(load_it, "items_brought")


def test_a_passage_is_for_those_who_read_all_that_is_round_it(edit: Edit, load_it: LoadIt) -> None:
    edit.append("sections/the-queue.md", "\n/// audience | hosts\n{{ fact.mended }}\n///\n")
    assert ("sections/the-queue.md", frozenset({"hosts"})) in uses(load_it, "mended")


def test_a_board_may_use_facts_too(edit: Edit, load_it: LoadIt) -> None:
    edit.replace("brands/wexbridge/brand.yaml", "behind the stage", "for {{ fact.textiles }}")
    found = ("brands/wexbridge/brand.yaml", frozenset({"hosts", "fixers"}))
    assert found in uses(load_it, "textiles")


def test_what_nothing_uses_is_not_there(edit: Edit, load_it: LoadIt) -> None:
    edit.append("facts.yaml", "  - {id: spare, value: 3, unit: cups, page: 9}\n")
    assert uses(load_it, "spare") == []


def test_the_facts_of_a_text() -> None:
    assert facts_in("{{ fact.a }} {{fact.b.of}} {{ audience.name }} fact.c") == ("a", "b")
