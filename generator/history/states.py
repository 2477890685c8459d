"""States of the content: at a commit, unpacked into a folder of its own, or in a folder that is there already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.history.repository import Entry, Repository, StateError
from generator.problems import nearest
from generator.reading.strict_yaml import MAX_BYTES

USUAL_BASES = ("origin/main", "main")
"""What a change is compared with when nothing is named: the first that is known here."""


@dataclass(frozen=True, slots=True)
class State:
    """Content at one time."""

    content: Path
    """The folder to read."""
    name: str
    """What people call it: 'origin/main (1a2b3c4d5e6f)', 'the folder ../before'."""
    commit: str = ""
    notes: tuple[str, ...] = ()
    """What people must know to read the comparison rightly."""


@dataclass(frozen=True, slots=True)
class Base:
    """The commit that a change is compared with, and how it was chosen."""

    commit: str
    name: str
    notes: tuple[str, ...] = ()


@contextmanager
def open_state(named: str | None, content: Path, *, exactly: bool = False) -> Iterator[State]:
    """The state that a change is compared with: a ref, a folder, or the usual base where none is named.

    Of a branch that has moved on, the state where HEAD left it is meant, unless `exactly` that ref is asked for.
    Raises StateError when it cannot be had.
    """
    base = None if _is_path(named) else _find_base(named, content, exactly=exactly)
    if base:
        with TemporaryDirectory(prefix="briefings-") as folder:
            yield _unpack(base, Repository.around(content), Path(folder) / content.name)
    else:
        assert named is not None
        yield _folder(named)


def _is_path(named: str | None) -> bool:
    """Whether a name can only mean a folder."""
    return named is not None and named.startswith((".", "/", "~")) and Path(named).is_dir()


def _folder(named: str) -> State:
    folder = Path(named).resolve()
    content = folder / "content" if (folder / "content").is_dir() else folder
    if not any(content.glob("*/briefing.yml")):
        raise StateError(f"there is no briefing in '{named}'; name a folder that holds content/<briefing>/briefing.yml")
    return State(content, f"the folder {named}")


def _find_base(named: str | None, content: Path, *, exactly: bool) -> Base | None:
    """The commit that is meant; None when the name is a folder's and no ref's."""
    is_folder = bool(named) and Path(str(named)).is_dir()
    try:
        repository = Repository.around(content)
    except StateError:
        if is_folder:
            return None
        raise
    refs = (named,) if named is not None else USUAL_BASES
    ref, tip = next(((ref, tip) for ref in refs if (tip := repository.find_commit(ref))), ("", ""))
    if not tip:
        if is_folder:
            return None
        raise StateError(_unknown(named, repository))
    return _at_tip(ref, tip) if exactly else _where_left(ref, tip, repository)


def _at_tip(ref: str, tip: str, *notes: str) -> Base:
    name = tip[:12] if tip.startswith(ref) else f"{ref} ({tip[:12]})"
    return Base(tip, name, notes)


def _where_left(ref: str, tip: str, repository: Repository) -> Base:
    """The merge base, or the tip with a note where history does not reach so far."""
    base = repository.find_merge_base(tip)
    if base == tip:
        return _at_tip(ref, tip)
    if base:
        return Base(base, f"{ref} where this branch left it ({base[:12]})")
    why = "the history here is too short to show" if repository.is_shallow else "no common history shows"
    more = "; 'git fetch --unshallow' brings the rest" if repository.is_shallow else ""
    note = f"{why} where this branch left {ref}, so its tip is used: what {ref} gained since then shows as gone{more}"
    return _at_tip(ref, tip, note)


def _unknown(named: str | None, repository: Repository) -> str:
    branch = (named or USUAL_BASES[0]).removeprefix("origin/")
    fetch = f"git fetch --depth=1 origin {branch}:refs/remotes/origin/{branch}"
    if named is None:
        known = " and ".join(f"'{ref}'" for ref in USUAL_BASES)
        return f"neither of {known} is known here, so name what to compare with, or fetch it: {fetch}"
    likely = nearest(named, repository.refs())
    if likely.startswith("did you mean"):
        return f"unknown ref '{named}', and no folder of that name ({likely})"
    return f"unknown ref '{named}', and no folder of that name; if this clone lacks the branch, fetch it: {fetch}"


def _unpack(base: Base, repository: Repository, target: Path) -> State:
    """Write the content of a commit below `target`, which is made."""
    entries = [entry for entry in repository.entries(base.commit) if _is_read(entry.path)]
    wanted = [entry for entry in entries if _is_wanted(entry)]
    target.mkdir(parents=True)
    for entry, data in zip(wanted, repository.blobs([entry.blob for entry in wanted]), strict=True):
        _made(target, entry).write_bytes(data)
    _stand_in(target, (entry for entry in entries if not _is_wanted(entry)))
    empty = () if entries else (f"there is no content at {base.name}, so everything is new",)
    return State(target, base.name, base.commit, (*base.notes, *empty))


def _is_wanted(entry: Entry) -> bool:
    return entry.is_file and entry.size <= MAX_BYTES


def _is_read(path: str) -> bool:
    """Whether the reader would look at it; raises StateError for a path that leads out of the folder."""
    steps = path.split("/")
    if not all(steps) or {".", ".."} & set(steps) or "\\" in path:
        raise StateError(f"the commit holds the path '{path}', which leads elsewhere; nothing was read")
    return not any(step.startswith(".") for step in steps)


def _stand_in(target: Path, entries: Iterable[Entry]) -> None:
    """Leave to the reader to refuse what is no file, or too large: a link to nowhere, and a file of blanks."""
    for entry in entries:
        path = _made(target, entry)
        if entry.is_file:
            path.write_bytes(b" " * (MAX_BYTES + 1))
        else:
            path.symlink_to("not-followed")


def _made(target: Path, entry: Entry) -> Path:
    path = target / entry.path
    path.parent.mkdir(parents=True, exist_ok=True)
    return path
