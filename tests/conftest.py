"""For all tests: English after each, and Hypothesis never judges by time, as computers are busy."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from optout_desktop.base.languages import use_language

settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Leave no test in the language of another."""
    yield
    use_language(())
