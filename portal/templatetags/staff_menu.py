"""The menu of staff and neutrals: each screen once, shown when it exists."""

from dataclasses import dataclass

from django import template
from django.template import Context
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.programmes.permissions import Permission

register = template.Library()

# Title, name of the URL, and who finds it in the menu: anybody with one of these (none: everybody who works here).
SCREENS = (
    (_("Desk"), "portal:desk:home", ()),
    (_("Requests"), "portal:desk:requests", (Permission.OPEN_REQUESTS,)),
    (_("Cases"), "portal:desk:cases", (Permission.OPEN_CASES, Permission.CONDUCT)),
    (_("Roster"), "portal:roster:roster", (Permission.COORDINATE, Permission.MANAGE_ROSTER)),
    (_("Handbook"), "portal:handbook:notices", ()),
    (_("Documents"), "portal:documents:templates", (Permission.APPROVE_TEXTS, Permission.COORDINATE)),
    (_("Statistics"), "portal:reports:statistics", (Permission.SEE_STATISTICS,)),
    (_("People"), "portal:accounts:people", (Permission.MANAGE_PEOPLE,)),
    (_("Programme"), "portal:programmes:programmes", (Permission.MANAGE_PROGRAMME, Permission.CHANGE_OFFICE)),
    (_("Public site"), "wagtailadmin_home", (Permission.USE_CMS,)),
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
    may_see = (screen for screen in SCREENS if not screen[2] or any(map(request.user.may, screen[2])))
    return [item for title, name, _needs in may_see if (item := _item(title, name, request.path))]


def _item(title: str | Promise, name: str, path: str) -> MenuItem | None:
    try:
        url = reverse(name)
    except NoReverseMatch:
        return None
    is_home = name == SCREENS[0][1]
    return MenuItem(title, url, path == url if is_home else path.startswith(url))
