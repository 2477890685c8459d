"""The table of fields in CONTRIBUTING.md: printed from the schemas, put between two marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.editing.kinds import KINDS, Kind
from generator.editing.schema import Node, arrange_schema

BEGIN = "<!-- the tables from here on are printed by `briefings schema`; change the records in generator/model/ -->"
END = "<!-- end of the printed tables -->"
_ORDER = ("claim", "event", "source", "briefing", "actors", "places", "background")
"""As CONTRIBUTING explains them; what comes first is explained, what comes again is pointed at."""
_HEAD = "| field | needed | what it says | what is written | for example |\n|---|---|---|---|---|\n"
_SHOWN_EXAMPLES = 3


@dataclass
class _Tables:
    """Prints one kind after the other; a group of fields that was printed once is pointed at from then on."""

    explained: dict[str, str] = field(default_factory=dict)
    """Where each group of fields stands in the tables, by the name of its definition."""

    def table(self, kind: Kind) -> str:
        schema = arrange_schema(kind)
        file = f"{kind.folder}/ID.yml" if kind.folder else f"{kind.name}.yml"
        return f"### `{file}`\n\n{_HEAD}{''.join(self.rows(schema, schema['definitions'], file, ''))}"

    def rows(self, part: Node, definitions: Node, file: str, above: str) -> Iterator[str]:
        for name, node in part["properties"].items():
            path = f"{above}`{name}`"
            inner = node.get("items", node)
            group = inner.get("$ref", "").rpartition("/")[2]
            where = self.explained.get(group, "")
            cells = [path, _needed(name, part), node["description"], _written(node, inner, where), _examples(inner)]
            yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |\n"
            if group and not where:
                self.explained[group] = f"{path} in `{file}`"
                yield from self.rows(definitions[group], definitions, file, f"{path} › ")


def print_tables() -> str:
    """The tables of all kinds of file."""
    tables = _Tables()
    return "\n".join(tables.table(kind) for kind in sorted(KINDS, key=lambda kind: _ORDER.index(kind.name)))


def put_between_marks(document: str) -> str:
    """The document with the tables as they are now; unchanged where it has no marks."""
    before, begin, rest = document.partition(BEGIN)
    _, end, after = rest.partition(END)
    return f"{before}{begin}\n\n{print_tables()}\n{end}{after}" if end else document


def _needed(name: str, part: Node) -> str:
    """Whether a field must stand there: 'yes', or together with which others it must not all be left out."""
    if name in part["required"]:
        return "yes"
    for rule, words in (("oneOf", "either this or"), ("anyOf", "this or")):
        names = [branch["required"][0] for branch in part.get(rule, ())]
        if name in names:
            return f"{words} {' or '.join(f'`{other}`' for other in names if other != name)}"
    return ""


def _written(node: Node, inner: Node, where: str) -> str:
    """What kind of text a field holds, or which fields."""
    kind = f"the fields {f'of {where}' if where else 'below'}" if "$ref" in inner else _kind(inner)
    if "items" not in node:
        return kind
    least, most = node.get("minItems"), node.get("maxItems")
    count = f" of {most}" if least == most and most else f" of at most {most}" if most else ""
    return f"list{count}, each: {kind}"


def _kind(node: Node) -> str:
    if "enum" in node:
        words = [f"`{word}`" for word in node["enum"]]
        return f"one of {', '.join(words)}" if len(words) > 1 else words[0]
    if "title" not in node:
        return ", or ".join(_kind(branch) for branch in node["anyOf"])
    return str(node["title"])


def _examples(node: Node) -> str:
    examples = node.get("examples") or [text for branch in node.get("anyOf", ()) for text in branch.get("examples", ())]
    return " · ".join(f"`{example}`" for example in examples[:_SHOWN_EXAMPLES])
