"""Settings are read as MkDocs reads them, before MkDocs runs."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.publishing.engine import find_setting, language_at, published_at


@pytest.mark.parametrize(
    "line",
    [
        "repo_url: https://github.com/you/repo",
        "repo_url: https://github.com/you/repo   # ours",
        "repo_url: Words of a name",
        "repo_url: Words of a name # and why",
        "repo_url: it's #1 of 2",
        "repo_url: 'https://github.com/you/repo'",
        'repo_url: "https://github.com/you/repo" # ours',
        "repo_url:    https://example.org/a#b",
        'repo_url: ""',
        "repo_url: ''",
        "repo_url:",
        "repo_url: # none yet",
        "# repo_url: https://github.com/you/repo",
        "extra:\n  repo_url: https://github.com/you/repo",
        "repo_url_of_another: x",
        "site_name: x\nrepo_url: ?query=x\ntheme: y",
    ],
)
def test_a_setting_is_what_yaml_says(tmp_path: Path, line: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"site_name: Test\n{line}\n", "utf-8")

    assert (yaml.safe_load(line) or {}).get("repo_url") == find_setting(tmp_path, "repo_url")


@pytest.mark.parametrize(
    ("line", "address"),
    [("site_url: https://example.org/war", "https://example.org/war/"), ("site_url:", ""), ("", "")],
)
def test_the_published_address_ends_in_a_slash(tmp_path: Path, line: str, address: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"site_name: Test\n{line}\n", "utf-8")

    assert address == published_at(tmp_path)


@pytest.mark.parametrize(
    "theme",
    [
        "theme:\n  name: material\n  language: ur",
        "theme:\n  language: 'ur' # ours\n  name: material",
        "theme: # ours\n\n  name: material\n  language:   ar-XB",
        "theme:\n  name: material",
        "theme:\n  name: material\nextra:\n  language: ur",
        "theme:\n  name: material\n  # language: ur",
        "theme: {name: material}",
    ],
)
def test_the_language_is_that_of_the_theme(tmp_path: Path, theme: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"site_name: Test\n{theme}\nstrict: true\n", "utf-8")

    assert yaml.safe_load(theme)["theme"].get("language", "") == language_at(tmp_path)
