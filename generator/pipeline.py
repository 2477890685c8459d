"""The whole run, from a folder of YAML files to the Markdown that MkDocs makes a site of.

    read ──> check ──> arrange ──> render ──> write

Knows nothing of MkDocs; reads neither the clock, the network nor the environment.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.arranging.arranged import Arranged, arrange
from generator.model.corpus import Corpus
from generator.pages.addresses import feed_uri, record_copy
from generator.pages.atom import print_atom
from generator.pages.edition import plan_edition, running_words
from generator.pages.faults import check_theme, located_in
from generator.pages.feeds import plan_feed
from generator.pages.finder import print_finder
from generator.pages.json_feed import print_json_feed
from generator.pages.languages import WRITTEN_IN, direction_of
from generator.pages.phrases import Phrases, Words
from generator.pages.render import Printer
from generator.pages.repository import find_repository
from generator.pages.site import NavItem, Plan
from generator.pages.sitemap import print_sitemap
from generator.problems import ContentError, Problem, in_order
from generator.publishing.docs import write_docs
from generator.publishing.edition import close_edition
from generator.publishing.manifest import hash_of
from generator.reading.folders import locate, read_content
from generator.reading.words import read_words
from generator.rules.catalogue import check_corpus, rules_by_article
from generator.rules.hatches import find_hatches

_MODELINE = re.compile(r"\A# yaml-language-server: .*\n")


@dataclass(frozen=True)
class Project:
    """Where a project keeps its parts, and what its pages need to know of the outside."""

    content: Path
    templates: Path
    docs: Path
    site_url: str = ""
    """Where the site is published, with a final '/'; empty when that is not known."""
    repo_url: str = ""
    """Where the repository with the content is; empty when readers are not led there."""
    edit_uri: str | None = None
    """MkDocs' setting for the branch and folder in it; None where it is not set."""
    language: str = WRITTEN_IN
    """Of the site's own sentences: the name of a file in site_templates/words/."""

    @classmethod
    def at(cls, root: Path) -> Project:
        """The usual layout below a folder."""
        return cls(root / "content", root / "site_templates", root / "build" / "docs")

    def words(self, language: str) -> Path:
        """The file that holds a language's sentences."""
        return self.templates / "words" / f"{language}.yml"


@dataclass(frozen=True)
class Checked:
    """What was read, and everything that is wrong with it, located and in order."""

    corpus: Corpus
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.severity == "error")


@dataclass(frozen=True)
class Written:
    """What a run wrote, and what the site engine needs beside the files."""

    uris: tuple[str, ...]
    """Every file of the docs tree."""
    changed: tuple[str, ...]
    """Those that were written or removed by this run."""
    nav: list[NavItem]
    words: Words
    language: str
    direction: str
    """Of the pages: 'ltr' or 'rtl'."""
    warnings: tuple[Problem, ...]
    content: str
    """The hash of the records' files: the same content gives the same one."""

    @property
    def pages(self) -> int:
        """How many of the files are pages."""
        return sum(uri.endswith(".md") for uri in self.uris)


def check_content(root: Path) -> Checked:
    """Read every file below `root` and apply every rule."""
    with uncollected():
        reading = read_content(root)
        found = [*reading.problems, *check_corpus(reading.corpus)]
    return Checked(reading.corpus, tuple(in_order(locate(found, root))))


