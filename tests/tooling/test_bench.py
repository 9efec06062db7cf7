"""The comparison with a bare window: its arithmetic, and the guides that it starts with."""

import importlib
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from pytestqt.qtbot import QtBot

from optout_desktop.base.paths import Folders, guides_folder
from optout_desktop.gui.application import create
from optout_desktop.guides.format.files import guide_file, guide_files, slug_of
from optout_desktop.guides.format.read import read_guide
from optout_desktop.guides.library.library import Library
from tests.guide_folders import copy_guide, put_guide

FOLDER = Path(__file__).parents[1] / "bench"


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ModuleType]:
    """Import a script's neighbours as the script does."""
    monkeypatch.syspath_prepend(str(FOLDER))
    return importlib.import_module


@pytest.fixture
def made(bench: Callable[[str], ModuleType], tmp_path: Path) -> Path:
    """Three guides: one of its own, one that refers to shared tasks, and one made from the first.

    A fourth, which is only begun, is left out.
    """
    source = tmp_path / "source"
    shutil.copytree(guides_folder() / "shared", source / "shared")
    for name in ("strava", "threads"):
        copy_guide(guide_file(guides_folder(), name), source)
    put_guide(source, "begun", 'format = 1\nslug = "begun"\n')
    assert bench("folders_of_guides").lay_out(source, tmp_path / "made", 3) == 3
    return tmp_path / "made"


def test_each_round_gives_a_ratio_and_their_median_counts(
    bench: Callable[[str], ModuleType],
) -> None:
    # The computer was busy in the second round; the ratios hardly notice.
    moments = (100.0, 300.0, 110.0)
    bare = [{"painted": moment, "peak": 60.0} for moment in moments]
    few, many = (
        [
            {"painted": moment * painted, "guide": moment * 2, "another": moment / 10, "peak": peak}
            for moment in moments
        ]
        for painted, peak in ((1.3, 75.0), (1.5, 108.0))
    )
    lines = [
        " ".join(line.split())
        for line in bench("compare").table(bare, {"20 guides": few, "1000 guides": many})
    ]
    assert lines == [
        "bare window 20 guides ratio 1000 guides ratio goal",
        "time to the painted list 110 ms 143 ms 1.30 165 ms 1.50 at most 1.35 and 1.7: met",
        "time to the usable guide 110 ms 220 ms 2.00 220 ms 2.00",
        "time to open another guide 110 ms 11 ms 0.10 11 ms 0.10",
        "peak memory 60 MiB 75 MiB 1.25 108 MiB 1.80 at most 1.4 and 1.7: missed",
    ]


def test_made_guides_can_be_opened_and_say_which_they_are(made: Path) -> None:
    files = guide_files(made)
    assert [slug_of(file) for file in files] == ["made-2", "strava", "threads"]
    copy, original = read_guide(files[0]), read_guide(files[1])
    assert (copy.slug, copy.name) == ("made-2", f"{original.name} 2")
    assert copy.tasks == original.tasks


def test_the_window_starts_from_their_index(made: Path, tmp_path: Path, qtbot: QtBot) -> None:
    # Only the index can still know the old name of a guide whose size did not change.
    file = guide_file(made, "made-2")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('"Strava 2"', '"Stravb 2"', 1), encoding="utf-8")
    assert read_guide(file).name == "Stravb 2"
    _application, window = create(
        Folders(tmp_path, tmp_path, tmp_path), Library((made,), made / "index.json")
    )
    qtbot.addWidget(window)
    names = {slug: outline.name for slug, outline in window.state.outlines.items()}
    assert names == {"strava": "Strava", "made-2": "Strava 2", "threads": "Threads"}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells the peak so")
def test_a_start_gives_all_figures(
    bench: Callable[[str], ModuleType], made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    compare = bench("compare")
    ours = compare.start("our_window.py", str(tmp_path / "data"), str(made), "made-2", "threads")
    assert ours.keys() == {goal.ours for goal in compare.GOALS}
    bare = compare.start("bare_window.py")
    assert bare.keys() == {goal.bare for goal in compare.GOALS}
    assert min(*ours.values(), *bare.values()) > 0
