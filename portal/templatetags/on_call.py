"""Whom to phone when the office is closed: `{% on_call case.matter as person %}` and `{{ person.phone|dials }}`."""

from django import template

from portal.accounts.models import User
from portal.cases.models import Matter
from portal.emergencies.queries import on_call_with_number
from portal.programmes.contacts import dials as as_dialled

register = template.Library()


@register.simple_tag
def on_call(matter: Matter) -> User | None:
    """The person on call of the matter's programme who can be phoned about it; for pages of staff and neutrals only."""
    return on_call_with_number(matter)


@register.filter
def dials(phone: str) -> str:
    return as_dialled(phone)
