"""What a page may load and do: the one source of the policies that pages carry and that hosts send.

Each policy allows what pages of its kind need and nothing else. Nothing allows an address that is not the site's own.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping

Policy = Mapping[str, str]
"""Directives of a Content-Security-Policy with their sources, in the order in which they are printed."""

NOTHING: Policy = {"default-src": "'none'", "base-uri": "'none'", "form-action": "'none'"}
"""For files that are no pages, and what every policy begins with."""

READ: Policy = {
    **NOTHING,
    "style-src": "'self'",
    "img-src": "data:",  # the icon, and marks that the theme's stylesheet draws
    "form-action": "'self'",  # the search box
    "require-trusted-types-for": "'script'",
    "trusted-types": "'none'",
}
"""A page that is read: no script at all."""

COPY: Policy = {**READ, "script-src": "'self'"}
"""A page with buttons that copy a sentence."""

SEARCH: Policy = {
    **COPY,
    "script-src": "'self' 'wasm-unsafe-eval'",  # Pagefind is WebAssembly
    "worker-src": "'self'",
    "connect-src": "'self'",
    "trusted-types": "default",  # site.js lets Pagefind start its own worker, and makes nothing else
}
"""The search page."""

WORKER: Policy = {**NOTHING, "script-src": "'self' 'wasm-unsafe-eval'", "connect-src": "'self'"}
"""The search's worker, which takes its policy from the headers of its own file."""

POLICIES: Mapping[str, Policy] = {"read": READ, "copy": COPY, "search": SEARCH}
"""What the frame of the pages chooses from."""


def edition_policy(style: str) -> Policy:
    """The one-file edition: the style that stands in it, and nothing else."""
    return {**NOTHING, "style-src": hash_source(style)}


def with_styles(policy: Policy, styles: Iterable[str]) -> Policy:
    """The policy of an address below which files with these inline styles stand, too."""
    sources = [policy.get("style-src", ""), *sorted({hash_source(style) for style in styles})]
    return {**policy, "style-src": " ".join(sources).strip()} if any(sources) else policy


def hash_source(text: str) -> str:
    """How a policy names one inline style or script."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def print_policy(policy: Policy) -> str:
    """The policy as a page's meta element or a header holds it."""
    return "; ".join(f"{name} {sources}" for name, sources in policy.items())


def printed_policies() -> dict[str, str]:
    """The policies of the pages, for their templates."""
    return {name: print_policy(policy) for name, policy in POLICIES.items()}
