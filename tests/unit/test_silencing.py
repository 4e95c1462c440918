"""Silencing: one code, for one edition, and nothing more."""

import pytest

from briefpress.diagnostics import EVERYTHING, Diagnostic, Scope, Severity, Where
from briefpress.model.edition import Edition
from briefpress.model.exceptions import PreflightException
from briefpress.silencing import heard, silences, stale, still_told

HOSTS, FIXERS = Edition("wexbridge", "hosts", "card"), Edition("wexbridge", "fixers", "card")
OTHER = Edition("harbour", "hosts", "card")
ALL = (HOSTS, FIXERS, OTHER)
BRAND = Scope(brands=frozenset({"wexbridge"}))


def finding(scope: Scope = EVERYTHING, code: str = "REVIEW-OVERDUE") -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, "W3 was due", Where("a.yaml", 3), scope=scope)


def exception(**more: str) -> PreflightException:
    given = {"code": "REVIEW-OVERDUE", "reason": "so", "allowed_by": "J. H.", **more}
    return PreflightException.model_validate({"expires": "2027-01-01", **given})


@pytest.mark.parametrize(
    ("scope", "names", "silenced"),
    [
        (EVERYTHING, {"format": "all"}, True),
        (EVERYTHING, {}, True),
        (EVERYTHING, {"brand": "wexbridge"}, True),
        (EVERYTHING, {"brand": "harbour"}, False),
        (EVERYTHING, {"format": "sheet"}, False),
        (EVERYTHING, {"about": "W3"}, True),
        (EVERYTHING, {"about": "W4"}, False),
        (EVERYTHING, {"code": "REVIEW-SOON"}, False),
        (BRAND, {"brand": "wexbridge"}, True),
        (BRAND, {"brand": "all"}, False),
        (HOSTS.scope, {"brand": "wexbridge", "audience": "hosts", "layout": "card"}, True),
        (HOSTS.scope, {"brand": "wexbridge", "audience": "hosts"}, False),
        (HOSTS.scope, {"audience": "hosts", "layout": "card"}, False),
        (
            HOSTS.scope,
            {"brand": "wexbridge", "audience": "hosts", "layout": "card", "format": "all"},
            False,
        ),
    ],
)
def test_what_is_silenced(scope: Scope, names: dict[str, str], *, silenced: bool) -> None:
    assert silences(exception(**names), finding(scope), HOSTS) == silenced


def test_what_is_silenced_is_told_with_its_reason() -> None:
    one = heard([finding()], HOSTS, (exception(brand="wexbridge"),))
    (quiet,) = one.silenced
    assert one.standing == ()
    assert (quiet.edition, quiet.code, quiet.reason) == (HOSTS.id, "REVIEW-OVERDUE", "so")
    assert (quiet.allowed_by, quiet.expires) == ("J. H.", "2027-01-01")


def test_what_is_about_others_is_not_heard() -> None:
    assert heard([finding(BRAND)], OTHER, ()).standing == ()
    assert heard([finding(BRAND)], HOSTS, ()).standing == (finding(BRAND),)


def test_a_sheet_for_all_is_at_fault_when_one_card_is() -> None:
    sheet = Edition("wexbridge", "all", "card", "sheet")
    assert heard([finding(HOSTS.scope)], sheet, ()).standing == (finding(HOSTS.scope),)
    assert heard([finding(OTHER.scope)], sheet, ()).standing == ()


def test_a_finding_is_told_until_it_is_silenced_for_all_that_it_is_about() -> None:
    found = (finding(BRAND), finding(code="KEY-UNKNOWN"))
    for_one = (exception(brand="wexbridge", audience="hosts"),)
    assert still_told(found, ALL, for_one) == found
    assert still_told(found, ALL, (*for_one, exception(brand="wexbridge"))) == found[1:]


def test_a_finding_about_what_is_not_built_is_told() -> None:
    found = (finding(Scope(brands=frozenset({"broken"}))),)
    assert still_told(found, ALL, (exception(),)) == found


def test_an_exception_is_stale_when_all_that_it_names_was_judged() -> None:
    one = exception(brand="wexbridge")
    assert stale((one,), (), ALL, [HOSTS]) == ()
    assert stale((one,), (), [OTHER], [OTHER]) == ()
    (told,) = stale((one,), (), ALL, [HOSTS, FIXERS])
    assert (told.code, told.message) == ("EXCEPTION-STALE", "there is no REVIEW-OVERDUE to silence")
    used = heard([finding()], HOSTS, (one,)).silenced
    assert stale((one,), used, ALL, ALL) == ()
