"""`{% schema_json page office %}`: the facts of a page, with the office as the one who offers it."""

from django import template
from django.utils.safestring import SafeString

from pages.schema import as_json

register = template.Library()

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


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
    return {
        "@type": "GovernmentOffice",
        "name": office.name,
        "telephone": office.phone,
        "email": getattr(office, "email", ""),
        "address": getattr(office, "address", ""),
        "parentOrganization": {"@type": "CollegeOrUniversity", "name": office.institution},
        "openingHoursSpecification": [_opening(span) for span in getattr(office, "weekly_hours", ())],
    }


def _opening(span) -> dict[str, str]:
    day = _DAYS[span["day"]]
    return {"@type": "OpeningHoursSpecification", "dayOfWeek": day, "opens": span["opens"], "closes": span["closes"]}


@register.simple_tag(takes_context=True)
def breadcrumb_json(context, page) -> SafeString | str:
    """The trail above a page; "" where there is none."""
    request, trail = context.get("request"), getattr(page, "trail", None)
    if not trail or request is None:
        return ""
    steps = [
        {"@type": "ListItem", "position": place, "name": step.title, "item": step.get_full_url(request)}
        for place, step in enumerate([*trail, page], start=1)
    ]
    return as_json({"@type": "BreadcrumbList", "itemListElement": steps})
