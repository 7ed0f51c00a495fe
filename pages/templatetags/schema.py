"""`{% schema_json page office %}`: the facts of a page, with the office as the one who offers it."""

from django import template
from django.utils.safestring import SafeString

from pages.schema import as_json

register = template.Library()


@register.simple_tag
def schema_json(page, office) -> SafeString | str:
    """ "" for a page that says nothing of itself, such as a preview without an address."""
    describe = getattr(page, "schema_facts", None)
    if describe is None or not page.schema_type:
        return ""
    return as_json(describe(_organizer(office)))


def _organizer(office) -> dict[str, str]:
    if not office:
        return {}
    return {"@type": "GovernmentOffice", "name": office.name, "telephone": office.phone}
