"""Everything a developer runs: ``python3 dev.py run``, ``python3 dev.py test`` and a few more.

Only the standard library is used, and nothing has to be installed beforehand: what a command needs
is set up the first time, in ``.venv`` and ``.tools`` beside this file.
"""

import ctypes
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Sequence
from importlib import util
from pathlib import Path

OLDEST = (3, 11)

if sys.version_info < OLDEST:
    sys.exit(
        "Optout Desktop needs Python {}.{} or newer; this is {}.{}. "
        "Start it with a newer one, such as: python3.12 dev.py run".format(
            *OLDEST, *sys.version_info[:2]
        )
    )

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
TOOLS = ROOT / ".tools"
REQUIREMENTS = ROOT / "requirements"
LINUX = sys.platform.startswith("linux")
GUIDE = "linkedin"

# What each environment holds, and what each file of pinned versions is made from.
INSTALLED = {"run": ("authors", "build"), "dev": ("dev",)}
LOCKED = {
    "uv": ("requirements/uv.in",),
    "run": ("pyproject.toml",),
    "build": ("requirements/build.in", "--constraints", "requirements/run.txt"),
    "authors": (
        *("pyproject.toml", "--extra", "authors"),
        *("--constraints", "requirements/run.txt"),
    ),
    "dev": (
        *("pyproject.toml", "--extra", "authors", "--group", "dev", "requirements/build.in"),
        *("--constraints", "requirements/authors.txt", "--constraints", "requirements/build.txt"),
    ),
}

CHECKS = (
    ("ruff", "check", "--extend-exclude", ".tools"),
    ("ruff", "format", "--check", "--extend-exclude", ".tools"),
    ("mypy",),
    ("lint-imports",),
    ("deptry", ".", "--extend-exclude", "[.]tools"),
    ("vulture",),
    ("optout-desktop", "guides", "check"),
    ("optout-desktop", "guides", "format", "--check"),
)


def run(arguments: Sequence[str]) -> int:
    """Start the program; without a display, show its checklist in the terminal."""
    prepare("run", *(("libraries", "fonts") if has_display() else ()))
    if not arguments and not has_display():
        say("There is no display here, so this is the checklist in the terminal.")
        say("What else it can do there: python3 dev.py run --help\n")
        return call(tool("optout-desktop", "list")) or call(tool("optout-desktop", "show", GUIDE))
    return hand_over(tool("optout-desktop", *arguments))


def test(arguments: Sequence[str]) -> int:
    """Run all checks, then all tests or those that ARGS name (any of pytest's own)."""
    prepare("dev", "libraries", "fonts", "programs")
    failed = check(())
    if failed:
        return failed
    # The windows of tests stay off the developer's screen.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    heading("pytest")
    return call(tool("python", "-m", "pytest", *arguments), ROOT)


def check(_: Sequence[str]) -> int:
    """Run all checks: style, types, rooms, dependencies, dead code, guides."""
    prepare("dev")
    failed = []
    for name, *arguments in CHECKS:
        title = " ".join((name, *arguments))
        heading(title)
        if call(tool(name, *arguments), ROOT):
            failed.append(title)
    if failed:
        say(f"\nFailed: {', '.join(failed)}")
    return int(bool(failed))


def bench(arguments: Sequence[str]) -> int:
    """Compare start and memory with those of a bare window; ARGS: --rounds N, --profile."""
    return run_script("tests/bench/compare.py", arguments)


def screenshots(arguments: Sequence[str]) -> int:
    """Make the screenshots of the documentation from the real program."""
    return run_script("tests/screenshots.py", arguments)


def links(arguments: Sequence[str]) -> int:
    """Check the links of all guides, from a connected computer; ARGS: slugs of some."""
    prepare("dev")
    return call(tool("python", "-m", "tests.links", *arguments), ROOT)


def languages(_: Sequence[str]) -> int:
    """Write the data of each language that is shown (dates, lists, countries) from the CLDR."""
    prepare("dev")
    return call(tool("python", "-m", "tests.languages.locales"), ROOT)


def mutants(arguments: Sequence[str]) -> int:
    """Change the code bit by bit and list what no test notices; ARGS: some of the rooms."""
    prepare("dev")
    return call(tool("python", "-m", "tests.mutants", *arguments), ROOT)


def messages(_: Sequence[str]) -> int:
    """List all messages that a translator gets: dist/messages.pot."""
    prepare("dev")
    return call(tool("python", "-m", "tests.languages.messages"), ROOT)


