from contextlib import suppress
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.links import MAXIMUM_LENGTH, Link, check_host, check_link, mailto

HOSTS = ("www.linkedin.com", "linkedin.com")

GOOD = [
    "https://www.linkedin.com",
    "https://www.linkedin.com/",
    "https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement",
    "https://www.linkedin.com/help/linkedin/ask/TS-DPRO?lang=en&a=b#top",
    "https://linkedin.com?next=/me",
    "https://linkedin.com#me",
    "https://www.linkedin.com/@name/a%20b",
]

REFUSED = {
    "empty": ("", "empty"),
    "http": ("http://www.linkedin.com/", "uses http"),
    "javascript": ("javascript:alert(1)", "uses javascript"),
    "javascript with a host": ("javascript://www.linkedin.com/%0aalert(1)", "uses javascript"),
    "file": ("file:///etc/passwd", "uses file"),
    "data": ("data:text/html,hello", "uses data"),
    "program": ("ms-settings:privacy", "begin with https"),
    "nothing before the colon": ("://www.linkedin.com/", "begin with https"),
    "no scheme": ("www.linkedin.com/settings", "begin with https"),
    "two slashes": ("//www.linkedin.com/", "begin with https"),
    "space first": (" https://www.linkedin.com/", "space"),
    "tab inside": ("https://www.linked\tin.com/", "space"),
    "line break inside": ("https://www.linkedin.com/\nx", "space"),
    "line break at the end": ("https://www.linkedin.com/\n", "space"),
    "no-break space": ("https://www.linkedin.com/\u00a0", "space"),
    "null": ("https://www.linkedin.com/\0", "cannot be seen"),
    "escape": ("https://www.linkedin.com/\x1b[31m", "cannot be seen"),
    "reading direction": ("https://www.linkedin.com/\u202emoc", "cannot be seen"),
    "zero width": ("https://www.linkedin\u200b.com/", "cannot be seen"),
    "backslashes": ("https:\\\\www.linkedin.com\\", "backslash"),
    "one backslash": ("https://evil.example\\@www.linkedin.com/", "backslash"),
    "one slash": ("https:/www.linkedin.com/", "no host"),
    "no slash": ("https:www.linkedin.com/", "no host"),
    "three slashes": ("https:///www.linkedin.com/", "no host"),
    "no host": ("https://", "no host"),
    "query alone": ("https://?www.linkedin.com", "no host"),
    "user": ("https://www.linkedin.com@evil.example/", "user name"),
    "user of the right host": ("https://evil@www.linkedin.com/", "user name"),
    "user and password": ("https://a:b@www.linkedin.com/", "user name"),
    "port": ("https://www.linkedin.com:443/", "port"),
    "empty port": ("https://www.linkedin.com:/", "port"),
    "trailing dot": ("https://www.linkedin.com./", "dot"),
    "escaped host": ("https://www.linkedin%2ecom/", "percent"),
    "escaped slash": ("https://www.linkedin.com%2f.evil.example/", "percent"),
    "longer host": ("https://www.linkedin.com.evil.example/", "not an address of this service"),
    "prefix of the host": ("https://xwww.linkedin.com/", "not an address of this service"),
    "other subdomain": ("https://evil.linkedin.com/", "not an address of this service"),
    "digit for a letter": ("https://www.1inkedin.com/", "not an address of this service"),
    "hyphen for a dot": ("https://www-linkedin.com/", "not an address of this service"),
    "Cyrillic": ("https://www.linke\u0501in.com/", "plain Latin"),
    "full width": ("https://www.linkedin\uff0ecom/", "plain Latin"),
    "punycode": ("https://www.xn--linkein-hzg.com/", "xn--"),
    "punycode in capitals": ("https://XN--linkein-hzg.com/", "xn--"),
    "number": ("https://127.0.0.1/", "not a name"),
    "number in one": ("https://2130706433/", "not a name"),
    "brackets": ("https://[::1]/", "port"),
    "single word": ("https://localhost/", "not a name"),
    "empty label": ("https://www..linkedin.com/", "not a name"),
    "underscore": ("https://www_.linkedin.com/", "not a name"),
    "quote": ('https://www.linkedin.com/"onclick=', "cannot have"),
    "angle bracket": ("https://www.linkedin.com/<script>", "cannot have"),
    "broken escape": ("https://www.linkedin.com/%zz", "cannot have"),
    "accent in the path": ("https://www.linkedin.com/é", "plain Latin"),
    "too long": ("https://www.linkedin.com/" + "a" * MAXIMUM_LENGTH, "longer than"),
}


@pytest.mark.parametrize("url", GOOD)
def test_addresses_of_the_service_may_be_opened(url: str) -> None:
    link = check_link(url, HOSTS)
    assert link.url == url
    assert link.host in HOSTS


@pytest.mark.parametrize(("url", "reason"), REFUSED.values(), ids=REFUSED.keys())
def test_every_other_address_is_refused_with_a_reason(url: str, reason: str) -> None:
    with pytest.raises(OptoutError, match=reason) as refused:
        check_link(url, HOSTS)
    assert refused.value.hint


def test_capital_letters_of_scheme_and_host_come_back_in_normal_form() -> None:
    link = check_link("HTTPS://WWW.LinkedIn.com/Path?Query", HOSTS)
    assert link == Link("https://www.linkedin.com/Path?Query", "www.linkedin.com")


