"""The list of a site's files with their SHA-256 sums, and what differs from it.

It is what `sha256sum` writes, below two comments: who made the site, and of which content. `sha256sum -c` takes it too.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator import __version__
from generator.publishing.listing import Listing, list_folder

MANIFEST = "SHA256SUMS"
_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")
_HEAD = re.compile(r"# made by (?P<maker>[^\n]{1,80})\n# from content sha256:(?P<content>[0-9a-f]{64})\n")
_LONGEST = 64_000_000
"""Bytes; the list of a million files is longer, and no list of ours."""


class ManifestError(Exception):
    """There is no list, or none that can be read; the message says why."""


@dataclass(frozen=True)
class Manifest:
    """What a site says of itself."""

    sums: dict[str, str]
    """The SHA-256 of each file, in hexadecimal digits, by its name: a path with '/', in order of the names."""
    maker: str
    """The program and its version."""
    content: str
    """The hash of the content that the site was made of."""
    sha256: str
    """Of the list itself: two sites with the same are the same in every byte."""


def write_manifest(site: Path, content: str) -> None:
    """List every file of a folder that is finished; `content` is the hash of what it was made of.

    Raises ManifestError when there is a file that a stick or another system could not hold.
    """
    listing = list_folder(site)
    if listing.refused:
        raise ManifestError("\n".join(["the site holds what cannot be published:", *listing.refused]))
    (site / MANIFEST).write_text(print_manifest(sums_of(listing), content), "ascii", newline="\n")


def hash_of(texts: Mapping[str, str]) -> str:
    """One hash for named texts, whatever their order: of the list that `sha256sum` would make of them as files."""
    sums = (f"{hashlib.sha256(text.encode()).hexdigest()}  {name}\n" for name, text in sorted(texts.items()))
    return hashlib.sha256("".join(sums).encode()).hexdigest()


def sums_of(listing: Listing) -> Iterator[tuple[str, str]]:
    """Name and sum of every file but the list itself."""
    return ((name, sum_of(listing, name)) for name in sorted(listing.files) if name != MANIFEST)


def print_manifest(sums: Iterable[tuple[str, str]], content: str) -> str:
    """The list's text."""
    lines = [f"# made by conflict-briefings {__version__}", f"# from content sha256:{content}"]
    return "\n".join([*lines, *(f"{digest}  {name}" for name, digest in sums)]) + "\n"


def read_manifest(listing: Listing) -> Manifest:
    """The list that lies among the files; raises ManifestError when there is none that can be trusted to be one."""
    if MANIFEST not in listing.files:
        raise ManifestError(f"there is no {MANIFEST}: not a site that was built whole")
    with listing.files[MANIFEST]() as file:
        data = file.read(_LONGEST)
    text = data.decode("ascii", "replace")
    head = _HEAD.match(text)
    lines = [_LINE.fullmatch(line) for line in text[head.end() :].splitlines()] if head else []
    if not head or not all(lines):
        raise ManifestError(f"{MANIFEST} is not as it was written")
    sums = {line[2]: line[1] for line in lines if line}
    return Manifest(sums, head["maker"], head["content"], hashlib.sha256(data).hexdigest())


def check_files(listing: Listing, manifest: Manifest) -> Iterator[str]:
    """Say of each file what is not as listed: 'changed: a/b.html', in the order of the names."""
    yield from listing.refused
    present = listing.files.keys() - {MANIFEST}
    for name in sorted(manifest.sums.keys() | present):
        if name not in present:
            yield f"missing: {name}"
        elif name not in manifest.sums:
            yield f"surplus: {name}"
        elif sum_of(listing, name) != manifest.sums[name]:
            yield f"changed: {name}"


def sum_of(listing: Listing, name: str) -> str:
    """The SHA-256 of one file."""
    with listing.files[name]() as file:
        return hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]  # any binary stream will do
