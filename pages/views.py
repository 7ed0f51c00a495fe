"""What the public site answers outside the page tree."""

from http import HTTPStatus

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from .calendars import calendar_of
from .events import coming
from .models import Campaign, EventPage
from .querysets import shown


@require_safe
@cache_control(no_store=True)
def go(request, code: str) -> HttpResponse:
    """From a poster to the page it speaks of, with its code in the address and no cookie.

    A draft, an expired and an unknown code answer alike, so that nobody learns what is being prepared.
    """
    live = Campaign.objects.live(on=timezone.localdate()).select_related("target_page")
    campaign = live.filter(code=code.upper()).first()
    if campaign is None:
        return render(request, "pages/campaigns/over.html", status=HTTPStatus.NOT_FOUND)
    target = campaign.target_page
    url = target.get_url(request) if target and target.live else None
    return HttpResponseRedirect(f"{url or reverse('portal:intake:start')}?{urlencode({'from': campaign.code})}")


@require_safe
def calendar(request) -> HttpResponse:
    """All events that are coming, for a calendar that subscribes to them."""
    events = coming(shown(EventPage.objects.all())).prefetch_related("dates")
    return _as_calendar(calendar_of(events, name=_("Events of our office")))


@require_safe
def event_calendar(request, pk: int) -> HttpResponse:
    """One event with all its dates."""
    event = get_object_or_404(shown(EventPage.objects.all()), pk=pk)
    response = _as_calendar(calendar_of([event]))
    response["Content-Disposition"] = f'attachment; filename="{event.slug}.ics"'
    return response


def _as_calendar(content: bytes) -> HttpResponse:
    return HttpResponse(content, content_type="text/calendar; charset=utf-8")