def lock(arguments: Sequence[str]) -> int:
    """Write the pinned requirement files again; with --upgrade, with the newest versions."""
    uv = find_or_fetch_uv()
    common = (
        *("--universal", "--python-version", ".".join(map(str, OLDEST)), "--generate-hashes"),
        *("--no-emit-index-url", "--no-emit-find-links", "--quiet"),
        *("--custom-compile-command", "python3 dev.py lock"),
    )
    for name, sources in LOCKED.items():
        target = ("--output-file", f"requirements/{name}.txt")
        must((uv, "pip", "compile", *sources, *common, *target, *arguments))
    return 0


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    command.__name__: command
    for command in (run, test, check, bench, screenshots, links, languages, messages, mutants, lock)
}


def main(arguments: Sequence[str]) -> int:
    """Carry out the command that the first argument names, and return its exit code."""
    name, *rest = arguments or ("help",)
    if name in COMMANDS:
        return COMMANDS[name](rest)
    say("Usage: python3 dev.py COMMAND [ARGS]\n")
    for known, command in COMMANDS.items():
        say(f"  {known:12} {command.__doc__}")
    return 0 if name in {"help", "-h", "--help"} else 2


def run_script(path: str, arguments: Sequence[str]) -> int:
    """Run a script of the tests that needs a window."""
    prepare("dev", "libraries", "fonts", "programs")
    return call(tool("python", path, *arguments), ROOT)


def prepare(kind: str, *groups: str) -> None:
    """Set up what is not set up yet: ``groups`` of requirements/debian.toml, then ``kind``."""
    prepare_system("installer", *groups)
    prepare_environment(kind)


def prepare_environment(kind: str) -> None:
    """Make ``.venv`` hold the pinned requirements of ``kind`` and the project itself."""
    if is_stamped("dev") or is_stamped(kind):
        return
    if stamp_of("dev").exists():  # A developer's environment stays one.
        kind = "dev"
    uv = find_or_fetch_uv()
    heading(f"Setting up {ENVIRONMENT.name}")
    if not fits_this_python():
        shutil.rmtree(ENVIRONMENT, ignore_errors=True)
        must((uv, "venv", "--quiet", "--python", sys.executable, str(ENVIRONMENT)))
    python = ("--python", executable(ENVIRONMENT, "python"))
    files = [f"requirements/{name}.txt" for name in INSTALLED[kind]]
    must((uv, "pip", "sync", *python, "--compile-bytecode", "--require-hashes", *files))
    # Built with what was just installed, so that nothing without a hash is fetched.
    itself = ("--no-deps", "--no-build-isolation", "--editable", ".")
    must((uv, "pip", "install", "--quiet", *python, *itself))
    stamp(kind)


