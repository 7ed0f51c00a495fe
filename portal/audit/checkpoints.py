"""The newest checkpoint, written where a copy leaves the machine: one small file per checkpoint, no content."""

import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from .models import AuditLink

_KEPT = 100


def export(link: AuditLink) -> Path:
    folder = Path(settings.ACCORD_CHECKPOINT_DIR)
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{link.seq:010d}.json"
    handle, draft = tempfile.mkstemp(dir=folder, suffix=".draft")
    with os.fdopen(handle, "w") as file:
        json.dump({"seq": link.seq, "hash": bytes(link.hash).hex()}, file)
    os.replace(draft, target)
    # The copies elsewhere are the ones that count; here only the newest are of use.
    for old in sorted(folder.glob("*.json"))[:-_KEPT]:
        old.unlink()
    return target


def exported() -> Iterator[tuple[int, bytes]]:
    for path in sorted(Path(settings.ACCORD_CHECKPOINT_DIR).glob("*.json")):
        written = json.loads(path.read_text())
        yield written["seq"], bytes.fromhex(written["hash"])
