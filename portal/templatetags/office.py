"""`{% office as office %}`: who we are and how to reach us, in one query per page."""

from django import template
from django.template.context import Context

from portal.programmes.models import Office
from portal.programmes.queries import current_office

register = template.Library()


@register.simple_tag(takes_context=True)
def office(context: Context) -> Office | None:
    """The office; None before it was set up, so that even an error page can be shown."""
    try:
        return current_office(context.get("request"))
    except Office.DoesNotExist:
        return None
