"""What the public site answers outside the page tree."""

from http import HTTPStatus

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from .models import Campaign


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