def test_the_longest_address_is_still_opened() -> None:
    url = "https://www.linkedin.com/".ljust(MAXIMUM_LENGTH, "a")
    assert check_link(url, HOSTS).url == url


def test_the_address_of_a_source_opens_exactly_as_written() -> None:
    source = "https://www.edoeb.admin.ch/en/submitting-a-complaint"
    assert check_link(source, (), {source}).host == "www.edoeb.admin.ch"
    with pytest.raises(OptoutError, match="not an address of this service"):
        check_link(source + "?more", HOSTS, {source})


@pytest.mark.parametrize(
    "url",
    ["http://a.example/", "javascript:alert(1)", "https://u@a.example/", "https://a.example:1/"],
)
def test_a_listed_source_is_still_checked(url: str) -> None:
    with pytest.raises(OptoutError):
        check_link(url, (), {url})


def test_a_text_in_place_of_a_collection_opens_nothing() -> None:
    with pytest.raises(OptoutError):
        check_link("https://linkedin.com/", "www.linkedin.com")
    with pytest.raises(OptoutError):
        check_link("https://a.example/", (), "https://a.example/b")


@given(st.text() | st.text(st.sampled_from("htps:/\\@.:#?%linkedcomw \t\n\u202e"), max_size=60))
@example("https://www.linkedin.com@evil.example/")
@example("https://evil.example#@www.linkedin.com/")
@example("https://evil.example?@www.linkedin.com/")
def test_what_may_be_opened_leads_to_a_declared_host_however_it_is_read(url: str) -> None:
    for attempt in (url, f"https://{url}", f"https://www.linkedin.com{url}"):
        try:
            link = check_link(attempt, HOSTS)
        except OptoutError:
            continue
        read = urlsplit(link.url)
        assert (read.scheme, read.netloc) == ("https", link.host)
        assert link.host in HOSTS
        # Nothing but an end of the authority may follow the host.
        assert link.url.removeprefix(f"https://{link.host}")[:1] in {"", "/", "?", "#"}


@pytest.mark.parametrize(
    "before", ["", "https", "https:", "https:/", "https://", "https://www", "https://www.linkedin"]
)
def test_no_character_leads_elsewhere_wherever_it_stands(before: str) -> None:
    whole = "https://www.linkedin.com/me"
    for character in map(chr, range(0x250)):
        for url in (before + character + whole.removeprefix(before), before + character):
            with suppress(OptoutError):
                link = check_link(url, HOSTS, {url})
                assert urlsplit(link.url).hostname == urlsplit(link.url).netloc == link.host


@pytest.mark.parametrize("host", ["WWW.example.com", "xn--a.example", "a.example.", "a@b.example"])
def test_hosts_in_disguise_cannot_be_declared(host: str) -> None:
    with pytest.raises(OptoutError):
        check_host(host)


def test_a_plain_host_can_be_declared() -> None:
    check_host("help.example-site.co.uk")


def test_mailto_writes_what_was_given() -> None:
    url = mailto("privacy@example.com", "Objection & more", "Dear team,\n\nno + thanks. 100 %\n")
    assert url == (
        "mailto:privacy@example.com?subject=Objection%20%26%20more"
        "&body=Dear%20team%2C%0D%0A%0D%0Ano%20%2B%20thanks.%20100%20%25"
    )


def test_mailto_needs_no_subject_and_no_body() -> None:
    assert mailto("a.b@example.com", "", "") == "mailto:a.b@example.com"


def test_a_plus_in_the_address_survives() -> None:
    assert mailto("a+b@example.com", "", "") == "mailto:a%2Bb@example.com"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "example.com",
        "@example.com",
        "a@",
        "a@localhost",
        "a@b@example.com",
        "a@example.com,b@example.com",
        "a@example.com?bcc=b@example.com",
        "a?bcc=b@example.com&x=@example.com",
        "a@example.com\nBcc: b@example.com",
        "a b@example.com",
        ".a@example.com",
        "a@xn--.example.c",
        "a" * 250 + "@example.com",
    ],
)
def test_mailto_refuses_all_but_one_plain_address(address: str) -> None:
    with pytest.raises(OptoutError):
        mailto(address, "Subject", "Body")


@given(subject=st.text(), body=st.text())
@example(subject="Hello\r\nBcc: b@example.com", body="x")
@example(subject="a&bcc=b@example.com", body="a&cc=b@example.com#")
def test_mailto_has_no_headers_but_its_own(subject: str, body: str) -> None:
    url = mailto("a@example.com", subject, body)
    assert url.isascii()
    assert url.isprintable()
    assert " " not in url
    address, _, query = url.removeprefix("mailto:").partition("?")
    assert address == "a@example.com"
    headers = parse_qs(query, strict_parsing=bool(query))
    assert set(headers) <= {"subject", "body"}
    assert not set(headers.get("subject", [""])[0]) & {"\r", "\n"}


@given(st.lists(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")))))
def test_mailto_keeps_each_line_of_the_body(lines: list[str]) -> None:
    url = mailto("a@example.com", "", "\n".join(lines))
    _, _, body = url.partition("?body=")
    assert unquote(body).split("\r\n") == ("\n".join(lines).splitlines() or [""])
