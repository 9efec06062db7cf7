"""Which addresses may be opened: every link of a guide passes through here before it leaves.

Browsers and parsers differ exactly where attackers look, so the rules below are stricter than any
of them: what they let through is read alike by all. Tests read it again with urllib.parse and QUrl.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import quote

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.languages import _, ngettext
from optout_desktop.base.locales import and_list, written_number

MAXIMUM_LENGTH = 2000

# RFC 3986, section 2: the characters that an address may consist of.
_ADDRESS = re.compile(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]*")
_BROKEN_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST = re.compile(rf"(?:{_LABEL}\.)+[a-z][a-z0-9-]{{0,61}}[a-z0-9]")
# RFC 5322, section 3.4.1, without quoted names and comments, which no guide needs.
_MAILBOX = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_MAXIMUM_MAILBOX = 254


@dataclass(frozen=True, slots=True)
class Link:
    """An address that may be opened, in normal form, and the host that is shown beside it."""

    url: str
    host: str


def https_hint() -> str:
    """Return how an address is written."""
    return _("Write the whole address, beginning with https://.")


def check_link(url: str, hosts: Collection[str], exact: Collection[str] = ()) -> Link:
    """Return an address as it may be opened or shown as a link.

    It must be https on exactly one of ``hosts``, or, letter for letter, one of ``exact``. Raises
    OptoutError that says what is wrong and what would be right.
    """
    _check_characters(url)
    scheme, colon, rest = url.partition(":")
    if not colon or not scheme.isalpha():
        raise OptoutError(
            _("The address does not begin with https://."),
            https_hint(),
        )
    if scheme.lower() != "https":
        raise OptoutError(
            _("The address uses {scheme}.").format(scheme=scheme[:20].lower()),
            https_hint(),
        )
    authority, tail = _parts(rest)
    host = authority.lower()
    _check_host(host)
    # Sets, because a text in place of a collection would match its own parts.
    if host not in frozenset(hosts) and url not in frozenset(exact):
        raise OptoutError(
            _("The address leads to {host}, which is not an address of this service.").format(
                host=host
            ),
            _("Only these may be opened: {hosts}.").format(hosts=and_list(sorted(hosts)) or "-"),
        )
    return Link(f"https://{host}{tail}", host)


def check_host(host: str) -> None:
    """Check the name of a host as guides declare it; raises OptoutError."""
    if host != host.lower():
        raise OptoutError(
            _("The name of the host has capital letters."), _("Write it in small letters.")
        )
    _check_host(host)


def mailto(address: str, subject: str, body: str) -> str:
    """Return a mailto address for the person's mail program (RFC 6068).

    Line breaks of ``body`` become %0D%0A; a line break in ``subject`` becomes a space, because it
    could start a header of its own. Raises OptoutError for anything but one plain ``address``.
    """
    name, at, host = address.rpartition("@")
    plain = len(address) <= _MAXIMUM_MAILBOX and _MAILBOX.fullmatch(name) is not None
    if not at or not plain or _HOST.fullmatch(host.lower()) is None:
        raise OptoutError(
            _("This is not an e-mail address that can be written to."),
            _("It must look like name@example.com, with nothing before or after it."),
        )
    headers = {
        "subject": _without_controls(" ".join(subject.split())),
        "body": "\r\n".join(_without_controls(line) for line in body.splitlines()),
    }
    query = "&".join(f"{header}={_encoded(text)}" for header, text in headers.items() if text)
    return f"mailto:{_encoded(name)}@{host}" + (f"?{query}" if query else "")


def _check_characters(url: str) -> None:
    if not url:
        raise OptoutError(_("The address is empty."), _("Write the whole address."))
    if len(url) > MAXIMUM_LENGTH:
        raise OptoutError(
            ngettext(
                "The address is longer than {limit} character.",
                "The address is longer than {limit} characters.",
                MAXIMUM_LENGTH,
            ).format(limit=written_number(MAXIMUM_LENGTH)),
            _("Write a shorter address of the same page."),
        )
    if "\\" in url:
        raise OptoutError(
            _("The address contains a backslash."), _("Write forward slashes: https://example.com")
        )
    if any(character.isspace() for character in url):
        raise OptoutError(
            _("The address contains a space, a tab or a line break."),
            _("Remove it, or write %20 where the page's address has a space."),
        )
    if not url.isascii() or not url.isprintable():
        raise OptoutError(
            _("The address contains a letter that is not plain Latin, or one that cannot be seen."),
            _("Copy the address from the browser's address bar and type nothing into it."),
        )
    if _ADDRESS.fullmatch(url) is None or _BROKEN_ESCAPE.search(url):
        raise OptoutError(
            _("The address contains a character that addresses cannot have."),
            _("Copy the address from the browser's address bar."),
        )


def _parts(rest: str) -> tuple[str, str]:
    """Return authority and tail of what follows the scheme (RFC 3986, section 3.2)."""
    match = re.fullmatch(r"//([^/?#]+)(.*)", rest)
    if match is None:
        raise OptoutError(
            _("The address has no host after https://."),
            _("Write two slashes and then the host: https://example.com"),
        )
    return match[1], match[2]


def _check_host(host: str) -> None:
    if "@" in host:
        raise OptoutError(
            _("The address has a user name before the host, which hides where it leads."),
            _("Remove everything up to the @ sign."),
        )
    if ":" in host:
        raise OptoutError(_("The address names a port."), _("Remove the colon and the number."))
    if "%" in host:
        raise OptoutError(
            _("The host is written with percent signs, which hides where the address leads."),
            _("Write the host in plain letters."),
        )
    if host.endswith("."):
        raise OptoutError(_("The host ends with a dot."), _("Remove the dot after the host."))
    if any(label.startswith("xn--") for label in host.split(".")):
        raise OptoutError(
            _("The host contains letters in disguise (xn--) that can look like other letters."),
            _("Only hosts in plain Latin letters are opened."),
        )
    if _HOST.fullmatch(host) is None:
        raise OptoutError(
            _("The host of the address is not a name such as www.example.com."),
            _("Write the name of the host, not a number."),
        )


def _without_controls(text: str) -> str:
    return re.sub(r"[\x00-\x08\x0a-\x1f\x7f-\x9f]", "", text)


def _encoded(text: str) -> str:
    return quote(text, safe="", errors="replace")
