"""Tables: one table over several pages, and what heads each cell."""

from tests.unit.render.tagging.support import tags

ROWS = "".join(f"<tr><th>Row {n}<td>cell {n}" for n in range(40))


TABLE = f"<table><caption>Cap</caption><thead><tr><th>Head<th>Other<tbody>{ROWS}</table>"


def test_a_table_over_pages_is_one_table_and_its_head_is_told_once() -> None:
    found = tags(TABLE, "table{width:100%}")
    (table,) = found.root.all("Table")
    assert [kid.role for kid in table.below] == ["Caption", "THead", "TBody"]
    assert [head.text for head in table.below[1].all("TH")] == ["Head", "Other"]
    rows = [[cell.text for cell in row.below] for row in table.below[2].below]
    assert rows == [[f"Row {n}", f"cell {n}"] for n in range(40)]
    assert len({page for cell in table.all() for page in cell.pages}) > 1
    again = [a for a in found.artifacts if a.text]
    assert {a.kind for a in again} == {"Pagination"}
    assert {a.text for a in again} == {"Head", "Other"}
    assert {a.page for a in again} == {page for cell in table.all() for page in cell.pages} - {0}


def test_headings_of_a_table_say_what_they_head() -> None:
    found = list(
        tags("<table><tr><td><th>b<tr><th>c<td>d<tr><th scope=col>e<td></table>").root.all("TR")
    )
    assert [[cell.role for cell in row.below] for row in found] == [
        ["TD", "TH"],
        ["TH", "TD"],
        ["TH", "TD"],
    ]
    scopes = [cell.attributes.get("Scope") for row in found for cell in row.below]
    assert scopes == [None, "/Column", "/Row", None, "/Column", None]


def test_cells_that_span_name_their_headings() -> None:
    body = (
        "<table><thead><tr><th rowspan=2>Area<th colspan=2>Cases<tr><th>2025<th>2026"
        "<tbody><tr><th>North<td>1<td>2</table>"
    )
    cells = {cell.text: cell for cell in tags(body).root.all("TH", "TD")}
    ids = {cell.keys["ID"]: text for text, cell in cells.items() if "ID" in cell.keys}
    heads = {
        text: [ids[name] for name in cell.attributes.get("Headers", ())]
        for text, cell in cells.items()
    }
    assert heads["1"] == ["Cases", "2025", "North"]
    assert heads["2"] == ["Cases", "2026", "North"]
    assert heads["2025"] == ["Cases"]
    assert heads["North"] == ["Area"]
    assert (cells["Area"].attributes["RowSpan"], cells["Cases"].attributes["ColSpan"]) == (2, 2)
