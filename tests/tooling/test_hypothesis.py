"""How properties are tried: slowly where the computer is busy, and then all the same."""

from hypothesis import HealthCheck, settings


def test_no_property_falls_because_the_computer_is_busy() -> None:
    assert settings().deadline is None
    assert HealthCheck.too_slow in settings().suppress_health_check
