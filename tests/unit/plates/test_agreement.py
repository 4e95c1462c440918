"""A check with what is known and one with nothing: in what they must agree."""

from dataclasses import replace

import pytest

from briefpress.model.checked import Checked, Fault, Result
from briefpress.model.transcript import Transcript
from briefpress.plates.agreement import disagreements, standards_met

FULL = Checked(
    (Result("PDF-UA", "104 rules"), Result("TEXT-FAINT", "lowest contrast 4.6:1")),
    (),
    Transcript("a word", ("01632960001",)),
)


def other(place: int, result: Result) -> Checked:
    results = list(FULL.results)
    results[place] = result
    return replace(FULL, results=tuple(results))


@pytest.mark.parametrize(
    ("shared", "told"),
    [
        (other(0, Result("PDF-UA", "103 rules")), "'104 rules' became '103 rules'"),
        (other(1, Result("TEXT-FAINT", "", (Fault("pale"),))), "TEXT-FAINT is judged otherwise"),
        (other(0, Result("PDF-A", "104 rules")), "PDF-UA is judged otherwise"),
        (replace(FULL, transcript=None), "something else is heard"),
    ],
    ids=["figure", "fault", "rule", "heard"],
)
def test_what_is_judged_otherwise_is_told(shared: Checked, told: str) -> None:
    (found,) = disagreements(FULL, shared)
    assert told in found


def test_a_contrast_may_be_measured_otherwise_at_the_edges_of_letters() -> None:
    assert list(disagreements(FULL, other(1, Result("TEXT-FAINT", "lowest contrast 4.7:1")))) == []


def test_a_standard_is_met_where_nothing_was_found() -> None:
    assert standards_met(FULL) == {"ua1": "104 rules"}
    assert standards_met(other(0, Result("PDF-UA", "104 rules", (Fault("no title"),)))) == {}
