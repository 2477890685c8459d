"""Turn YAML records of a conflict into briefing pages in which no number lacks an owner.

    reading     YAML text -> strict, located records
    model       the words: values, dates, records, corpus
    rules       what the records must keep to
    arranging   what pages show, derived from the records
    pages       which pages exist, where, and their text
    publishing  the disk, and what makes pages a site
    pipeline    the whole run as one function
    mkdocs_plugin, cli   the two doors

A module imports only from those above it in this flow; tests/test_architecture.py holds the code to it.
"""

__version__ = "2026.11.0"
