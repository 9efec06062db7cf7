"""Authors work beside each other: what one of them does stays in the folder of one guide."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
AUTHOR = ("-c", "user.name=Author", "-c", "user.email=author@example.org")

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


class Checkout:
    """A checkout of the project in a repository of its own, with the program that lies in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def git(self, *arguments: str) -> str:
        return self._run("git", *AUTHOR, *arguments)

    def guides(self, *arguments: str) -> str:
        return self._run(sys.executable, "-m", "optout_desktop", "guides", *arguments)

    def commit(self) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "Changed")

    def changed(self) -> list[str]:
        """Name the files that are not as they were committed."""
        status = self.git("status", "--porcelain", "--untracked-files=all")
        return [line[3:] for line in status.splitlines()]

    def _run(self, *command: str) -> str:
        environment = {**os.environ, "OPTOUT_DATA_DIR": str(self.folder.with_name("data"))}
        done = subprocess.run(
            command,
            cwd=self.folder,
            env=environment,
            capture_output=True,
            check=False,
            encoding="utf-8",
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """Make a checkout right after a release."""
    folder = tmp_path_factory.mktemp("authors") / "checkout"
    ignored = shutil.ignore_patterns("__pycache__")
    for name in ("docs", "guides", "optout_desktop", "resources"):
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    for name in (".gitattributes", ".gitignore"):
        shutil.copy(ROOT / name, folder)
    checkout = Checkout(folder)
    checkout.git("init", "--quiet", "--initial-branch", "main")
    checkout.guides("generate")
    checkout.guides("release")
    checkout.commit()
    return checkout


@pytest.fixture
def checkout(released: Checkout) -> Checkout:
    released.git("checkout", "--quiet", "--force", "main")
    released.git("clean", "--quiet", "--force", "-d")
    assert released.changed() == []
    return released


def begin(checkout: Checkout, slug: str) -> None:
    checkout.guides("new", slug)


def change(checkout: Checkout, slug: str) -> None:
    """Change what a list and a record of ids would show."""
    file = checkout.folder / "guides" / slug / "guide.toml"
    text = file.read_text(encoding="utf-8")
    text = re.sub(r'(?m)^name = "', 'name = "The new ', text, count=1)
    steps = text.index("[[task.step]]")
    text = text[:steps] + text[steps:].replace('id = "', 'id = "new-', 1)
    file.write_text(text, encoding="utf-8", newline="\n")


Work = Callable[[Checkout, str], None]


@pytest.mark.parametrize(("work", "slug"), [(change, "strava"), (begin, "aab")])
def test_work_on_a_guide_touches_its_own_folder_alone(
    checkout: Checkout, work: Work, slug: str
) -> None:
    work(checkout, slug)
    checkout.guides("generate")
    checkout.guides("release")
    changed = checkout.changed()
    assert sorted(changed) == [f"guides/{slug}/guide.toml", f"guides/{slug}/released.json"]


@pytest.mark.parametrize(
    ("work", "slugs"), [(change, ("slack", "strava")), (begin, ("aab", "aac"))]
)
def test_two_authors_never_conflict(checkout: Checkout, work: Work, slugs: tuple[str, str]) -> None:
    for slug in slugs:
        checkout.git("checkout", "--quiet", "-B", f"author-of-{slug}", "main")
        work(checkout, slug)
        checkout.guides("generate")
        checkout.guides("release")
        checkout.commit()
    checkout.git("merge", "--quiet", "--no-edit", f"author-of-{slugs[0]}")
    checkout.guides("generate")
    assert checkout.changed() == []
