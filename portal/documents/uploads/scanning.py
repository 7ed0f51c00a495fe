"""The scanner for viruses. It has to say yes: without an answer, nothing is taken."""

from __future__ import annotations

import logging
import socket
import struct

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from .refusing import UploadRefused

logger = logging.getLogger("accord.uploads")

_CHUNK = 64 * 1024
_PATIENCE = 30


def scan(content: bytes) -> None:
    """Raises UploadRefused when the scanner finds something, fails, is silent, or does not exist."""
    try:
        clean = bool(settings.ACCORD_UPLOAD_SCANNER) and import_string(settings.ACCORD_UPLOAD_SCANNER)(content)
    # Whatever goes wrong means that nobody has looked.
    except Exception as error:
        logger.error("scanner failed", extra={"facts": {"error": type(error).__qualname__}})
        clean = None
    if clean is False and settings.ACCORD_UPLOAD_SCANNER:
        raise UploadRefused(_("The scanner for viruses found something in this file. It was not kept."))
    if clean is not True:
        raise UploadRefused(_("We cannot check files at the moment, so none are taken. Please try later."))


def clamd(content: bytes) -> bool:
    """Ask a ClamAV daemon at ACCORD_CLAMD (a socket's path, or host:port). True when it finds nothing."""
    with _connected(settings.ACCORD_CLAMD) as daemon:
        daemon.sendall(b"zINSTREAM\0")
        for start in range(0, len(content), _CHUNK):
            piece = content[start : start + _CHUNK]
            daemon.sendall(struct.pack(">I", len(piece)) + piece)
        daemon.sendall(struct.pack(">I", 0))
        answer = daemon.recv(1024).rstrip(b"\0\n")
    if answer.endswith(b"FOUND"):
        return False
    if answer != b"stream: OK":
        raise OSError("the scanner gave no verdict")
    return True


def development_only(content: bytes) -> bool:
    """For a developer's machine, where no scanner runs: everything but the test pattern that scanners agree on."""
    return b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE" not in content


def _connected(address: str) -> socket.socket:
    if address.startswith("/"):
        daemon = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        target: str | tuple[str, int] = address
    else:
        host, _colon, port = address.rpartition(":")
        daemon, target = socket.socket(socket.AF_INET, socket.SOCK_STREAM), (host, int(port))
    daemon.settimeout(_PATIENCE)
    try:
        daemon.connect(target)
    except OSError:
        daemon.close()
        raise
    return daemon
