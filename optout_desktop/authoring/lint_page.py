"""The rules that guides are checked by as a page for authors, made from the rules themselves."""

import inspect
from collections.abc import Iterator
from types import ModuleType

from optout_desktop.authoring import check, released, rules, task_rules, text_rules, todo
from optout_desktop.authoring.markdown import MADE, table
from optout_desktop.guides.format import invariants

_MODULES = (invariants, rules, text_rules, task_rules, check, released, todo)
"""Where each public function with the name of a rule is that rule."""

_OF_THE_SHAPE = {
    "readable": "The file is a plain text in UTF-8, valid TOML, and smaller than 1 MB.",
    "own-folder": "A guide is the file guide.toml in a folder of its own.",
    "known-files": "A guide's folder holds only TOML files whose names the program knows.",
    "slug-is-folder-name": "The folder has the name of the guide's slug.",
    "two-places": "What is in a file beside the guide's file is not in that one too.",
    "missing-key": "What every guide needs is there.",
    "unknown-key": "Every key is one that the format knows.",
    "type": "Texts, numbers, lists and tables are where the format has them.",
    "choice": "Where the format offers a choice of words, one of them is taken.",
    "form": "Slugs, dates, regions, hosts, addresses and lines have their form.",
    "length": "Texts and lists are as long as they may be.",
    "range": "Numbers are as large as they may be.",
    "expected": "The guide says what expected.toml beside it expects.",
    "shared-things": "What a guide takes from a shared file is there, and only once.",
}
"""The rules that whole modules keep: the reading, the shape, the sharing."""


def lint_page() -> str:
    """Return docs/lint.md: every rule with its id, its severity and what a good guide does."""
    rows = [(f"`{name}`", "error", about) for name, about in _OF_THE_SHAPE.items()]
    rows += [row for module in _MODULES for row in _rows(module)]
    return f"""{MADE}

# What the check looks at

`optout-desktop guides check` prints each thing that it finds with its file, its line and its place
in the guide, what is wrong there and what would be right. With `--json` each one also carries the
id of the rule, which never changes. An error has to be mended; a warning may turn out to be right
as it is, and is mended or explained in a remark of the guide. Rules about what a guide says are
looked at when its shape is right.

{table(("rule", "severity", "what a good guide does"), rows)}
"""


def rule_ids() -> frozenset[str]:
    """Return the ids of all rules that the page names."""
    return frozenset(_OF_THE_SHAPE) | {row[0].strip("`") for m in _MODULES for row in _rows(m)}


def _rows(module: ModuleType) -> Iterator[tuple[str, str, str]]:
    for name, function in inspect.getmembers(module, inspect.isfunction):
        rule = name.replace("_", "-")
        code = inspect.getsource(function)
        if function.__module__ == module.__name__ and f'"{rule}"' in code:
            yield f"`{rule}`", _severity(code), inspect.getdoc(function) or ""


def _severity(code: str) -> str:
    if '"warning"' not in code:
        return "error"
    return "error or warning" if '"error"' in code else "warning"
