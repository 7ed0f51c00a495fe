"""`{% office as office %}`: who we are and how to reach us, in one query per page."""

from dataclasses import dataclass

from django import template
from django.template.context import Context

from portal.documents.redisclosure import REDISCLOSURE
from portal.programmes.hours import zone_in_words
from portal.programmes.models import Office
from portal.programmes.queries import current_office

register = template.Library()


@dataclass(frozen=True)
class OfficeFacts:
    """What a page can say when the database cannot answer, or before the office was set up."""

    name: str = "Office for Conflict Resolution"
    institution: str = "Harborview Institute"
    mail_sender: str = "Harborview Institute"
    phone: str = "555-0142"
    phone_tel: str = "5550142"
    hours: str = ""
    after_hours: str = ""
    emergency_numbers: tuple[dict[str, str], ...] = ({"label": "Emergency services", "phone": "911", "tel": "911"},)


@register.simple_tag(takes_context=True)
def office(context: Context) -> Office | OfficeFacts:
    try:
        return current_office(context.get("request"))
    except Office.DoesNotExist:
        return OfficeFacts()


@register.simple_tag
def time_zone() -> str:
    """The time zone as people say it, to stand beside a time: `{% time_zone %}`."""
    return zone_in_words()


@register.simple_tag
def redisclosure() -> str:
    """What stands on every print of somebody's record: `{% redisclosure %}`."""
    return str(REDISCLOSURE)
