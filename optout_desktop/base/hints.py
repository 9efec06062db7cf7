"""Hints for somebody who named something that is not there."""

from collections.abc import Sequence

from optout_desktop.base.languages import _
from optout_desktop.base.locales import or_list


def did_you_mean(names: Sequence[str]) -> str:
    """Return the question whether one of the nearest names was meant."""
    quoted = [_("“{name}”").format(name=name) for name in names]
    return _("Did you mean {names}?").format(names=or_list(quoted))


def use_one_of(names: Sequence[str]) -> str:
    """Return the request to use one of the names, or "-" where there is none."""
    return _("Use one of: {names}.").format(names=or_list(names) or "-")