@contextmanager
def uncollected() -> Iterator[None]:
    """Let nothing look for circles of objects among the records: there are none, and it takes a fifth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def write_pages(project: Project) -> Written:
    """Run the generator from end to end.

    Writes nothing and raises ContentError when the content has errors, BrokenTemplateError when a template has.
    """
    checked = check_content(project.content)
    if checked.errors:
        raise ContentError(list(checked.problems))
    words = read_words(project.words(project.language), project.words(WRITTEN_IN))
    with located_in(project.templates):
        check_theme(project.templates / "theme")
        files, nav = render_site(checked.corpus, Phrases(words, project.language), project)
    changed = write_docs(project.docs, files)
    direction, content = direction_of(project.language), hash_of({uri: files[uri] for uri in copied(checked.corpus)})
    return Written(tuple(files), tuple(changed), nav, words, project.language, direction, checked.problems, content)


def render_site(corpus: Corpus, phrases: Phrases, project: Project) -> tuple[dict[str, str], list[NavItem]]:
    """Every file of the docs tree by its uri, and the navigation."""
    briefings = tuple(arrange(dossier) for dossier in corpus.dossiers)
    repository = find_repository(project.repo_url, project.edit_uri)
    printer = Printer(project.templates, phrases, project.site_url, repository)
    files = render_editions(briefings, printer, project)
    plan = Plan(briefings, phrases, method_of(briefings), sizes_of(files))
    pages = tuple(plan.pages())
    files |= {page.uri: printer.render(page) for page in pages}
    files |= record_copies(corpus, project.content)
    files |= render_feeds(briefings, printer, project)
    files |= print_finder(briefings, phrases)
    files |= print_sitemap(pages, project.site_url)
    return files, plan.nav()


def render_editions(briefings: tuple[Arranged, ...], printer: Printer, project: Project) -> dict[str, str]:
    """Each briefing as one file, before the pages, which say how large it is."""
    css = (project.templates / "theme" / "assets" / "site.css").read_text("utf-8")
    phrases = printer.phrases
    planned = [plan_edition(briefing, phrases, project.language) for briefing in briefings]
    return {page.uri: close_edition(printer.render_file(page), css, running_words(page, phrases)) for page in planned}


def render_feeds(briefings: tuple[Arranged, ...], printer: Printer, project: Project) -> dict[str, str]:
    """Each briefing's changes for feed readers, in both formats."""
    planned = {briefing.dossier.id: plan_feed(briefing, printer, project.language) for briefing in briefings}
    atom = {feed_uri(id, "atom"): print_atom(feed) for id, feed in planned.items()}
    return atom | {feed_uri(id, "json"): print_json_feed(feed) for id, feed in planned.items()}


def hash_of_content(content: Path) -> str:
    """The hash that a site carries which was built from this content as it is now."""
    return hash_of(record_copies(check_content(content).corpus, content))


def sizes_of(files: Mapping[str, str]) -> dict[str, int]:
    """How many bytes each file takes."""
    return {uri: len(text.encode()) for uri, text in files.items()}


def rule_words(project: Project) -> dict[str, dict[str, str]]:
    """What the project's words say about each code; nothing in a project that has no words."""
    path = project.templates / "words" / f"{project.language}.yml"
    found = read_words(path).get("rules") if path.is_file() else {}
    entries = found.items() if isinstance(found, dict) else ()
    return {
        code: {name: text for name, text in entry.items() if isinstance(text, str)}
        for code, entry in entries
        if isinstance(entry, dict)
    }


def catalogue_address(site_url: str) -> str:
    """Where the page of errors is published; empty when that is not known."""
    return f"{site_url}errors/" if site_url else ""


def method_of(briefings: tuple[Arranged, ...]) -> dict[str, object]:
    """What the pages of method and errors show: the rules by article, and the exceptions in use."""
    hatches = [hatch for briefing in briefings for hatch in find_hatches(briefing.dossier)]
    return {"articles": rules_by_article(), "hatches": hatches}


def record_copies(corpus: Corpus, content: Path) -> dict[str, str]:
    """A readable copy of each record's file, by its place on the site; without the line that is for editors."""
    texts = {uri: (content.parent / file).read_text("utf-8-sig") for uri, file in copied(corpus).items()}
    return {uri: _MODELINE.sub("", text) for uri, text in texts.items()}


def copied(corpus: Corpus) -> dict[str, str]:
    """The records' files, in order, by the place of their copies."""
    files = {record.at.file for dossier in corpus.dossiers for record in dossier.records()}
    return {record_copy(file): file for file in sorted(files)}
