"""Puts the index of the guides into the wheel, so that the first start reads no TOML."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class IndexHook(BuildHookInterface[Any]):
    """Makes the index while a wheel is built; a checkout keeps one in the computer's cache."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the index of the guides, but for an editable install. Raises BadGuide."""
        if version == "editable":
            return
        # The program is not installed where it is built.
        sys.path.insert(0, self.root)
        from optout_desktop.guides.library.index import shipped_index

        self._folder = tempfile.TemporaryDirectory()
        index = Path(self._folder.name, "index.json")
        index.write_bytes(shipped_index(Path(self.root, "guides")))
        build_data["force_include"][str(index)] = "optout_desktop/_data/index.json"

    def finalize(self, version: str, _build_data: dict[str, Any], _artifact_path: str) -> None:
        """Throw the file away that the wheel holds now."""
        if version != "editable":
            self._folder.cleanup()
