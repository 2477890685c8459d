"""The one-file edition, closed: its style inside it, and a policy that allows that style and nothing else."""

from __future__ import annotations

from collections.abc import Iterable

from generator.publishing.policy import edition_policy, print_policy
from generator.publishing.stylesheet import check_trimmed, trim_stylesheet


def close_edition(page: str, css: str, running: Iterable[str]) -> str:
    """Put what `page` uses of the stylesheet into its head, with the words that run at the top of printed pages.

    Raises StylesheetError when trimming would lose a rule that the page uses.
    """
    trimmed = trim_stylesheet(css, [page])
    check_trimmed(css, trimmed, [page])
    style = trimmed + paper(*running)
    policy = print_policy(edition_policy(style))
    head = f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n<style>{style}</style>\n</head>'
    return page.replace("</head>", head, 1)


def paper(start: str, end: str) -> str:
    """A4, with words at the left and the right of every page's head but the first."""
    heads = "".join(
        f"@top-{side}{{content:{css_text(words)};font:8pt system-ui,sans-serif}}"
        for side, words in (("left", start), ("right", end))
    )
    return f"@page{{size:A4;{heads}}}@page:first{{@top-left{{content:none}}@top-right{{content:none}}}}"


def css_text(text: str) -> str:
    """Any text as a CSS string; whatever is neither letter, digit nor space is escaped, so that none of it can act."""
    return '"' + "".join(c if c.isalnum() or c == " " else f"\\{ord(c):x} " for c in text) + '"'
