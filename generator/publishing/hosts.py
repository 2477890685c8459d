"""Header rules in the languages of hosts: the file `_headers`, and settings for nginx and Apache."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from generator.publishing.headers import Rule

_TYPE = "Content-Type"
_NGINX = """\
# Goes into the folder conf.d of nginx, with your own names in the server block and your certificate beside them.
# Made from the site: when a briefing is added or the one-file edition changes, make it again.

{maps}
server {{
    listen 80;
    server_name briefings.example.org;
    root /srv/briefings/site;
    charset utf-8;
    charset_types text/plain text/css text/javascript application/javascript application/json;
    server_tokens off;
    absolute_redirect off;
    error_page 404 {base}404.html;

{headers}
{types}
}}
"""
_APACHE = """\
# Goes into the site's folder as .htaccess, or between <Directory> and </Directory>. Needs Apache 2.4 with mod_headers.
# Made from the site: when a briefing is added or the one-file edition changes, make it again.

ErrorDocument 404 {base}404.html
Options -Indexes
AddDefaultCharset utf-8
{rules}
"""


def print_headers_file(rules: Iterable[Rule]) -> str:
    """The file that Netlify, Cloudflare Pages and others read."""
    blocks = [
        "\n".join([rule.pattern, *(f"  {name}: {value}" for name, value in rule.headers.items())]) for rule in rules
    ]
    return "\n\n".join(blocks) + "\n"


def print_nginx(rules: Sequence[Rule]) -> str:
    """A server block, with one map a header: nginx forgets outer headers where an inner block adds one."""
    names = list(dict.fromkeys(name for rule in rules for name in rule.headers if name != _TYPE))
    types = [(rule, rule.headers[_TYPE]) for rule in rules if _TYPE in rule.headers]
    return _NGINX.format(
        maps="\n".join(_nginx_map(name, rules) for name in names),
        base=_base(rules),
        headers="\n".join(f"    add_header {name} ${_variable(name)} always;" for name in names),
        types="\n".join(_nginx_type(rule, kind) for rule, kind in types),
    )


def _nginx_map(name: str, rules: Iterable[Rule]) -> str:
    lines = [f'    "~{expression(r.pattern)}" "{r.headers[name]}";' for r in rules if name in r.headers]
    return "\n".join([f"map $uri ${_variable(name)} {{", *lines, "}"])


def _nginx_type(rule: Rule, kind: str) -> str:
    return f'    location ~ "{expression(rule.pattern)}" {{ types {{ }} default_type "{kind}"; }}'


def _variable(name: str) -> str:
    return "briefings_" + name.lower().replace("-", "_")


def print_apache(rules: Sequence[Rule]) -> str:
    """A file .htaccess: one condition a rule."""
    return _APACHE.format(base=_base(rules), rules="\n".join(map(_apache_rule, rules)))


def _apache_rule(rule: Rule) -> str:
    lines = [
        f'    ForceType "{value}"' if name == _TYPE else f'    Header always set {name} "{value}"'
        for name, value in rule.headers.items()
    ]
    return "\n".join([f'<If "%{{REQUEST_URI}} =~ m#{expression(rule.pattern)}#">', *lines, "</If>"])


def expression(pattern: str) -> str:
    """A rule's pattern as a regular expression of the whole address."""
    parts = re.split(r"(:[a-z]+|\*$)", pattern)
    steps = ("[^/]+" if part[:1] == ":" else ".*" if part == "*" else re.escape(part) for part in parts)
    return f"^{''.join(steps)}$"


def _base(rules: Sequence[Rule]) -> str:
    """The address of the site's root: the first rule is for all that is below it."""
    return rules[0].pattern.removesuffix("*")


HOSTS: Mapping[str, Callable[[Sequence[Rule]], str]] = {
    "netlify": print_headers_file,
    "cloudflare": print_headers_file,
    "nginx": print_nginx,
    "apache": print_apache,
}
