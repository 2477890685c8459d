"""The index of the full text."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.publishing.search import SearchError, index_site


def test_a_failure_says_what_pagefind_printed(tmp_path: Path) -> None:
    """An empty folder holds nothing to index."""
    with pytest.raises(SearchError, match=r"the search index could not be made\n."):
        index_site(tmp_path, [])
