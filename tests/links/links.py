"""The links of the guides, and the turns in which they are asked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain, zip_longest
from urllib.parse import urlsplit

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.links import check_link
from optout_desktop.guides.format.problems import values
from optout_desktop.guides.format.shape import Guide, Source
from optout_desktop.guides.format.tasks import Step, Way


@dataclass(frozen=True, slots=True)
class Link:
    """An address that guides name; ``is_source`` where it is a document that everybody can read.

    What only steps open may lie behind a login.
    """

    address: str
    guides: tuple[str, ...]
    is_source: bool


def links_of(guides: Iterable[Guide]) -> dict[str, Link]:
    """Collect the links of steps, ways and sources, each once, by address."""
    links: dict[str, Link] = {}
    for guide in guides:
        for _path, place in values(guide):
            if isinstance(place, Source | Step | Way) and place.url is not None:
                known = links.get(place.url, Link(place.url, (), is_source=False))
                links[place.url] = Link(
                    place.url,
                    tuple(dict.fromkeys((*known.guides, guide.slug))),
                    known.is_source or isinstance(place, Source),
                )
    return links


def may_be_asked(address: str) -> bool:
    """Tell whether the program itself would open it; what stands after ? and # may be anything."""
    try:
        bare = urlsplit(address)._replace(query="", fragment="").geturl()
        check_link(bare, (), (bare,))
    except (OptoutError, ValueError):
        return False
    return True


def in_turns(links: Mapping[str, Link]) -> list[Link]:
    """Order links so that every host has its turn before one is asked again."""
    by_host: dict[str, list[Link]] = {}
    for address in sorted(links):
        by_host.setdefault(urlsplit(address).netloc, []).append(links[address])
    rounds = zip_longest(*by_host.values())
    return [link for link in chain.from_iterable(rounds) if link is not None]
