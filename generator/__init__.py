"""Turn YAML records of a conflict into briefing pages in which no number lacks an owner.

    problems       what is wrong, where, and how to put it right
    model          the words: values, dates, records, corpus
    reading        YAML text -> strict, located records
    rules          what the records must keep to
    editing        the editor's schema, the one form of a file, new files
    arranging      what pages show, derived from the records
    pages          which pages exist, where, and their text
    publishing     the disk, and what makes pages a site
    history        git: what a change does to the figures, and what it may not do silently
    reporting      problems as lines and documents, for people and programs
    pipeline       the whole run as one function
    mkdocs_plugin  MkDocs' door to it
    commands       what people type, one file a command
    cli            the program that holds them
    outlines       makes the map data, by hand and rarely; nothing imports it
    packages       what we are made of: the lock, licences, the bill of materials; nothing imports it

A module imports only from those above it, and from few of these: tests/test_architecture.py holds the code to it.
"""

__version__ = "2026.11.0"
