"""`briefings headers` prints what a host should send with the site that is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.publishing.headers import NAME
from generator.publishing.hosts import HOSTS
from tests.projects import Built


@pytest.mark.site
@pytest.mark.parametrize("host", ["netlify", "cloudflare"])
def test_it_prints_what_the_build_wrote_into_the_site(host: str, sample_site: Built) -> None:
    done = CliRunner().invoke(main, ["-C", str(sample_site.root), "headers", host])

    assert 0 == done.exit_code
    assert (sample_site.site / NAME).read_text("utf-8") == done.stdout


@pytest.mark.site
def test_nginx_and_apache_stand_at_the_address_of_the_site(sample_site: Built, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_url: https://example.org/war/\n", "utf-8")
    for host, line in (("nginx", "error_page 404 /war/404.html;"), ("apache", "ErrorDocument 404 /war/404.html")):
        done = CliRunner().invoke(main, ["-C", str(tmp_path), "headers", host, "--site", str(sample_site.site)])

        assert 0 == done.exit_code
        assert line in map(str.strip, done.stdout.splitlines())


def test_without_a_site_it_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    done = CliRunner().invoke(main, ["-C", str(tmp_path), "headers", "nginx"])

    assert 2 == done.exit_code
    assert "run 'briefings build' first" in done.stderr


def test_an_unknown_host_is_answered_with_those_that_are_known(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    done = CliRunner().invoke(main, ["-C", str(tmp_path), "headers", "iis"])

    assert 2 == done.exit_code
    assert [] == [host for host in HOSTS if host not in done.stderr]
