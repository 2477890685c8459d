"""Full-text search by Pagefind: an index that costs nothing until a reader searches, and is the same at each build.

Pagefind keeps the values of a filter in the order of a hash map, which changes from run to run; the names of its files
are hashes of what is in them, so they change with it.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.model.script import one_script
from generator.publishing.cbor import CborError, Value, decode, encode
from generator.publishing.pagefind import SearchError, index_pages

_UNUSED = ("ui.js", "ui.css", "highlight.js")
"""Endings of Pagefind's own search boxes; ours is in the theme."""
_MAGIC = b"pagefind_dcd"
"""How each unpacked file of the index begins."""


def index_site(site: Path, pages: Iterable[Path]) -> None:
    """Write the index of these pages into `site`/pagefind. Raises SearchError when Pagefind fails."""
    names = ((page.relative_to(site).as_posix(), page) for page in sorted(pages))
    files = index_pages((name, one_script(page.read_text("utf-8"))) for name, page in names)
    for name, data in in_one_order(files).items():
        path = site / "pagefind" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def in_one_order(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of an index that we use, so that what is random in them is sorted.

    Raises SearchError when they are not as Pagefind 1.5 writes them.
    """
    kept = {name: data for name, data in files.items() if not name.endswith(_UNUSED)}
    try:
        entry = json.loads(kept.pop("pagefind-entry.json"))
        if not entry["languages"]:
            raise ValueError("no page has a word")
        entry["languages"] = dict(sorted(entry["languages"].items()))
        for language, about in entry["languages"].items():
            about["hash"] = _sort_language(language, about["hash"], kept)
    except (CborError, OSError, EOFError, ValueError, KeyError, TypeError) as error:
        raise SearchError(f"the search index is not as Pagefind 1.5 writes it: {error!r}") from None
    kept["pagefind-entry.json"] = json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode()
    return dict(sorted(kept.items()))


def _sort_language(language: str, file: str, files: dict[str, bytes]) -> str:
    """Sort the filters of the pages in one language; returns the name of its new file."""
    match _unpack(files.pop(f"pagefind.{file}.pf_meta")):
        case [version, pages, words, [*filters], sorts, fields]:
            named = sorted(_sort_filter(one, language, files) for one in filters)
            listed: Value = [[name, file] for name, file in named]
            return _keep([version, pages, words, listed, sorts, fields], language, "pagefind.{}.pf_meta", files)
    raise ValueError("no list of pages, words, filters, sorts and fields")


def _sort_filter(named: Value, language: str, files: dict[str, bytes]) -> tuple[str, str]:
    """Sort the values of one filter; returns its name and its new file's."""
    name, file = _pair(named)
    _, values = _pair(_unpack(files.pop(f"filter/{file}.pf_filter")))
    if not isinstance(values, list):
        raise TypeError(f"the filter {name!r} has no list of values")
    ordered = sorted(values, key=lambda value: _pair(value)[0])
    return name, _keep([name, ordered], language, "filter/{}.pf_filter", files)


def _pair(value: Value) -> tuple[str, Value]:
    """A name, and what belongs to it."""
    match value:
        case [str(name), other]:
            return name, other
    raise ValueError(f"no name and value: {value!r:.40}")


def _unpack(data: bytes) -> Value:
    plain = gzip.decompress(data)
    if not plain.startswith(_MAGIC):
        raise ValueError(f"a file begins with {plain[: len(_MAGIC)]!r}")
    return decode(plain.removeprefix(_MAGIC))


def _keep(value: Value, language: str, name: str, files: dict[str, bytes]) -> str:
    """Add a file that is named for the hash of what is in it; returns language and hash."""
    plain = encode(value)
    hashed = f"{language}_{hashlib.sha256(plain).hexdigest()[:10]}"
    packed = io.BytesIO()
    # Not gzip.compress: what it writes into the head differs between versions of Python.
    with gzip.GzipFile(fileobj=packed, mode="wb", filename="", mtime=0) as file:
        file.write(_MAGIC + plain)
    files[name.format(hashed)] = packed.getvalue()
    return hashed
