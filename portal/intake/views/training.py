""" "Train us", said in a conversation that has not become a case."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from portal.audit.access import opens_case
from portal.cases.views.training import take_wish

from ..queries import safe_address
from .request import opened


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def train_us(request: HttpRequest, reference: str) -> HttpResponse:
    item = opened(request, reference)
    return take_wish(request, item, initial={"name": item.name, "address": safe_address(item)})
