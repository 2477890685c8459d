"""The site as a ZIP: the same bytes for the same site, its links made to work where no server is."""

from __future__ import annotations

import hashlib
import html
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.publishing.listing import Listing, listed
from generator.publishing.manifest import MANIFEST, Manifest, ManifestError, check_files, print_manifest, read_manifest

_LINK = re.compile(r'(<(?:a|link|form)\b[^>]*?\s(?:href|action)=")([^"]*)(")')
_TO_FOLDER = re.compile(r"(?![a-z][a-z0-9+.-]*:|/)(?:[^?#]*/)?(?:(?<=/)|\.\.?)(?=[?#]|$)", re.IGNORECASE)
"""The path of a link that is no address of its own and ends like a folder's: 'a/', '..', './'."""
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="[^"]*">')
_LEFT_OUT = ("404.html",)
"""Written for the one place that the site is published at; elsewhere its links lead astray."""
_DAY = (1980, 1, 1, 0, 0, 0)
"""The first that a ZIP can say."""
_SHOWN = 20


@dataclass(frozen=True)
class Packed:
    """What was written."""

    files: int
    size: int
    """In bytes."""
    sha256: str


def pack(site: Path, target: Path, name: str, content: str) -> Packed:
    """Write the ZIP of a site, all below a folder `name`; the old one is replaced only by a whole one.

    Raises ManifestError when the site is not as it was built, or was built from other content than that with this hash.
    """
    with listed(site) as listing:
        manifest = check_whole(listing, content)
        files = dict(_carried(listing))
    sums = [(path, hashlib.sha256(data).hexdigest()) for path, data in files.items()]
    files[MANIFEST] = print_manifest(sums, manifest.content).encode()
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.draft")
    try:
        write_zip(draft, {f"{name}/{path}": data for path, data in files.items()})
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    return Packed(len(files), target.stat().st_size, hashlib.sha256(target.read_bytes()).hexdigest())


def check_whole(listing: Listing, content: str) -> Manifest:
    """The list of a site that is as it was built, from this content."""
    manifest = read_manifest(listing)
    wrong = list(check_files(listing, manifest))
    if wrong:
        raise ManifestError("\n".join(["the site is not as it was built:", *wrong[:_SHOWN]]))
    if manifest.content != content:
        raise ManifestError("the site was built from other content than there is now")
    return manifest


def _carried(listing: Listing) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each file of the ZIP but the list, in order."""
    for path in sorted(listing.files.keys() - {MANIFEST, *_LEFT_OUT}):
        with listing.files[path]() as file:
            data = file.read()
        yield path, allow_files(name_files(data.decode())).encode() if path.endswith(".html") else data


def allow_files(page: str) -> str:
    """Let the policy say that a page on a disk may load its style from there: browsers differ on whose 'self' it is."""
    return _POLICY.sub(lambda policy: policy[0].replace("'self'", "'self' file:"), page)


def name_files(page: str) -> str:
    """Let links within the site that lead to a folder name the file in it: '../' becomes '../index.html'."""
    return _LINK.sub(lambda found: found[1] + _named(found[2]) + found[3], page)


def _named(escaped: str) -> str:
    link = html.unescape(escaped)
    found = _TO_FOLDER.match(link)
    if not found:
        return escaped
    folder = found[0] if found[0].endswith("/") else f"{found[0]}/"
    return html.escape(f"{folder}index.html{link[found.end() :]}")


def write_zip(path: Path, files: dict[str, bytes]) -> None:
    """Write a ZIP with fixed times and permissions, in the given order."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _DAY)
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED, 9)
