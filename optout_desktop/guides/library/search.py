"""Finding a service by what a person types: any word of it, without accents, one slip forgiven."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from optout_desktop.guides.library.outline import Outline

_SHORTEST_FORGIVEN = 4
_MISS = 10_000
# How far a hit is from the best: where it was found, and how well it fits there.
_NAME, _OTHER_NAME, _TASK = 0, 10, 20
_WHOLE, _START, _INSIDE, _SLIP = 0, 1, 3, 5


def search(outlines: Sequence[Outline], query: str) -> list[Outline]:
    """Return the services that match all words of ``query``, best first; all if it is empty."""
    wanted = _words(query)
    if not wanted:
        return list(outlines)
    return _hits(outlines, wanted, forgiving=False) or _hits(outlines, wanted, forgiving=True)


def folded(text: str) -> str:
    """Return a text to be compared: without differences of case, accents or width."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()


def _hits(
    outlines: Sequence[Outline], wanted: tuple[str, ...], *, forgiving: bool
) -> list[Outline]:
    scored = ((_score(outline, wanted, forgiving=forgiving), outline) for outline in outlines)
    hits = [(score, outline) for score, outline in scored if score < _MISS]
    return [outline for _, outline in sorted(hits, key=lambda hit: hit[0])]


def _score(outline: Outline, wanted: tuple[str, ...], *, forgiving: bool) -> int:
    """Return how far all words are from their nearest texts; ``_MISS`` or more if one has none."""
    texts = tuple(_texts(outline))
    return sum(
        min(worth + _distance(word, text, forgiving=forgiving) for worth, text in texts)
        for word in wanted
    )


def _texts(outline: Outline) -> Iterator[tuple[int, str]]:
    yield _NAME, outline.name
    yield _NAME, outline.slug
    for slug in outline.former:
        yield _OTHER_NAME, slug
    for name in outline.words:
        yield _OTHER_NAME, name
    for title in outline.titles:
        yield _TASK, title


def _distance(wanted: str, text: str, *, forgiving: bool) -> int:
    words = _words(text)
    # "chatgpt" also finds "Chat GPT".
    whole = "".join(words)
    if wanted in words or wanted == whole:
        return _WHOLE
    if any(word.startswith(wanted) for word in words) or whole.startswith(wanted):
        return _START
    if wanted in whole:
        return _INSIDE
    if forgiving and len(wanted) >= _SHORTEST_FORGIVEN:
        parts = (part for word in (*words, whole) for part in _beginnings(word, len(wanted)))
        if any(_one_slip(wanted, part) for part in parts):
            return _SLIP
    return _MISS


def _beginnings(word: str, length: int) -> Iterator[str]:
    """Yield a word cut to about what has been typed, so that a slip is forgiven while typing."""
    if len(word) < length:
        yield word
    else:
        yield word[:length]
        yield word[: length + 1]


def _one_slip(one: str, other: str) -> bool:
    """Return whether one letter is wrong, missing or too many, or two neighbours are swapped."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    a, b = one[start:], other[start:]
    swapped = len(a) > 1 and a[:2] == b[1::-1] and a[2:] == b[2:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or swapped


@lru_cache(maxsize=50_000)
def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", folded(text)))
