"""The same rules in each host's language; nginx is asked itself, where it is installed."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

import pytest

from generator.publishing.headers import Rule, header_rules
from generator.publishing.hosts import expression, print_apache, print_headers_file, print_nginx
from tests.browser.hosted import fits, headers_for, read_headers_file
from tests.projects import Built

RULES = (
    Rule("/*", {"Referrer-Policy": "no-referrer"}),
    Rule("/war.2031/*", {"Content-Security-Policy": "default-src 'none'"}),
    Rule("/:briefing/changes.atom", {"Content-Type": "application/atom+xml"}),
)


def test_the_headers_file_holds_the_rules() -> None:
    assert {rule.pattern: list(rule.headers.items()) for rule in RULES} == read_headers_file(print_headers_file(RULES))


@pytest.mark.parametrize("pattern", ["/", "/*", "/war.2031/*", "/:briefing/changes.atom", "/:briefing/records/*"])
def test_patterns_fit_the_same_addresses_in_each_language(pattern: str) -> None:
    addresses = [
        "/",
        "/war.2031/",
        "/war-2031/a",
        "/x/changes.atom",
        "/x/y/changes.atom",
        "/x/records/a/b.txt",
        "/x/changesxatom",
    ]

    assert [a for a in addresses if fits(pattern, a)] == [a for a in addresses if re.search(expression(pattern), a)]


def test_nginx_is_told_every_header_by_a_map() -> None:
    text = print_nginx(RULES)

    assert '    "~^/war\\.2031/.*$" "default-src \'none\'";' in text.splitlines()
    assert "    add_header Content-Security-Policy $briefings_content_security_policy always;" in text.splitlines()
    assert 'default_type "application/atom+xml";' in text
    assert set(re.findall(r"map \$uri (\$\w+) \{", text)) == set(re.findall(r"add_header \S+ (\$\w+) always;", text))
    assert text.count("{") == text.count("}")


def test_apache_is_told_by_conditions() -> None:
    text = print_apache(RULES)

    assert "    Header always set Content-Security-Policy \"default-src 'none'\"" in text.splitlines()
    assert '    ForceType "application/atom+xml"' in text.splitlines()
    assert 3 == text.count("<If ") == text.count("</If>")


PLACES = "/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin:/opt/homebrew/bin"
SETTINGS = """\
{user} daemon off; pid {folder}/pid; error_log {folder}/errors; events {{}}
http {{
    client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder}; uwsgi_temp_path {folder};
    scgi_temp_path {folder}; access_log off; types {{ text/html html; text/css css; text/javascript js; }}
    {printed}
}}
"""


@pytest.fixture
def nginx(sample_site: Built, tmp_path: Path) -> Iterator[str]:
    """The real one, with what we print; gives the address of its root."""
    program = os.environ.get("NGINX") or shutil.which("nginx", path=PLACES)
    if not program:
        pytest.skip("nginx is not installed; NGINX=/path/to/nginx names one")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    printed = print_nginx(header_rules(sample_site.site)).replace("listen 80", f"listen {address}")
    settings = tmp_path / "nginx.conf"
    user = "user root;" if os.geteuid() == 0 else ""
    printed = printed.replace("/srv/briefings/site", str(sample_site.site))
    settings.write_text(SETTINGS.format(user=user, folder=tmp_path, printed=printed), "utf-8")
    command = [program, "-c", str(settings), "-e", str(tmp_path / "errors")]
    subprocess.run([*command, "-t"], check=True, capture_output=True)
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as server:
        try:
            yield f"http://{address}"
        finally:
            server.terminate()


def answered(url: str) -> Message:
    """The headers of an answer, once the server is up."""
    for _ in range(100):
        try:
            return urllib.request.urlopen(url, timeout=5).headers  # type: ignore[no-any-return]  # noqa: S310 - our own server
        except urllib.error.HTTPError as error:
            return error.headers
        except urllib.error.URLError:
            time.sleep(0.05)
    raise AssertionError(f"{url} does not answer")


@pytest.mark.site
def test_nginx_sends_what_the_rules_say(nginx: str, sample_site: Built) -> None:
    rules = read_headers_file(print_headers_file(header_rules(sample_site.site)))
    briefing = "/arvenia-belmark-2031/"
    for address in (
        "/",
        "/search/",
        briefing,
        f"{briefing}changes.atom",
        f"{briefing}records/briefing.txt",
        "/assets/site.js",
    ):
        sent = answered(nginx + address)
        for name, value in headers_for(address, rules).items():
            assert [value] == sent.get_all(name), f"{address} {name}"

    assert (
        answered(f"{nginx}/nowhere/")["Content-Security-Policy"]
        == headers_for("/404.html", rules)["Content-Security-Policy"]
    )
