"""What the calendar and the workflow bring: pages that come, go, wait for a check, or want to be read again."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.apps import apps
from django.db.models import F, Q
from django.utils import timezone
from wagtail.models import Page, Revision, WorkflowState

from .models import SitePage

SOON = timedelta(days=14)


@dataclass(frozen=True)
class Stale:
    page: Page
    review_on: date


@dataclass(frozen=True)
class Coming:
    page: Page
    goes_live_at: datetime | None
    expires_at: datetime | None


def stale_pages(limit: int | None = None) -> list[Stale]:
    """Published pages whose review date has come, the longest past first. Two queries, whatever their kinds."""
    kinds = [model for model in apps.get_models() if issubclass(model, SitePage)]
    past = [
        kind.objects.live().filter(review_on__lte=timezone.localdate()).order_by().values_list("pk", "review_on")
        for kind in kinds
    ]
    found = sorted(past[0].union(*past[1:]), key=lambda row: (row[1], row[0]))[:limit]
    pages = Page.objects.in_bulk([pk for pk, _day in found])
    return [Stale(pages[pk], day) for pk, day in found]


def coming_pages() -> list[Coming]:
    """Pages that go live or expire within two weeks, the soonest first."""
    now = timezone.now()
    soon = (now, now + SOON)
    live = {int(pk): at for pk, at in _scheduled().filter(approved_go_live_at__range=soon)}
    pages = Page.objects.filter(Q(live=True, expire_at__range=soon) | Q(pk__in=live))
    ends = {page.pk: page.expire_at if page.live and page.expire_at else None for page in pages}
    coming = [Coming(page, live.get(page.pk), ends[page.pk]) for page in pages]
    return sorted(coming, key=lambda one: min(filter(None, [one.goes_live_at, one.expires_at])))


def _scheduled():
    is_page = Q(base_content_type__app_label="wagtailcore", base_content_type__model="page")
    return Revision.objects.filter(is_page).values_list("object_id", "approved_go_live_at")


def pages_in_checks() -> list[WorkflowState]:
    """Every page that waits for a check or for changes, the longest waiting first."""
    states = WorkflowState.objects.active().select_related("current_task_state__task", "requested_by")
    waiting = states.prefetch_related("content_object").order_by(F("current_task_state__started_at").asc())
    return [state for state in waiting if state.content_object]
