"""dev.py: what it needs, what it says, and when it stops."""

import ast
import os
import runpy
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = (ROOT / "dev.py").read_text(encoding="utf-8")
TOOL_NAMES = ("ruff", "mypy", "lint-imports", "deptry", "vulture", "optout-desktop", "python")

only_with_scripts = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout whose environment is set up, with tools that only say how they were called."""
    shutil.copy(ROOT / "dev.py", tmp_path)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    for name in TOOL_NAMES:
        put_tool(tmp_path, name)
    dev = load(tmp_path)
    for groups in ("", "-libraries-fonts", "-libraries-fonts-programs"):
        dev["stamp"](f"installer{groups}")
    dev["stamp"]("dev")
    return tmp_path


def put_tool(checkout: Path, name: str, exit_code: int = 0) -> None:
    path = checkout / ".venv" / "bin" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'#!/bin/sh\necho "called: {name} $*"\nexit {exit_code}\n', encoding="ascii")
    path.chmod(0o755)


def load(checkout: Path) -> dict[str, Any]:
    return runpy.run_path(str(checkout / "dev.py"))


def dev(checkout: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    return subprocess.run(
        [sys.executable, str(checkout / "dev.py"), *arguments],
        env=environment | variables,
        cwd=checkout,
        capture_output=True,
        text=True,
        check=False,
    )


def test_it_needs_the_standard_library_only() -> None:
    imported = {
        name.split(".")[0]
        for node in ast.walk(ast.parse(SOURCE))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or "."]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert "subprocess" in imported
    assert imported <= sys.stdlib_module_names


def test_an_older_python_can_read_it_and_is_told() -> None:
    ast.parse(SOURCE, feature_version=(3, 7))
    pretend = "import runpy, sys; sys.version_info = (3, 8, 1); runpy.run_path(sys.argv[1])"
    done = subprocess.run(
        [sys.executable, "-c", pretend, str(ROOT / "dev.py")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("Optout Desktop needs Python 3.11 or newer; this is 3.8.")


@pytest.mark.parametrize(("word", "exit_code"), [("--help", 0), ("", 0), ("tset", 2)])
def test_it_says_what_it_can_do(word: str, exit_code: int) -> None:
    done = dev(ROOT, *word.split())
    assert done.returncode == exit_code
    for command in ("run", "test", "check", "bench", "links", "screenshots", "mutants", "lock"):
        assert f"\n  {command} " in done.stdout


@only_with_scripts
def test_without_a_display_the_checklist_is_shown_in_the_terminal(checkout: Path) -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("other systems always have a display")
    done = dev(checkout, "run")
    assert done.returncode == 0
    assert "no display" in done.stdout.splitlines()[0]
    assert done.stdout.splitlines()[-2:] == [
        "called: optout-desktop list",
        "called: optout-desktop show linkedin",
    ]


@only_with_scripts
def test_with_a_display_the_window_is_opened(checkout: Path) -> None:
    assert dev(checkout, "run", DISPLAY=":0").stdout == "called: optout-desktop \n"


@only_with_scripts
def test_run_hands_its_arguments_and_the_exit_code_through(checkout: Path) -> None:
    put_tool(checkout, "optout-desktop", exit_code=2)
    done = dev(checkout, "run", "show", "no-such-service", "--json")
    assert done.stdout == "called: optout-desktop show no-such-service --json\n"
    assert done.returncode == 2


@only_with_scripts
def test_all_checks_run_before_the_tests(checkout: Path) -> None:
    done = dev(checkout, "test", "-q", "tests/base")
    called = [line for line in done.stdout.splitlines() if line.startswith("called: ")]
    assert done.returncode == 0
    assert called[-1] == "called: python -m pytest -q tests/base"
    assert {line.split()[1] for line in called} == set(TOOL_NAMES)


@only_with_scripts
def test_a_failed_check_is_named_and_stops_the_tests(checkout: Path) -> None:
    put_tool(checkout, "mypy", exit_code=1)
    done = dev(checkout, "test")
    assert done.returncode == 1
    assert "called: vulture" in done.stdout
    assert "pytest" not in done.stdout
    assert done.stdout.endswith("Failed: mypy\n")


@only_with_scripts
def test_a_failed_test_fails_the_command(checkout: Path) -> None:
    put_tool(checkout, "python", exit_code=5)
    assert dev(checkout, "test").returncode == 5


@only_with_scripts
@pytest.mark.parametrize("changed", ["pyproject.toml", "requirements/dev.txt"])
def test_changed_requirements_are_noticed(checkout: Path, changed: str) -> None:
    is_stamped = load(checkout)["is_stamped"]
    assert is_stamped("dev")
    with (checkout / changed).open("a", encoding="ascii") as file:
        file.write("\n")
    assert not is_stamped("dev")


@only_with_scripts
@pytest.mark.parametrize(
    ("line", "fits"),
    [
        ("version_info = {0}.{1}.7", True),
        ("version = {0}.{1}.2", True),
        ("version_info = {0}.{1}0.1", False),
        ("version = 3.9.2", False),
        ("prompt = {0}.{1}.7", False),
    ],
)
def test_an_environment_of_another_python_is_made_anew(
    checkout: Path, line: str, *, fits: bool
) -> None:
    file = checkout / ".venv" / "pyvenv.cfg"
    file.write_text(f"home = /usr/bin\n{line.format(*sys.version_info)}\n", encoding="ascii")
    assert load(checkout)["fits_this_python"]() is fits


def test_an_environment_without_a_python_does_not_fit(tmp_path: Path) -> None:
    shutil.copy(ROOT / "dev.py", tmp_path)
    assert load(tmp_path)["fits_this_python"]() is False


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux needs packages")
def test_a_missing_library_is_noticed() -> None:
    can_load = load(ROOT)["can_load"]
    assert can_load("libm.so.6")
    assert not can_load("libno-such-thing.so.9")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permission")
def test_the_build_server_can_start_its_script() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert script.read_text(encoding="ascii").endswith("\nexec python3 dev.py test\n")
