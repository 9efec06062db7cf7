"""What Qt makes of the addresses that may be opened: the same as we do."""

from contextlib import suppress

from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import QUrl

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.links import check_link

HOSTS = ("www.linkedin.com", "linkedin.com")


@given(st.text(st.sampled_from("aZ09-._~:/?#[]@!$&'()*+,;=%20\\ \t"), max_size=40))
@example("/\\evil.example")
@example("//evil.example/")
@example("?@evil.example/")
@example("#@evil.example:1/")
@example("/[")
def test_qt_leads_to_the_host_that_was_checked_or_nowhere(tail: str) -> None:
    for before in ("https://www.linkedin.com", "https://"):
        with suppress(OptoutError):
            link = check_link(before + tail, HOSTS, {before + tail})
            read = QUrl(link.url, QUrl.ParsingMode.StrictMode)
            parts = (read.scheme(), read.userInfo(), read.host(), read.port())
            assert not read.isValid() or parts == ("https", "", link.host, -1)
