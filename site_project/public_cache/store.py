"""Where kept pages lie, and under which key. The key names the edition: what belongs to a past one is never found.

They lie in the cache that all processes share, and each process remembers those it has handed out: only the edition is
asked for each time, so that what was published a moment ago is never hidden by a memory.
"""

from __future__ import annotations

import gzip
import hashlib
import time
from dataclasses import dataclass

from django.core.cache import caches
from django.http import HttpRequest, HttpResponse

from . import boundaries

LONGEST_SECONDS = 300
_MADE_ANEW = {"Content-Length", "Vary", "ETag"}
# Shorter ones fit into one packet anyway.
_LEAST_TO_COMPRESS = 1000
# About as many as an office has pages, in two languages with their lists; some ten megabytes.
_MOST_REMEMBERED = 300
_remembered: dict[str, Kept] = {}


@dataclass(frozen=True, slots=True)
class Kept:
    """One answer. Both forms are made once: compressing costs more than everything else about an answer from here."""

    plain: bytes
    packed: bytes
    etag: str
    headers: dict[str, str]
    ends_at: float

    @classmethod
    def of(cls, response: HttpResponse, *, ends_at: float) -> Kept:
        plain = response.content
        return cls(
            plain=plain,
            # mtime=0: the same page has the same bytes. There is no secret in it that its length could give away.
            packed=gzip.compress(plain, 6, mtime=0) if len(plain) >= _LEAST_TO_COMPRESS else b"",
            etag=f'W/"{hashlib.blake2b(plain, digest_size=12).hexdigest()}"',
            headers={name: value for name, value in response.items() if name not in _MADE_ANEW},
            ends_at=ends_at,
        )


def key_of(request: HttpRequest, edition: str) -> str:
    """Host, path with its language, and the known query, in one order."""
    # What the address says is quoted by nobody but a hash: a cache may refuse long keys and strange letters.
    query = "&".join(f"{name}={value}" for name, value in sorted(request.GET.items())) if _asks(request) else ""
    address = f"{request.scheme}\n{request.get_host()}\n{request.path}\n{query}"
    return f"{edition}.{hashlib.blake2b(address.encode(), digest_size=20).hexdigest()}"


def _asks(request: HttpRequest) -> bool:
    return bool(request.META.get("QUERY_STRING"))


def find(key: str) -> Kept | None:
    now = time.time()
    kept = _remembered.get(key)
    if kept and kept.ends_at > now:
        return kept
    kept = _pages().get(key)
    if not kept or kept.ends_at <= now:
        return None
    _remember(key, kept)
    return kept


def _remember(key: str, kept: Kept) -> None:
    if len(_remembered) >= _MOST_REMEMBERED:
        # Most are of past editions; the others are read again when they are asked for.
        _remembered.clear()
    _remembered[key] = kept


def keep(key: str, response: HttpResponse, edition: str) -> Kept:
    """Keep an answer, but not past the moment at which the public site is due to look different."""
    now = time.time()
    ends_at = min(now + LONGEST_SECONDS, _next_boundary(edition, now))
    kept = Kept.of(response, ends_at=ends_at)
    if ends_at > now:
        _pages().set(key, kept, timeout=ends_at - now)
        _remember(key, kept)
    return kept


def _next_boundary(edition: str, now: float) -> float:
    """Asked of the database once an edition: whatever moves a boundary begins a new one."""
    key = f"{edition}.boundary"
    known = _pages().get(key)
    if known is None or known <= now:
        known = boundaries.next_one()
        _pages().set(key, known, timeout=LONGEST_SECONDS)
    return known


def _pages():
    return caches["pages"]
