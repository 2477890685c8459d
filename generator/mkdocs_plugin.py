"""MkDocs' door to the generator: pages are written before a build, and the site is finished after it.

The only importer of mkdocs. MkDocs builds into a draft beside the site, for `mkdocs serve` too, so that nobody ever
sees half a site.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.utils import CountHandler

from generator.pipeline import Project, Written, write_pages
from generator.problems import BrokenTemplateError, ContentError
from generator.publishing.disk import DiskError, explained
from generator.publishing.draft import Draft, begin_draft
from generator.publishing.finish import UnfinishedSiteError, finish
from generator.publishing.policy import printed_policies
from generator.publishing.turns import turn
from generator.publishing.watching import observer_of


class Settings(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves __init_subclass__ untyped
    """The plugin has no settings of its own: mkdocs.yml says it all."""


log = get_plugin_logger("briefings")


class BriefingsPlugin(BasePlugin[Settings]):  # type: ignore[no-untyped-call]
    """Runs the generator inside `mkdocs build` and `mkdocs serve`."""

    def __init__(self) -> None:
        self.serving = False
        self.dirty = False
        self.written: Written | None = None
        self.draft: Draft | None = None
        self.warnings = CountHandler()  # as MkDocs counts, which says only when the build is over
        self.warnings.setLevel(logging.WARNING)
        self.ending = ExitStack()
        """What ends with the build, however it ends."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Keep one plugin object through a serve session."""
        self.serving, self.dirty = command == "serve", dirty

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Write the pages and hand MkDocs their navigation and words; MkDocs shows the problems, if any."""
        self.ending.close()
        try:
            self.ending.enter_context(turn(Path(config.docs_dir), log.info))
            self.written = write_pages(project_of(config))
            self.begin(config)
        except ContentError as error:
            raise PluginError(f"the content has mistakes; the old site stays as it is\n{error}") from None
        except BrokenTemplateError as error:
            raise PluginError(f"a template is broken; the old site stays as it is\n{error}") from None
        except DiskError as error:
            raise PluginError(str(error)) from None
        for problem in self.written.warnings:
            log.info("%s", problem)
        config.nav = self.written.nav
        config.extra |= {
            "words": self.written.words,
            "language": self.written.language,
            "direction": self.written.direction,
            "serving": self.serving,
            "policies": printed_policies(),
        }
        return config

    def begin(self, config: MkDocsConfig) -> None:
        """Lead MkDocs into a draft; a dirty build changes the old site itself, as its name says."""
        self.draft = None if self.dirty else begin_draft(Path(config.site_dir))
        if self.draft:
            self.ending.callback(self.draft.discard)
            config.site_dir = str(self.draft.new)
        self.warnings.counts.clear()
        logging.getLogger("mkdocs").addHandler(self.warnings)
        self.ending.callback(logging.getLogger("mkdocs").removeHandler, self.warnings)

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Leave out MkDocs' sitemap, which carries the day of the build; ours is among the pages."""
        return "" if template_name == "sitemap.xml" else output

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Finish the site, and put it in place where MkDocs has nothing against it."""
        assert self.written is not None
        site, base = Path(config.site_dir), urlsplit(config.site_url or "").path or "/"
        try:
            finish(site, pages=self.written.pages, content=self.written.content, base=base, draft=self.serving)
        except UnfinishedSiteError as error:
            raise PluginError(str(error)) from None
        if self.draft and not (config.strict and self.warnings.get_counts()):
            self.draft.put_in_place(lasting=not self.serving)
            config.site_dir = str(self.draft.site)
            if not self.draft.in_one_step:
                print(
                    "note: this file system cannot exchange folders; the site was renamed in two steps", file=sys.stderr
                )
        self.ending.close()

    def on_build_error(self, *, error: Exception) -> None:
        """Drop the draft, and say what to do about a disk that refuses."""
        self.ending.close()
        if isinstance(error, OSError):
            raise PluginError(explained(error)) from None

    def on_shutdown(self) -> None:
        """Leave nothing behind, even when the build is stopped by hand."""
        self.ending.close()

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[[], None]
    ) -> LiveReloadServer:
        """Watch what people edit, not what we write."""
        root = Path(config.config_file_path).parent
        inside = [path for path in (config.config_file_path, *config.watch) if Path(path).is_relative_to(root)]
        server.unwatch(config.docs_dir)
        server.unwatch(config.config_file_path)
        names = {Path(path).relative_to(root).parts[0] for path in inside}
        server.observer = observer_of(root, names)  # type: ignore[assignment]  # any observer will do
        server.watch(str(root))
        config.watch = [path for path in config.watch if path not in inside]
        server.builder = partial(self.rebuild, builder)
        return server

    def rebuild(self, builder: Callable[[], None]) -> None:
        """Rebuild, or show the old site while something is wrong: MkDocs would let every request wait."""
        try:
            builder()
        except MkDocsException as error:
            log.error("%s; the old site is shown", error.format_message().rstrip("."))
        except Exception:
            log.exception("a template or the generator failed; the old site is shown")
        finally:
            self.ending.close()


def project_of(config: MkDocsConfig) -> Project:
    """The project that a MkDocs configuration stands in."""
    project = Project.at(Path(config.config_file_path).parent)
    written = config.user_configs[0] if config.user_configs else {}
    return replace(
        project,
        docs=Path(config.docs_dir),
        site_url=config.site_url or "",
        repo_url=config.repo_url or "",
        language=config.theme.get("language") or project.language,
        edit_uri=written.get("edit_uri"),  # as written: MkDocs' own value for none is a docs folder that is not ours
    )
