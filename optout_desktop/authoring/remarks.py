"""The remarks in a TOML file, and where they belong when its keys are rewritten."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from optout_desktop.authoring.positions import Comment, comments_of, lines_of
from optout_desktop.authoring.toml_text import Line
from optout_desktop.guides.format.problems import KeyPath


class Remark(Struct, frozen=True):
    """Lines above the key at ``path``, or beside it; above the end of the file if ``path`` is ().

    Lines without text part remarks from each other, or from the key below them.
    """

    path: KeyPath
    lines: tuple[str, ...]
    is_beside: bool = False
    is_set_off: bool = False


def remarks_of(data: bytes, moved: Callable[[KeyPath], KeyPath]) -> Iterator[Remark]:
    """Yield the remarks in a TOML file; ``moved`` says where each key will be."""
    keys: dict[int, KeyPath] = {}
    for path, line in lines_of(data).items():
        if line not in keys or len(path) < len(keys[line]):
            keys[line] = path
    lines = sorted(keys)
    above: dict[int, list[Comment]] = {}
    for comment in comments_of(data):
        if comment.is_beside and comment.line in keys:
            yield Remark(moved(keys[comment.line]), (comment.text,), is_beside=True)
        else:
            above.setdefault(bisect_right(lines, comment.line), []).append(comment)
    text = data.decode("utf-8-sig").split("\n")
    for place, comments in above.items():
        first = comments[0].line
        below = lines[place] if place < len(lines) else comments[-1].line + 1
        key = moved(keys[below]) if place < len(lines) else ()
        is_set_off = first > 1 and not text[first - 2].strip()
        yield Remark(key, tuple(_block(comments, below, text)), is_set_off=is_set_off)


def with_remarks(lines: Sequence[Line], remarks: Iterable[Remark]) -> str:
    """Return lines of TOML with remarks; one whose key is gone goes to what was around it."""
    above: dict[int, list[Remark]] = {}
    beside: dict[int, str] = {}
    for remark in remarks:
        place = _place(remark.path, lines)
        if remark.is_beside and place < len(lines) and lines[place].path == remark.path:
            beside[place] = f"  {remark.lines[0]}"
        else:
            above.setdefault(place, []).append(remark)
    text: list[str] = []
    for place, line in enumerate(lines):
        found = above.get(place, ())
        if text and text[-1] and (line.is_header or any(one.is_set_off for one in found)):
            text.append("")
        text += [line.indent + one if one else "" for remark in found for one in remark.lines]
        text.append(line.indent + line.text + beside.get(place, ""))
    for remark in above.get(len(lines), ()):
        text += ["", *remark.lines] if remark.is_set_off else remark.lines
    return "\n".join(text) + "\n"


def _block(comments: Sequence[Comment], below: int, text: Sequence[str]) -> Iterator[str]:
    """Yield comments and the empty lines around them, as far as the line ``below``."""
    written = {comment.line: comment.text for comment in comments}
    last = "#"
    for line in range(comments[0].line, below):
        found = written.get(line, "")
        if found or (last and not text[line - 1].strip()):
            yield found
            last = found


def _place(path: KeyPath, lines: Sequence[Line]) -> int:
    """Return the first line of a key, or of what it was in; the number of all lines for the end."""
    if not path:
        return len(lines)
    while path:
        for place, line in enumerate(lines):
            if line.path[: len(path)] == path:
                return place
        path = path[:-1]
    return 0
