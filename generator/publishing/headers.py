"""What a host sends with the files of a site: headers by address, made from the policies of the pages.

Hosts give an address the headers of every rule that fits it, so no two rules that fit one address name the same header.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from generator.publishing.policy import COPY, NOTHING, READ, SEARCH, WORKER, Policy, print_policy, with_styles

Headers = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Rule:
    """The headers of an address, or of all that a pattern fits."""

    pattern: str
    """From the host's root. At its end, '*' is whatever follows; ':name' is one step of the path."""
    headers: Headers


NAME = "_headers"
"""The file in the site's folder that Netlify, Cloudflare Pages and others read, and do not publish."""

FEATURES = tuple(
    "accelerometer autoplay browsing-topics camera display-capture encrypted-media fullscreen gamepad geolocation"
    " gyroscope hid identity-credentials-get idle-detection local-fonts magnetometer microphone midi otp-credentials"
    " payment picture-in-picture publickey-credentials-create publickey-credentials-get screen-wake-lock serial"
    " storage-access usb window-management xr-spatial-tracking".split()
)
"""What no page of ours asks a device for. The clipboard is not among them: pages copy sentences to it."""

EVERYWHERE: Headers = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-DNS-Prefetch-Control": "off",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in FEATURES),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000",
}
OWN: Headers = {"Cross-Origin-Resource-Policy": "same-origin"}
FETCHED: Headers = {"Access-Control-Allow-Origin": "*"}
"""For data: anybody's page may read it."""
FRAMED: Headers = {"Cross-Origin-Resource-Policy": "cross-origin", "Cross-Origin-Embedder-Policy": "require-corp"}
"""For what other sites show in a frame, the strictest of them too."""

SHORT: Headers = {"Cache-Control": "public, max-age=300"}
FOREVER: Headers = {"Cache-Control": "public, max-age=31536000, immutable"}
"""For files whose name changes when their bytes do."""

_POLICIES: Mapping[str, Policy] = {"search": SEARCH, "assets": NOTHING, "pagefind": WORKER, "api": NOTHING}
_TYPES: Mapping[str, Headers] = {
    ":briefing/changes.atom": {"Content-Type": "application/atom+xml; charset=utf-8", **FETCHED},
    ":briefing/changes.json": {"Content-Type": "application/feed+json; charset=utf-8", **FETCHED},
    ":briefing/records/*": {"Content-Type": "text/plain; charset=utf-8", **FETCHED},
}
"""What hosts would guess wrongly."""
_NAMING = frozenset({"assets", "pagefind"})
"""The folders that hold files named by their bytes; elsewhere such a name is a record's."""
# Pagefind's .pf_meta has such a name as well, but lies among files that do not: with it, one rule is true of them all.
_NAMED_BY_BYTES = re.compile(r"(?:^|[._-])(?=[a-f]*\d)[0-9a-f]{7,64}\.(?!pf_meta)\w+$|-\d+\.\d+\.\d+\.js$")
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


def header_rules(site: Path, base: str = "/") -> tuple[Rule, ...]:
    """The rules for a built site that is published below `base`."""
    found: dict[str, Headers] = {"*": EVERYWHERE}
    for pattern, headers in (*_of_places(site), *_lifetimes(site), *_TYPES.items()):
        found[pattern] = {**found.get(pattern, {}), **headers}
    return tuple(Rule(base + pattern, headers) for pattern, headers in found.items())


def _of_places(site: Path) -> Iterator[tuple[str, Headers]]:
    """Policies: for each page at the root, and for each folder there with all that is in it."""
    pages = sorted(path.name for path in site.glob("*.html"))
    for name in ["", *pages]:
        yield name, {**_policy_header(READ), **OWN}
    for folder in _folders(site):
        yield f"{folder.name}/*", _of_folder(folder)


def _of_folder(folder: Path) -> Headers:
    """Embedded pages may be framed by anybody, data may be read by anybody, and nothing else by anyone else."""
    if folder.name == "embed":
        return {**_policy_header(READ, framed_by="*"), **FRAMED}
    pages = [path.read_text("utf-8") for path in sorted(folder.rglob("*.html"))]
    copying = any("data-copy" in page for page in pages)
    policy = _POLICIES.get(folder.name, COPY if copying else READ)
    styles = [unescape(style) for page in pages for style in _STYLE.findall(page)]
    headers = _policy_header(with_styles(policy, styles) if styles else policy)
    return {**headers, **FRAMED, **FETCHED} if folder.name == "api" else {**headers, **OWN}


def _policy_header(policy: Policy, framed_by: str = "'none'") -> Headers:
    return {"Content-Security-Policy": print_policy({**policy, "frame-ancestors": framed_by})}


def _lifetimes(site: Path) -> Iterator[tuple[str, Headers]]:
    """How long browsers may keep files: those named by their bytes for ever, all others some minutes."""
    yield from (("", SHORT), (":file", SHORT))
    for folder in _folders(site):
        yield from _kept(folder, folder.name) if folder.name in _NAMING else [(f"{folder.name}/*", SHORT)]


def _kept(folder: Path, address: str) -> Iterator[tuple[str, Headers]]:
    """One rule for all of a folder, or for all files right in it, where that is true; else one for each file."""
    inside = sorted(folder.iterdir())
    if headers := _agreed(path for path in folder.rglob("*") if path.is_file()):
        yield f"{address}/*", headers
        return
    files = [path for path in inside if path.is_file()]
    agreed = _agreed(files)
    yield from [(f"{address}/:file", agreed)] if agreed else [(f"{address}/{f.name}", _lifetime(f)) for f in files]
    for inner in inside:
        if inner.is_dir():
            yield from _kept(inner, f"{address}/{inner.name}")


def _agreed(files: Iterable[Path]) -> Headers | None:
    """The lifetime of all these files, if it is one."""
    found = list(map(_lifetime, files))
    return found[0] if found and all(one is found[0] for one in found) else None


def _lifetime(file: Path) -> Headers:
    return FOREVER if _NAMED_BY_BYTES.search(file.name) else SHORT


def _folders(site: Path) -> Iterable[Path]:
    return sorted(path for path in site.iterdir() if path.is_dir())
