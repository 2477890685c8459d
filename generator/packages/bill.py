"""The bill of materials: every package of the lock with version, licence, hashes and who needs it. `make sbom`.

CycloneDX JSON, made of the lock and of what its packages say of themselves: the same lock gives the same bytes.
"""

from __future__ import annotations

import json
import sys
import uuid
from collections.abc import Iterable, Mapping
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from generator import __version__
from generator.packages.licences import find_licence
from generator.packages.lock import PROJECT, Locked, needed_to_run, read_direct, read_lock

CARRIED = ("ufuzzy-1.0.19.js", PackageURL("npm", "@leeoniya", "ufuzzy", "1.0.19"), "MIT")
"""What stands in the repository itself and is somebody else's: file, name and licence."""

_licence = LicenseFactory().make_from_string


def print_bill(root: Path) -> str:
    """The bill of the program in `root`."""
    locked = read_lock(root / "requirements.lock")
    running = needed_to_run(locked, read_direct(root / "pyproject.toml")["run"])
    ours = Component(
        name=PROJECT, version=__version__, type=ComponentType.APPLICATION, bom_ref=PROJECT, licenses=[_licence("MIT")]
    )
    parts = {one.name: _component(one, needed=one.name in running) for one in locked}
    bill = Bom(components=[*parts.values(), _carried()], serial_number=_serial(locked))
    bill.metadata.component = ours
    _connect(bill, {PROJECT: ours, **parts}, locked)
    return _without_clock(JsonV1Dot6(bill).output_as_string())


def _component(one: Locked, *, needed: bool) -> Component:
    stated = find_licence(one.name)
    source = ExternalReference(
        type=ExternalReferenceType.DISTRIBUTION,
        url=XsUri(f"https://pypi.org/project/{one.name}/{one.version}/"),
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest) for digest in one.hashes],
    )
    name = PackageURL("pypi", name=one.name, version=one.version)
    return Component(
        name=one.name,
        version=one.version,
        purl=name,
        bom_ref=str(name),
        scope=ComponentScope.REQUIRED if needed else ComponentScope.EXCLUDED,
        licenses=[_licence(stated)] if stated else [],
        external_references=[source],
    )


def _carried() -> Component:
    _, name, licence = CARRIED
    return Component(
        name=name.name, version=name.version, group=name.namespace, purl=name, bom_ref=str(name),
        scope=ComponentScope.REQUIRED, licenses=[_licence(licence)],
    )  # fmt: skip


def _connect(bill: Bom, parts: Mapping[str, Component], locked: Iterable[Locked]) -> None:
    """Who needs what."""
    needs: dict[str, list[Component]] = {name: [] for name in parts}
    for one in locked:
        for asker in one.askers:
            needs[asker].append(parts[one.name])
    for name, needed in needs.items():
        bill.register_dependency(parts[name], needed)


def _serial(locked: Iterable[Locked]) -> uuid.UUID:
    """A name for this bill, made of what is in it."""
    held = " ".join(f"{one.name}=={one.version}" for one in locked)
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{PROJECT}=={__version__} {held}")


def _without_clock(text: str) -> str:
    bill = json.loads(text)
    del bill["metadata"]["timestamp"]
    return json.dumps(bill, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    sys.stdout.write(print_bill(Path()))
