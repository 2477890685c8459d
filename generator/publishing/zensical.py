"""The same pages through Zensical: the proof that they need neither MkDocs nor our theme."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.publishing.engine import run


def build_with_zensical(root: Path, nav: Sequence[Mapping[str, Any]]) -> int:
    """Build build/docs/ into build/zensical/ and return how many pages there are.

    Raises EngineError with what Zensical printed when it fails or finds a broken link.
    """
    site = root / "build" / "zensical"
    shutil.rmtree(site, ignore_errors=True)
    settings = root / "build" / "zensical.yml"
    settings.write_text(_settings(nav), "utf-8")
    command = [sys.executable, "-m", "zensical", "build", "--clean", "--strict", "--config-file", str(settings)]
    run(command, root)
    return sum(1 for _ in site.rglob("index.html"))


def _settings(nav: Sequence[Mapping[str, Any]]) -> str:
    """Ours, with the navigation that our plugin would set and without what Zensical has no use for.

    Written as JSON, which every YAML reader takes. A mapping in the place of a list replaces it.
    """
    settings = {
        "INHERIT": "../mkdocs.yml",
        "docs_dir": "docs",
        "site_dir": "zensical",
        "theme": {"custom_dir": None},
        "plugins": {},
        "nav": nav,
    }
    return json.dumps(settings, ensure_ascii=False, indent=1) + "\n"
