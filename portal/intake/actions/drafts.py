"""Answers before they are sent, and the slip with the code afterwards: readable for one browser only."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from ..envelope import EnvelopeKey
from ..models import Draft

# Nothing is readable without the cookie, and even that is gone after this time: see records.schedule.
DRAFT_LASTS = timedelta(hours=2)
SLIP_LASTS = timedelta(minutes=20)


def save_draft(*, key: EnvelopeKey, content: dict[str, Any]) -> None:
    """Keep answers under the visitor's key. The first save starts the two hours; later ones do not prolong them."""
    changed = Draft.objects.filter(pk=key.row, expires_at__gt=timezone.now()).update(sealed=key.seal(content))
    if not changed:
        _put(key, content, DRAFT_LASTS)


def keep_slip(*, key: EnvelopeKey, slip: dict[str, Any]) -> None:
    """Put the slip in the place of the answers, which are gone with it."""
    _put(key, {"slip": slip}, SLIP_LASTS)


def discard_draft(*, key: EnvelopeKey | None) -> None:
    """Leave nothing behind; does nothing the second time."""
    if key is not None:
        Draft.objects.filter(pk=key.row).delete()


def _put(key: EnvelopeKey, content: dict[str, Any], lasts: timedelta) -> None:
    Draft.objects.update_or_create(
        pk=key.row, defaults={"sealed": key.seal(content), "expires_at": timezone.now() + lasts}
    )
