"""The way to the request for help: `{% ask_url as ask_url %}`, `{% ask_url service="MEDIATION" as ask_url %}`."""

import re

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.http import urlencode

register = template.Library()

_CODE = re.compile(r"[A-Za-z0-9-]{1,40}")


@register.simple_tag(takes_context=True)
def ask_url(context: Context, service: str = "") -> str:
    """The address of the request, with the service to choose beforehand and the code of the poster that led here.

    Both stand in the address, so no cookie has to remember them.
    """
    request = context.get("request")
    code = request.GET.get("from", "") if request else ""
    start = reverse("portal:intake:start")
    known = {"service": service, "from": code if _CODE.fullmatch(code) else ""}
    query = urlencode({name: value for name, value in known.items() if value})
    return f"{start}?{query}" if query else start


_DOORS = {"REPORT": "portal:intake:report", "CODE": "portal:passes:enter"}


@register.simple_tag(takes_context=True)
def door_url(context: Context, door: str) -> str:
    """Where a button into the portal leads: `{% door_url "REPORT" as href %}`; "" for a door that there is not."""
    if door == "ASK":
        return ask_url(context)
    return reverse(_DOORS[door]) if door in _DOORS else ""
