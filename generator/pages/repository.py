"""Links into the repository that keeps the records: edit a file, report a problem with a record, see its history.

The settings are MkDocs' own: `repo_url` is the repository's address, `edit_uri` what follows it before a file's path.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode, urljoin, urlsplit

from generator.arranging.arranged import Arranged
from generator.model.records import Record

FORM = "figure-is-wrong.yml"
"""The form in .github/ISSUE_TEMPLATE/ that is opened; `record` and `shown` are ids of its fields."""
MAX_SHOWN = 500
"""So much of what a page shows is passed on: addresses have a limit of some thousand characters."""
_EDIT = re.compile(r"(?:-/|_)?edit/(?P<branch>[^?#]+?)/*")


@dataclass(frozen=True)
class Host:
    """How one kind of host writes its addresses, after that of the repository."""

    edit: str
    """Before the branch, the folder and the file."""
    history: str
    issue: str
    fields: tuple[str, ...]
    """Title and text of a new issue; none where a form takes their place."""


GITHUB = Host("edit/", "commits/", "issues/new", ())
GITLAB = Host("-/edit/", "-/commits/", "-/issues/new", ("issue[title]", "issue[description]"))
FORGEJO = Host("_edit/", "commits/branch/", "issues/new", ("title", "body"))
_NAMES = {"github": GITHUB, "gitlab": GITLAB, "codeberg": FORGEJO, "forgejo": FORGEJO, "gitea": FORGEJO}


@dataclass(frozen=True)
class RecordLinks:
    """Where a reader can act on a record; None where the host does not offer it."""

    edit: str | None = None
    report: str | None = None
    history: str | None = None


@dataclass(frozen=True)
class Repository:
    """A repository at an address that ends in '/'."""

    url: str
    host: Host | None
    """None when it is not known how the host writes its addresses."""
    edit_uri: str
    """As MkDocs means it; empty when files are not to be edited there."""

    @property
    def branch(self) -> str:
        """The branch, and the folder in it, that 'edit_uri' names: 'main' or 'main/briefings'; empty if it does not."""
        found = _EDIT.fullmatch(self.edit_uri)
        return found["branch"] if found else ""

    @property
    def entrances(self) -> tuple[tuple[str | None, str], ...]:
        """Where somebody begins who has no record to start from, each with the key of its words."""
        forms = ((self.form_url("add-event.yml"), "event_form"), (self.form_url("add-source.yml"), "source_form"))
        return (*forms, (self.url, "address"))

    def links(self, file: str, named: str, shown: str) -> RecordLinks:
        """Links for a file, or for a folder, which has a history but cannot be edited.

        `named` is the record as the report calls it, `shown` what the reader sees of it, if the name does not say it.
        """
        edit = self.edit_url(file) if file.endswith(".yml") else None
        return RecordLinks(edit, self.report_url(named, shown), self.history_url(file) if file else None)

    def edit_url(self, file: str) -> str | None:
        if self.host and self.branch:
            return f"{self.url}{self.host.edit}{self.branch}/{quote(file)}"
        root = self.url.rstrip("/") if self.edit_uri.startswith(("?", "#")) else self.url
        return urljoin(root, self.edit_uri + quote(file)) if self.edit_uri else None

    def history_url(self, file: str) -> str | None:
        return f"{self.url}{self.host.history}{self.branch}/{quote(file)}" if self.host and self.branch else None

    def report_url(self, named: str, shown: str) -> str | None:
        """The page for a new issue, with its fields filled in."""
        if self.host is None:
            return None
        cut = shown if len(shown) <= MAX_SHOWN else f"{shown[:MAX_SHOWN]}…"
        if not self.host.fields:
            return self.form_url(FORM, {"record": named, "shown": cut} if cut else {"record": named})
        title, text = self.host.fields
        return self._issue({title: named, text: f"{named}\n\n> {cut}\n\n"} if cut else {title: named})

    def form_url(self, name: str, fields: Mapping[str, str] | None = None) -> str | None:
        """The page of an issue form; None where the host has none."""
        if self.host is None or self.host.fields:
            return None
        return self._issue({"template": name, **(fields or {})})

    def _issue(self, query: Mapping[str, str]) -> str:
        assert self.host
        return f"{self.url}{self.host.issue}?{urlencode(query, quote_via=quote)}"


def find_repository(repo_url: str, edit_uri: str | None = None) -> Repository | None:
    """The repository that the settings name; None when they name none, or an address that is not on the web.

    `edit_uri` is None where it is not set: the branch main is meant, if the host is known.
    """
    parts = urlsplit(repo_url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    host = _host_of(parts.hostname, edit_uri or "")
    usual = f"{host.edit}main/" if host else ""
    uri = usual if edit_uri is None else edit_uri
    return Repository(repo_url.rstrip("/") + "/", host, uri.rstrip("/") + "/" if uri else "")


def _host_of(name: str, edit_uri: str) -> Host | None:
    """Known by a part of its name, like 'gitlab' in gitlab.example.org; otherwise by the form of `edit_uri`."""
    known = next((_NAMES[part] for part in name.split(".") if part in _NAMES), None)
    form = re.match(r"(-/|_)?edit/", edit_uri)
    if known or not form:
        return known
    return {"-/": GITLAB, "_": FORGEJO, None: GITHUB}[form[1]]


def record_name(record: Record, key: str = "") -> str:
    """A record as reports call it: its file without 'content/' and ending, and '#' before a part of it."""
    named = record.at.file.partition("/")[2].removesuffix(".yml")
    return f"{named}#{key}" if key else named


def listed_folder(kind: str, briefing: Arranged | None) -> str:
    """The folder with what a page lists that is made of many files; empty for a page that is made of none."""
    if briefing is None:
        return "content" if kind in ("home", "search") else ""
    listed = {"sources": "/sources", "timeline": "/events", "month": "/events"}.get(kind, "")
    return f"content/{briefing.dossier.id}{listed}"
