"""What a check of guides says where the extra ``authors`` is not installed."""

import subprocess
import sys
from pathlib import Path

GOOD = Path(__file__).parents[1] / "data" / "guides" / "good" / "example" / "guide.toml"
PROGRAM = """
import sys
sys.modules["tree_sitter"] = None
from optout_desktop.__main__ import main
sys.exit(main())
"""


def without_the_extra(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", PROGRAM, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")


def test_the_check_says_what_to_install() -> None:
    answer = without_the_extra("guides", "check", str(GOOD))
    assert answer.returncode == 1
    assert "pip install 'optout-desktop[authors]'" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_everything_else_works(tmp_path: Path) -> None:
    answer = without_the_extra("--data-dir", str(tmp_path), "show", "linkedin")
    assert answer.returncode == 0, answer.stderr
