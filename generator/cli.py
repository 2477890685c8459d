"""The program `briefings`: which commands there are. What each does is in commands and the pipeline.

Exit codes: 0 all is well, 1 the content has problems, 2 the command was used wrongly or cannot run.
"""

from __future__ import annotations

from pathlib import Path

import click

from generator import __version__
from generator.commands.build import build, serve, zensical
from generator.commands.check import check
from generator.commands.diff import diff
from generator.commands.format import format_content
from generator.commands.headers import headers
from generator.commands.new import new
from generator.commands.release import release
from generator.commands.schema import schema
from generator.commands.verify import verify
from generator.reading.strict_yaml import LIBYAML

WITHOUT_PROJECT = {"verify"}
"""What readers may do who have the site and nothing else."""
CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(context_settings=CONTEXT)
@click.version_option(__version__, prog_name="briefings")
@click.option(
    "-C",
    "--project",
    "root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="The folder that holds content/, site_templates/ and mkdocs.yml.  [default: here]",
)
@click.pass_context
def main(context: click.Context, root: Path) -> None:
    """Make conflict briefings in which no number lacks an owner.

    \b
    A briefing is a folder of small YAML files: content/<briefing>/.
      briefings check    names every mistake in them, with the right form beside it
      briefings diff     says what your changes do to the figures
      briefings serve    shows the site while you edit
      briefings build    makes the site
    """
    if context.invoked_subcommand not in WITHOUT_PROJECT and not (root / "content").is_dir():
        raise click.UsageError(f"there is no folder 'content' in {root.resolve()}; go to the project or use -C")
    if not LIBYAML:
        click.echo("note: PyYAML has no libyaml here, so reading takes about ten times longer", err=True)
    context.obj = root


for command in (
    check,
    diff,
    format_content,
    build,
    serve,
    zensical,
    verify,
    release,
    schema,
    new,
    headers,
):
    main.add_command(command)
