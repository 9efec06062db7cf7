"""The arithmetic of the comparison with a bare window."""

import importlib
from pathlib import Path
from types import ModuleType

import pytest

FOLDER = Path(__file__).parents[1] / "bench"


@pytest.fixture
def compare(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(FOLDER))
    return importlib.import_module("compare")


def test_each_round_gives_a_ratio_and_their_median_counts(compare: ModuleType) -> None:
    # The computer was busy in the second round; the ratios hardly notice.
    bare = [{"painted": painted, "peak": 60.0} for painted in (100.0, 300.0, 110.0)]
    ours = [
        {"painted": painted * 1.3, "guide": painted * 2, "peak": 90.0}
        for painted in (100.0, 300.0, 110.0)
    ]
    lines = [" ".join(line.split()) for line in compare.table(bare, ours)]
    assert lines[1:] == [
        "time to the painted list 110 ms 143 ms 1.30 at most 1.35: met",
        "time to the usable guide 110 ms 220 ms 2.00",
        "peak memory 60 MiB 90 MiB 1.50 at most 1.4: missed",
    ]