def fits_this_python() -> bool:
    """Tell whether ``.venv`` works and was made with this Python's version."""
    if not Path(executable(ENVIRONMENT, "python")).exists():
        return False
    version = "{}.{}.".format(*sys.version_info[:2])
    lines = (ENVIRONMENT / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
    pairs = (line.replace(" ", "").partition("=") for line in lines)
    return any(
        key in {"version", "version_info"} and value.startswith(version) for key, _, value in pairs
    )


def stamp_of(kind: str) -> Path:
    """Name the file that says from what ``kind`` was set up."""
    return (ENVIRONMENT if kind in INSTALLED else TOOLS) / f"ready-{kind}"


def stamp(kind: str) -> None:
    """Remember that ``kind`` is set up from what lies here now."""
    stamp_of(kind).parent.mkdir(exist_ok=True)
    stamp_of(kind).write_text(fingerprint(), encoding="ascii")


def is_stamped(kind: str) -> bool:
    """Tell whether ``kind`` was set up from what lies here now."""
    try:
        return stamp_of(kind).read_text(encoding="ascii") == fingerprint()
    except OSError:
        return False


def fingerprint() -> str:
    """Sum up all that the environment depends on."""
    import hashlib

    files = [*sorted(REQUIREMENTS.iterdir()), ROOT / "pyproject.toml"]
    parts = [f"{sys.version_info[:2]} {ROOT}".encode(), *(path.read_bytes() for path in files)]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def find_or_fetch_uv() -> str:
    """Find uv, else fetch it: with pip, else into an environment of its own."""
    found = find_uv()
    for fetch in (fetch_uv_with_pip, fetch_uv_with_venv):
        if not found and fetch():
            found = find_uv()
    if found:
        return found
    sys.exit(
        "uv, which installs the rest, could not be fetched. Look whether the computer is online, "
        "or install uv yourself (https://docs.astral.sh/uv/), then run the same command again."
    )


def find_uv() -> str | None:
    """Find a uv that starts: the computer's own, else the one in ``.tools``."""
    private = [TOOLS / made / folder for made in ("uv", "venv") for folder in ("bin", "Scripts")]
    for folders in (None, os.pathsep.join(map(str, private))):
        found = shutil.which("uv", path=folders)
        if found and not call((found, "--version"), output=subprocess.DEVNULL):
            return found
    return None


def fetch_uv_with_pip() -> bool:
    """Let this Python's pip, if it has one, put uv into ``.tools/uv``."""
    return has_module("pip") and pip_install(sys.executable, "--target", str(TOOLS / "uv"))


def fetch_uv_with_venv() -> bool:
    """Put uv into the environment ``.tools/venv``."""
    make = (sys.executable, "-m", "venv", "--clear", str(TOOLS / "venv"))
    made = has_module("ensurepip") and call(make) == 0
    return made and pip_install(executable(TOOLS / "venv", "python"))


def pip_install(python: str, *where: str) -> bool:
    """Install the pinned uv with the pip of ``python``."""
    heading("Fetching uv")
    options = ("--quiet", "--disable-pip-version-check", "--require-hashes", *where)
    wanted = ("--requirement", str(REQUIREMENTS / "uv.txt"))
    return call((python, "-m", "pip", "install", *options, *wanted)) == 0


def has_module(name: str) -> bool:
    """Tell whether this Python could import ``name``."""
    return util.find_spec(name) is not None


def prepare_system(*groups: str) -> None:
    """On Linux, see to the ``groups`` of requirements/debian.toml."""
    kind = "-".join(groups)
    if LINUX and not is_stamped(kind) and install_packages(missing_packages(groups)):
        stamp(kind)


def missing_packages(groups: Sequence[str]) -> list[str]:
    """Name the Debian packages of what requirements/debian.toml lists and is not here."""
    needed = tomllib.loads((REQUIREMENTS / "debian.toml").read_text(encoding="utf-8"))
    is_here: dict[str, Callable[[str], bool]] = {
        "installer": lambda module: any(map(has_module, (module, "pip"))) or bool(find_uv()),
        "libraries": can_load,
        "fonts": lambda path: Path(path).exists() or not shutil.which("apt-get"),
        "programs": lambda name: bool(shutil.which(name)),
    }
    return [
        package
        for group in groups
        for thing, package in needed[group].items()
        if not is_here[group](thing)
    ]


def can_load(library: str) -> bool:
    """Tell whether the system has a shared library of this name."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_packages(packages: Sequence[str]) -> bool:
    """Install Debian packages as root, else say what to run; tell whether nothing is missing."""
    if not packages:
        return True
    install = ("apt-get", "install", "--yes", "--no-install-recommends", *packages)
    if not shutil.which("apt-get"):
        say(f"Please install what these Debian packages hold: {' '.join(packages)}")
        return False
    if os.geteuid() != 0:
        say(f"Some system packages are missing. Please run:\n  sudo {' '.join(install)}")
        return False
    heading("Installing system packages")
    os.environ.setdefault("DEBIAN_FRONTEND", "noninteractive")
    return call(("apt-get", "update")) == 0 and call(install) == 0


def has_display() -> bool:
    """Tell whether a window can be shown, or was asked for by the name of a Qt platform."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not LINUX or any(os.environ.get(name) for name in names)


def tool(name: str, *arguments: str) -> list[str]:
    """Write the command line of a program in ``.venv``."""
    return [executable(ENVIRONMENT, name), *arguments]


def executable(environment: Path, name: str) -> str:
    """Name the file of a program in a virtual environment."""
    in_windows = os.name == "nt"
    return str(environment / (f"Scripts/{name}.exe" if in_windows else f"bin/{name}"))


def call(command: Sequence[str], folder: Path | None = None, output: int | None = None) -> int:
    """Run a command and return its exit code."""
    return subprocess.run(command, cwd=folder, stdout=output, check=False).returncode


def must(command: Sequence[str]) -> None:
    """Run a command in the project's folder, and stop where it fails."""
    if call(command, ROOT):
        sys.exit(f"This did not work: {' '.join(command)}")


def hand_over(command: list[str]) -> int:
    """Become another program where the system can, else run it and return its exit code."""
    if os.name != "nt":
        os.execv(command[0], command)  # noqa: S606 - our own program, and no shell is wanted
    return call(command)


def say(text: str) -> None:
    """Print a line at once, so that it stands before the output of the next program."""
    print(text, flush=True)


def heading(text: str) -> None:
    """Print a title over the output that follows."""
    say(f"\n== {text}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
