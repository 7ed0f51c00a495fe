"""What the desk and the pages ask about mail."""

from datetime import timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from .models import Mailing
from .rendering import Letter, write
from .statuses import MailKind, MailState

STUCK_AFTER = timedelta(minutes=15)


def preview(kind: MailKind, language: str = "en", **context: Any) -> Letter:
    """Exactly what a person will receive, to show before it is sent."""
    return write(kind, context, language)


def stuck() -> QuerySet[Mailing]:
    """Mail that somebody should look at: given up, or waiting for longer than the machinery should need."""
    late = Q(state__in=[MailState.QUEUED, MailState.SENDING], created_at__lt=timezone.now() - STUCK_AFTER)
    return Mailing.objects.filter(late | Q(state=MailState.FAILED)).order_by("-created_at")
