"""E-mail and web addresses as brands write them: their form, and whose domain they are under."""

import ipaddress
import re
from collections.abc import Collection
from difflib import get_close_matches
from functools import lru_cache
from urllib.parse import urlsplit

from briefpress.load.findings import Fault

PUBLIC = frozenset({"nhs.net", "cjsm.net", "gcsx.gov.uk"})
"""Mail domains that many organisations share: one says nothing of whose address it is."""
_SECOND = frozenset(
    ("ac", "co", "gov", "ltd", "me", "mod", "net", "nhs", "org", "plc", "police", "sch")
)
"""Under `uk` the organisation is the third part of a name: `eastmarsh.gov.uk`."""
_UNREACHABLE = frozenset(
    ("local", "internal", "localhost", "lan", "home", "corp", "invalid", "onion")
)
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_HOST_LIMIT = 253
_ADDRESS_LIMIT = 2000
_NEAR = 0.85
"""Of difflib: `exmaple.gov.uk` is nearer to `example.gov.uk` than this; another council is not."""


@lru_cache(maxsize=8192)
def email_fault(address: str) -> Fault | None:
    """Why an address cannot be written to; no server is asked."""
    from email_validator import EmailNotValidError, validate_email  # noqa: PLC0415 - 25 ms

    try:
        validate_email(address, check_deliverability=False, allow_smtputf8=False)
    except EmailNotValidError as error:
        reason = str(error).removesuffix(".")
        return Fault("CONTACT-EMAIL", f"e-mail {address!r}: {reason}", "write name@example.org")
    if not address.isascii():
        return _lookalike("CONTACT-EMAIL", f"e-mail {address!r}")
    return None


@lru_cache(maxsize=8192)
def url_fault(address: str) -> Fault | None:
    """Why a web address may not be linked to."""
    if not address.isascii():
        return _lookalike("CONTACT-URL", f"link {address!r}")
    message = _url_message(address)
    hint = "write https://www.example.org/page"
    return Fault("CONTACT-URL", f"link {address!r} {message}", hint) if message else None


def _url_message(address: str) -> str:
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return "cannot be read as an address"
    if parts.scheme != "https" or not address.startswith("https://"):
        return "does not begin with https://"
    if "\\" in address or len(address) > _ADDRESS_LIMIT:
        return "cannot be read as an address"
    if parts.username is not None or port is not None:
        return "has a user or a port in it"
    return "" if _is_public(host) else f"leads to {host[:60]!r}, which readers cannot reach"


def domain_of(address: str) -> str:
    """The domain of an e-mail or web address that belongs to one organisation."""
    host = address.rpartition("@")[2] if "@" in address else (urlsplit(address).hostname or "")
    parts = host.lower().rstrip(".").split(".")
    keep = 3 if parts[-1:] == ["uk"] and parts[-2:-1] and parts[-2] in _SECOND else 2
    return ".".join(parts[-keep:])


def domain_fault(address: str, own: Collection[str], *, alone: bool) -> Fault | None:
    """That an e-mail address is under none of the domains of its brand, or nearly under one.

    `alone`: no other e-mail address of the brand is under the same domain.
    """
    domain = domain_of(address)
    if domain in own or domain in PUBLIC:
        return None
    near = get_close_matches(domain, own, n=1, cutoff=_NEAR)
    if not near and not alone:
        return None
    message = f"e-mail {address}: {domain} is no domain of this brand"
    cure = f"if it is right, add {domain} to organisation.domains"
    return Fault("CONTACT-DOMAIN", message, f"did you mean {near[0]}? {cure}" if near else cure)


def _is_public(host: str) -> bool:
    """Whether a host has a name that the whole web can look up."""
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        labels = host.rstrip(".").split(".")
        formed = all(_LABEL.fullmatch(label) for label in labels)
        named = len(labels) > 1 and not labels[-1].isdigit() and len(host) <= _HOST_LIMIT
        return formed and named and labels[-1] not in _UNREACHABLE
    return False


def _lookalike(code: str, told: str) -> Fault:
    """Letters of other scripts can look like ours: a reader cannot tell where a link leads."""
    hint = "write it with a-z, 0-9 and signs; a domain of other letters in its xn-- form"
    return Fault(code, f"{told} has letters that may look like others", hint)
