"""Approved words for any page: `{% notice "RIGHTS" programme="MEDIATION" as rights %}{{ rights.html }}`."""

from django import template
from django.template.context import Context
from django.utils.translation import get_language

from portal.documents.rendering import office_values
from portal.handbook.models import Notice, Policy
from portal.handbook.queries import Words, notices_for_request, pick, policies_of
from portal.handbook.statuses import NoticeKind
from portal.programmes.models import Office, Programme
from portal.programmes.queries import current_office

register = template.Library()


@register.simple_tag(takes_context=True)
def notice(context: Context, kind: str, programme: str = "MEDIATION", process: str = "", **values: str) -> Words | None:
    """The words in use; None when the office has approved none, so that the page can say so in its own way."""
    request = context.get("request")
    language = (get_language() or "en").split("-")[0]
    try:
        found = pick(notices_for_request(request, programme, language), kind, process)
        return Words(found, office_values(current_office(request)) | values)
    except (Notice.DoesNotExist, Office.DoesNotExist):
        return None


@register.simple_tag(takes_context=True)
def confidentiality(context: Context, process: str = "") -> str:
    """The exception in one paragraph, as text: `{% confidentiality process="MEDIATION" as text %}`; "" when none.

    In the words of the programme whose matter the page has opened; those of Mediation where it has opened none.
    """
    opened = getattr(context.get("request"), "opened", None)
    programme = getattr(opened, "programme", None)
    words = notice(context, NoticeKind.CONFIDENTIALITY_SHORT, programme.code if programme else "MEDIATION", process)
    return words.text if words else ""


@register.simple_tag
def policies_behind(kind: str, programme: Programme) -> list[Policy]:
    """Entries of the library that stand behind a kind of document: as in documents/template.html."""
    return [one for one in policies_of(programme) if kind in one.kinds]
