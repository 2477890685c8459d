"""The house stays as it was laid out: what each layer may import, and how large things may grow.

Lazy imports and imports for typing count like any other.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from itertools import chain
from pathlib import Path

import pytest

import generator

HOUSE = Path(generator.__file__).parent

LAYERS: dict[str, str] = {  # in the order of the docstring in generator/__init__.py
    "problems": "",
    "model": "problems",
    "reading": "problems model",
    "rules": "problems model",
    "editing": "problems model reading rules",
    "arranging": "model",
    "pages": "problems model arranging",
    "publishing": "model",
    "history": "problems model reading arranging pages",
    "reporting": "problems rules",
    "pipeline": "problems model reading rules arranging pages publishing",
    "mkdocs_plugin": "problems publishing pipeline",
    "commands": "problems model reading rules editing publishing history reporting pipeline",
    "cli": "reading commands",
    "outlines": "",
    "packages": "",
}
IMPORTERS: dict[str, str] = {
    "click": "commands cli",
    "cyclonedx": "packages",
    "feedgenerator": "pages",
    "jinja2": "pages",
    "markdown": "pages",
    "markupsafe": "pages",
    "mkdocs": "mkdocs_plugin",
    "nh3": "pages",
    "num2words": "model",
    "packageurl": "packages",
    "pagefind": "publishing",
    "pydantic": "model reading editing commands",
    "pydantic_core": "model reading",
    "subprocess": "publishing history",
    "tinycss2": "publishing",
    "watchdog": "publishing",
    "yaml": "reading",
}
"""Who may import a package that is not of the standard library; and who starts programs."""

OUTSIDE = set("random secrets uuid time locale socket ssl http urllib.request getpass platform".split())
OUTSIDE_NAMES = {"now", "today", "utcnow", "environ", "getenv", "gethostname", "expanduser", "getcwd", "cwd"}
EXCEPTIONS = {
    "commands/build.py": {"time"},  # says how long a build took
    "history/repository.py": {"environ"},  # what git is started with
    "history/entries.py": {"now"},  # no clock: what a correction says is so now
    "packages/bill.py": {"uuid"},  # a name by uuid5, which is a hash
    "pages/changes.py": {"now", "uuid"},  # what a correction says now; names by uuid5, which is a hash
    "publishing/engine.py": {"environ"},  # what MkDocs and Pagefind are started with
}
"""The clock, the network and the environment are nobody's business but theirs."""

FORBIDDEN = {"utils", "util", "helpers", "helper", "common", "core", "base", "manager", "handler", "misc", "tools"}

MODULES = {
    path.relative_to(HOUSE).as_posix(): ast.parse(path.read_text("utf-8")) for path in sorted(HOUSE.rglob("*.py"))
}


def layer_of(name: str) -> str:
    """'model/dates.py' and 'generator.model.dates' lie in the layer 'model'; 'generator' alone in none."""
    return name.removeprefix("generator").replace("/", ".").strip(".").removesuffix(".py").partition(".")[0]


def imports(tree: ast.AST) -> Iterator[str]:
    """Dotted names of everything imported, wherever it stands; of `from a import b` both 'a' and 'a.b'."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


IMPORTED = {name: set(imports(tree)) for name, tree in MODULES.items()}
DOTTED = {f"generator.{name.removesuffix('.py').removesuffix('/__init__').replace('/', '.')}": name for name in MODULES}


@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_imports_from_those_it_may_and_no_others(layer: str) -> None:
    names = chain.from_iterable(found for name, found in IMPORTED.items() if layer_of(name) == layer)
    ours = {layer_of(name) for name in names if name.startswith("generator.")}

    assert set(LAYERS[layer].split()) == ours - {layer, "__version__"}


def test_every_module_lies_in_a_layer() -> None:
    assert {layer_of(name) for name in MODULES} == {*LAYERS, "__init__", "__main__"}


def test_layers_may_import_only_from_those_listed_before_them() -> None:
    listed = list(LAYERS)
    for place, layer in enumerate(listed):
        assert set(LAYERS[layer].split()) <= set(listed[:place])


def test_the_map_in_the_package_lists_the_same_layers() -> None:
    lines = [line.strip() for line in (generator.__doc__ or "").splitlines() if line.startswith("    ")]

    assert [*LAYERS] == [line.split()[0] for line in lines]


def test_no_modules_import_each_other() -> None:
    """`prepare` raises and names the circle."""
    ours = {name: {DOTTED[other] for other in found & DOTTED.keys()} for name, found in IMPORTED.items()}
    TopologicalSorter(ours).prepare()


def test_packages_are_imported_where_they_belong() -> None:
    allowed = {(package, layer) for package, layers in IMPORTERS.items() for layer in layers.split()}
    found = {
        (package, layer_of(name))
        for name, names in IMPORTED.items()
        for package in {imported.partition(".")[0] for imported in names}
        if package in IMPORTERS or package not in {*sys.stdlib_module_names, "generator"}
    }

    assert allowed == found


def test_nothing_reads_the_clock_the_network_or_the_environment() -> None:
    assert EXCEPTIONS == {name: used for name in MODULES if (used := outside(name))}


def outside(name: str) -> set[str]:
    """What a module uses that differs from one run, or one machine, to the next."""
    attributes = {node.attr for node in ast.walk(MODULES[name]) if isinstance(node, ast.Attribute)}
    names = attributes | {imported.rpartition(".")[2] for imported in IMPORTED[name]}
    return IMPORTED[name] & OUTSIDE | names & OUTSIDE_NAMES


def test_modules_and_functions_stay_small() -> None:
    lines = {name: len((HOUSE / name).read_text("utf-8").splitlines()) for name in MODULES}
    functions = {
        f"{name} {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for name, tree in MODULES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }

    assert [] == [name for name, length in lines.items() if length > 350]
    assert [] == [name for name, length in functions.items() if length > 50]


def test_names_say_what_things_are() -> None:
    words = {word for name in MODULES for step in Path(name).with_suffix("").parts for word in step.split("_")}
    outermost = {Path(name).parts[0].removesuffix(".py") for name in MODULES}

    assert set() == FORBIDDEN & words
    assert set() == outermost & sys.stdlib_module_names
