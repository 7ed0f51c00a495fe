"""The way to the request for help: `{% ask_url as ask_url %}`."""

import re

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.http import urlencode

register = template.Library()

_CODE = re.compile(r"[A-Za-z0-9-]{1,40}")


@register.simple_tag(takes_context=True)
def ask_url(context: Context) -> str:
    """The address of the request, with the code of the poster that led here: no cookie has to remember it."""
    request = context.get("request")
    code = request.GET.get("from", "") if request else ""
    start = reverse("portal:intake:start")
    return f"{start}?{urlencode({'from': code})}" if _CODE.fullmatch(code) else start
