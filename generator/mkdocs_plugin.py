"""MkDocs' door to the generator: pages are written before a build, and the site is finished after it.

The only importer of mkdocs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger

from generator.pipeline import Project, Written, write_pages
from generator.problems import BrokenTemplateError, ContentError
from generator.publishing.finish import UnfinishedSiteError, finish


class Settings(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves __init_subclass__ untyped
    """The plugin has no settings of its own: mkdocs.yml says it all."""


log = get_plugin_logger("briefings")


class BriefingsPlugin(BasePlugin[Settings]):  # type: ignore[no-untyped-call]
    """Runs the generator inside `mkdocs build` and `mkdocs serve`."""

    def __init__(self) -> None:
        self.serving = False
        self.written: Written | None = None

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002 - MkDocs names the arguments
        """Keep one plugin object through a serve session."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Write the pages and hand MkDocs their navigation and words; MkDocs shows the problems, if any."""
        self.written = None
        try:
            self.written = write_pages(project_of(config))
        except ContentError as error:
            raise PluginError(f"the content has mistakes; the old site stays as it is\n{error}") from None
        except BrokenTemplateError as error:
            raise PluginError(f"a template is broken; the old site stays as it is\n{error}") from None
        for problem in self.written.warnings:
            log.info("%s", problem)
        config.nav = self.written.nav
        config.extra |= {
            "words": self.written.words,
            "language": self.written.language,
            "direction": self.written.direction,
            "serving": self.serving,
        }
        return config

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Finish the site: search, stylesheet, checks."""
        assert self.written is not None
        try:
            base = urlsplit(config.site_url or "").path or "/"
            finish(Path(config.site_dir), pages=self.written.pages, base=base, draft=self.serving)
        except UnfinishedSiteError as error:
            raise PluginError(str(error)) from None

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[[], None]
    ) -> LiveReloadServer:
        """Watch what people edit, not what we write."""
        server.unwatch(config.docs_dir)
        server.builder = partial(self.rebuild, builder)
        return server

    def rebuild(self, builder: Callable[[], None]) -> None:
        """Rebuild, or show the old site while the content has mistakes: MkDocs would let every request wait."""
        try:
            builder()
        except Abort:
            if self.written:
                raise


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
