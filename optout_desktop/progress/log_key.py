"""Whose log it is and where it is kept: names of persons, services and accounts as folders."""

import re
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import astuple, replace

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.files import entries, nearest_folder
from optout_desktop.base.languages import _
from optout_desktop.base.paths import Folders

_NAME = re.compile(r"[a-z0-9-]{1,40}")


class LogKey(Struct, frozen=True):
    """Whose events: names that become folders. Raises OptoutError for any that could not.

    ``former`` are the names that the service had before; events under them count too.
    """

    person: str
    service: str
    account: str
    former: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in (self.person, self.service, self.account, *self.former):
            check_name(name)


def check_name(name: str) -> str:
    """Return the name of a person, service or account if it can safely name a folder."""
    if not _NAME.fullmatch(name):
        raise OptoutError(
            _("“{name}” cannot name a person, a service or an account.").format(
                name=name if name.isprintable() else ascii(name)
            ),
            _("Use small letters from a to z, digits and hyphens, at most 40."),
        )
    return name


def key_of(person: str, service: str, account: str, renamed: Mapping[str, str]) -> LogKey:
    """Return the key of a service under its present name, as guides.library.renamed tells it."""
    present = renamed.get(service, service)
    former = tuple(sorted(old for old, new in renamed.items() if new == present))
    return LogKey(person, present, account, former)


def log_keys(
    folders: Folders, person: str, renamed: Mapping[str, str] | None = None
) -> tuple[LogKey, ...]:
    """Return the keys under which a person has events, sorted; all names of a service are one."""
    found = {
        key_of(person, service, account, renamed or {})
        for service in _names(_logs(folders) / check_name(person))
        for account in _names(_logs(folders) / person / service)
        if any(logs_in(_logs(folders) / person / service / account))
    }
    return tuple(sorted(found, key=astuple))


def persons(folders: Folders) -> tuple[str, ...]:
    """Return the ids of all persons who have a folder of events, sorted."""
    return tuple(_names(_logs(folders)))


def watched(folders: Folders, person: str) -> list[Path]:
    """Return the folders and logs that change when others add to what a person did."""
    top = _logs(folders) / check_name(person)
    found = [nearest_folder(top)]
    for service in _names(top):
        found.append(top / service)
        for account in _names(top / service):
            found += [top / service / account, *logs_in(top / service / account)]
    return found


def folder_of(folders: Folders, key: LogKey) -> Path:
    """Return the folder of the logs of a key, one file for each computer."""
    return _logs(folders) / key.person / key.service / key.account


def folders_of(folders: Folders, key: LogKey) -> tuple[Path, ...]:
    """Return where events of a key may be: first where new ones go, then under former names."""
    former = (replace(key, service=name) for name in key.former)
    return tuple(folder_of(folders, one) for one in (key, *former))


def logs_in(folder: Path) -> list[Path]:
    """Return the logs in a folder, sorted; copies by a synchronisation program are logs too."""
    # A link in a shared folder could lead to a private file, and damaged lines are copied.
    return sorted(
        Path(entry.path)
        for entry in entries(folder)
        if entry.name.endswith(".jsonl") and entry.is_file(follow_symlinks=False)
    )


def _logs(folders: Folders) -> Path:
    return folders.data / "progress"


def _names(folder: Path) -> list[str]:
    return sorted(
        entry.name
        for entry in entries(folder)
        if entry.is_dir(follow_symlinks=False) and _NAME.fullmatch(entry.name)
    )
