"""The comparison with a bare window: its arithmetic, what it looks at, and what it starts."""

import importlib
import os
import shutil
import subprocess
import sys
from array import array
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from tests.guide_folders import copy_guide

ROOT = Path(__file__).parents[2]
Bench = Callable[[str], ModuleType]


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Bench:
    """Import a script's neighbours as the script does."""
    monkeypatch.syspath_prepend(str(ROOT / "tests" / "bench"))
    return importlib.import_module


def words_for(bench: Bench, **limits: float) -> list[str]:
    # The computer was busy in the second round; the ratios hardly notice.
    compare = bench("compare")
    program = compare.Program("20 guides", (), {}, limits)
    ours = {"start": (140.0, 450.0, 140.0), "memory": (90.0, 90.0, 93.0)}
    bare = {"start": (100.0, 300.0, 110.0), "memory": (60.0, 60.0, 60.0)}
    return [compare.Line(program, figure, bare[figure], ours[figure]).words() for figure in limits]


def test_each_round_gives_a_ratio_and_their_median_counts(bench: Bench) -> None:
    assert words_for(bench, start=1.5, memory=1.4) == [
        "start, 20 guides: 140 to 110 ms, ratio 1.40 (1.34 to 1.45); at most 1.5: kept",
        "memory, 20 guides: 90 to 60 MiB, ratio 1.50 (1.50 to 1.52); at most 1.4: missed by 0.10",
    ]


def test_the_installed_command_starts_with_as_many_guides_as_are_wanted(
    bench: Bench, tmp_path: Path
) -> None:
    root = tmp_path / "root"
    for name in ("optout_desktop", "resources"):
        shutil.copytree(ROOT / name, root / name)
    copy_guide(ROOT / "guides" / "strava" / "guide.toml", root / "guides")
    bench("installs").install(root, tmp_path / "installed", 3)
    compare = bench("compare")
    command = (str(compare.COMMAND), "--data-dir", str(tmp_path / "data"), "list")
    variables = {**os.environ, "PYTHONPATH": str(tmp_path / "installed"), "COLUMNS": "200"}
    listed = subprocess.check_output(command, env=variables, encoding="utf-8").splitlines()
    assert [line.partition(":")[0] for line in listed] == [
        "Strava (strava)",
        "Strava 1 (made-1)",
        "Strava 2 (made-2)",
    ]
    # They come from the index of the wheel, so that nothing was read and cached.
    assert not list((tmp_path / "data").rglob("cache"))


def test_a_window_without_a_word_is_not_painted_yet(bench: Bench) -> None:
    width, height = 400, 50
    pixels = array("I", bytes(4 * width * height))
    screen = bench("screen").Screen(memoryview(pixels), width)
    assert (screen.is_empty(), screen.is_painted()) == (True, False)
    for row, shade in enumerate(range(0, 0xFFFFFF, 0x333333)):  # lines and areas
        pixels[row * width : (row + 2) * width] = array("I", [shade]) * (2 * width)
    assert (screen.is_empty(), screen.is_painted()) == (False, False)
    pixels[30 * width : 31 * width] = array("I", range(width))  # the edges of letters
    assert (screen.is_empty(), screen.is_painted()) == (False, True)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Xvfb and /proc are of Linux")
def test_a_window_is_seen_when_its_list_is_painted(bench: Bench, tmp_path: Path) -> None:
    compare = bench("compare")
    folder = tmp_path / "screen"
    folder.mkdir()
    with (
        bench("display").virtual_display(folder) as display,
        bench("screen").open_screen(folder) as screen,
    ):
        assert screen.is_empty()
        bare, ours, _many = compare.programs(tmp_path, display, 0)
        for program in (bare, ours):
            figures = bench("starts").start(program.command, program.variables, screen, stay=0)
            assert figures["start"] > 0
            assert figures["memory"] > 20
