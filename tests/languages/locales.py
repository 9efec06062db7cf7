"""Makes the data of each language that is shown from the CLDR: ``python3 dev.py languages``."""

import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path

import msgspec
from babel import Locale as Cldr

from optout_desktop.base.languages import ENGLISH
from optout_desktop.base.locales import ListPattern, Locale
from optout_desktop.base.paths import resources_folder

FOLDER = resources_folder() / "languages"
# The program's English is British, and so are its dates.
CLDR_NAMES = {ENGLISH: "en-GB"}
MONTHS = range(1, 13)

PLACES = {
    "y": "{year}",
    "M": "{number}",
    "MM": "{number:02}",
    "MMM": "{short_month}",
    "MMMM": "{month}",
    "L": "{number}",
    "LL": "{number:02}",
    "LLL": "{short_month_alone}",
    "LLLL": "{month_alone}",
    "d": "{day}",
    "dd": "{day:02}",
    "H": "{hour}",
    "HH": "{hour:02}",
    "mm": "{minute:02}",
}
"""The fields of UTS 35 that are used, as places of ``str.format``."""

_PIECES = re.compile(r"(?P<quoted>'(?:[^']|'')*')|(?P<field>([A-Za-z])\3*)|(?P<text>[^A-Za-z']+)")


def format_of(pattern: str) -> str:
    """Return a CLDR pattern for dates or times as one for ``str.format``.

    Raises KeyError for a field that the program cannot fill, such as an era.
    """
    return "".join(
        PLACES[piece["field"]] if piece["field"] else _plain(piece["quoted"] or piece["text"])
        for piece in _PIECES.finditer(pattern)
    )


def _plain(text: str) -> str:
    # In quotes stand letters that are meant as such, and two quotes mean one.
    is_quoted = text.startswith("'") and text != "''"
    return (text[1:-1] if is_quoted else text).replace("''", "'")


def locale_data(code: str, countries: Iterable[str]) -> Locale:
    """Return what is usual in the language ``code``; ``countries`` are those to name."""
    cldr = Cldr.parse(CLDR_NAMES.get(code, code), sep="-")
    skeletons = cldr.datetime_skeletons
    months, alone = cldr.months["format"], cldr.months["stand-alone"]
    names = {code: cldr.territories[code] for code in countries if code in cldr.territories}
    return Locale(
        direction="rtl" if cldr.text_direction == "rtl" else "ltr",
        # Some languages name the era in the long form; their own form without it is the same.
        date=format_of(cldr.date_formats["long"].pattern.replace(" G ", " ")),
        short_date=format_of(skeletons["yMMMd"].pattern),
        month_of_year=format_of(skeletons["yMMMM"].pattern),
        time=format_of(skeletons["Hm"].pattern),
        moment=cldr.datetime_formats["medium"].replace("{1}", "{date}").replace("{0}", "{time}"),
        months=tuple(months["wide"][month] for month in MONTHS),
        months_alone=tuple(alone["wide"][month] for month in MONTHS),
        short_months=tuple(months["abbreviated"][month] for month in MONTHS),
        short_months_alone=tuple(alone["abbreviated"][month] for month in MONTHS),
        and_list=_list_pattern(cldr, "standard"),
        or_list=_list_pattern(cldr, "or"),
        # Figures are Western ones in every language, as in dates and references.
        thousands=cldr.number_symbols["latn"]["group"],
        territories={} if code == ENGLISH else names,
    )


def _list_pattern(cldr: Cldr, kind: str) -> ListPattern:
    pattern = cldr.list_patterns[kind]
    return ListPattern(pattern["2"], pattern["start"], pattern["middle"], pattern["end"])


def languages() -> list[str]:
    """Return the languages that are shown: English, and each that has texts."""
    texts = FOLDER.glob("*/LC_MESSAGES/*.po")
    return [ENGLISH, *sorted(text.parts[-3].replace("_", "-") for text in texts)]


def files() -> dict[Path, str]:
    """Return the files of all languages that are shown, with what belongs into them."""
    regions = json.loads((resources_folder() / "regions.json").read_text(encoding="utf-8"))
    return {
        FOLDER / f"{code}.json": _text(locale_data(code, regions["countries"]))
        for code in languages()
    }


def _text(locale: Locale) -> str:
    data = msgspec.to_builtins(locale)
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def main() -> int:
    """Write the files."""
    for file, text in files().items():
        file.write_text(text, encoding="utf-8", newline="\n")
        sys.stdout.write(f"Written to {file}.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
