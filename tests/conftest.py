"""For all tests: English after each, and Hypothesis never judges by time, as computers are busy.

The profile "few" is for ``dev.py mutants``, which runs the same tests hundreds of times.
"""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, settings

from optout_desktop.base.languages import use_language

settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile(
    "few",
    settings.get_profile("patient"),
    max_examples=20,
    phases=(Phase.explicit, Phase.generate),  # that a change is noticed is enough
)
settings.load_profile("patient")


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Leave no test in the language of another."""
    yield
    use_language(())
