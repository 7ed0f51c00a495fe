"""Development secrets: made once under var/, readable by their owner only. Production brings its own."""

import contextlib
import os
import secrets
import tempfile
from pathlib import Path


def random_bytes(path: Path, length: int = 32) -> bytes:
    """The secret kept in this file, which is made on first use."""
    if not path.exists():
        _make(path, secrets.token_bytes(length))
    return path.read_bytes()


def _make(path: Path, content: bytes) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # mkstemp gives mode 0600; linking fails when another process was first, and then its secret counts.
    handle, draft = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    with contextlib.suppress(FileExistsError):
        os.link(draft, path)
    os.unlink(draft)
