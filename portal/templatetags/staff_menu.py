"""The menu of staff and neutrals: each screen once, shown when it exists."""

from dataclasses import dataclass

from django import template
from django.template import Context
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

register = template.Library()

SCREENS = (
    (_("Desk"), "portal:desk:home"),
    (_("Requests"), "portal:desk:requests"),
    (_("Cases"), "portal:desk:cases"),
    (_("Roster"), "portal:roster:roster"),
    (_("Handbook"), "portal:handbook:notices"),
    (_("Statistics"), "portal:reports:statistics"),
    (_("People"), "portal:accounts:people"),
)


@dataclass(frozen=True)
class MenuItem:
    title: str | Promise
    url: str
    is_current: bool


@register.simple_tag(takes_context=True)
def staff_menu(context: Context) -> list[MenuItem]:
    """Return the screens a signed-in person may choose from."""
    request = context.get("request")
    if request is None or not request.user.is_authenticated:
        return []
    return [item for title, name in SCREENS if (item := _item(title, name, request.path))]


def _item(title: str | Promise, name: str, path: str) -> MenuItem | None:
    try:
        url = reverse(name)
    except NoReverseMatch:
        return None
    is_home = name == SCREENS[0][1]
    return MenuItem(title, url, path == url if is_home else path.startswith(url))
