"""E-mail and web addresses: their form, and whose they are."""

import pytest

from briefpress.load.addresses import domain_fault, domain_of, email_fault, url_fault


@pytest.mark.parametrize(
    "address", ["lado@eastmarsh.example.org", "a.b+c@x-y.gov.uk", "o'neil@example.org"]
)
def test_addresses_that_can_be_written_to(address: str) -> None:
    assert email_fault(address) is None


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("a..b@example.org", "two periods in a row"),
        ("a@example", "not valid"),
        ("@example.org", "something before the @-sign"),
        ("a b@example.org", "a b@example.org"),
        ("a@exam_ple.org", "invalid characters"),
        ("a@\u0435xample.org", "letters that may look like others"),
        ("a@host.local", "special-use or reserved name"),
    ],
)
def test_addresses_that_cannot(address: str, message: str) -> None:
    fault = email_fault(address)
    assert fault is not None
    assert fault.code == "CONTACT-EMAIL"
    assert message in fault.message


@pytest.mark.parametrize(
    "address",
    [
        "https://eastmarsh.example.org",
        "https://www.gov.uk/report-child-abuse?area=1#top",
        "https://xn--caf-dma.example.org/",
    ],
)
def test_links_that_readers_can_follow(address: str) -> None:
    assert url_fault(address) is None


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("http://example.org", "does not begin with https://"),
        ("www.example.org", "does not begin with https://"),
        ("HTTPS://example.org", "does not begin with https://"),
        ("https://user:secret@example.org", "has a user or a port in it"),
        ("https://example.org:8443/", "has a user or a port in it"),
        ("https://example.org:99999/", "cannot be read as an address"),
        ("https://[::1", "cannot be read as an address"),
        ("https:\\\\evil\\share", "does not begin with https://"),
        ("https://example.org\\@evil.example.com", "cannot be read as an address"),
        ("https://192.168.0.1/", "leads to '192.168.0.1', which readers cannot reach"),
        ("https://[2001:db8::1]/", "leads to '2001:db8::1', which readers cannot reach"),
        ("https://3232235521/", "leads to '3232235521', which readers cannot reach"),
        ("https://intranet/", "leads to 'intranet', which readers cannot reach"),
        ("https://files.local/", "leads to 'files.local', which readers cannot reach"),
        ("https://-a.example.org", "leads to '-a.example.org', which readers cannot reach"),
        ("https://a..example.org", "leads to 'a..example.org', which readers cannot reach"),
        ("https://", "leads to '', which readers cannot reach"),
        ("https://\u0435xample.org", "has letters that may look like others"),
        ("https://example.org/" + "a" * 2_000, "cannot be read as an address"),
    ],
)
def test_links_that_they_cannot(address: str, message: str) -> None:
    fault = url_fault(address)
    assert fault is not None
    assert fault.code == "CONTACT-URL"
    assert fault.message.endswith(message)


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("a@eastmarsh.gov.uk", "eastmarsh.gov.uk"),
        ("a@mail.eastmarsh.gov.uk", "eastmarsh.gov.uk"),
        ("https://www.eastmarshscp.org.uk/a", "eastmarshscp.org.uk"),
        ("a@west.police.uk", "west.police.uk"),
        ("a@sub.example.org", "example.org"),
        ("a@Example.ORG", "example.org"),
        ("https://parliament.uk", "parliament.uk"),
    ],
)
def test_the_domain_of_an_organisation(address: str, domain: str) -> None:
    assert domain_of(address) == domain


OWN = frozenset({"eastmarsh.gov.uk", "eastmarshscp.org.uk"})


@pytest.mark.parametrize("address", ["a@eastmarsh.gov.uk", "b@team.eastmarsh.gov.uk", "c@nhs.net"])
def test_an_address_of_the_brand_itself(address: str) -> None:
    assert domain_fault(address, OWN, alone=True) is None


def test_b29_an_address_that_only_looks_like_it() -> None:
    fault = domain_fault("a@eastmrash.gov.uk", OWN, alone=False)
    assert fault is not None
    assert fault.message == "e-mail a@eastmrash.gov.uk: eastmrash.gov.uk is no domain of this brand"
    assert fault.hint.startswith("did you mean eastmarsh.gov.uk?")


def test_an_address_of_somebody_else_is_told_unless_another_is_under_the_same() -> None:
    fault = domain_fault("a@westhaven.nhs.uk", OWN, alone=True)
    assert fault is not None
    assert fault.hint == "if it is right, add westhaven.nhs.uk to organisation.domains"
    assert domain_fault("a@westhaven.nhs.uk", OWN, alone=False) is None
