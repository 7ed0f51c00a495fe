"""The menu of staff and neutrals: each screen once, shown when it exists."""

from collections.abc import Callable
from dataclasses import dataclass

from django import template
from django.http import HttpRequest
from django.template import Context
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.programmes.permissions import Permission

register = template.Library()

# Title, name of the URL, and who finds it in the menu: anybody with one of these (none: everybody who works here).
EVERY_DAY = (
    (_("Desk"), "portal:desk:home", ()),
    (_("Requests"), "portal:desk:requests", (Permission.OPEN_REQUESTS,)),
    (_("Screening"), "portal:screening:waiting", (Permission.SCREEN,)),
    (_("Cases"), "portal:desk:cases", (Permission.OPEN_CASES, Permission.CONDUCT)),
    (_("Requirements"), "portal:plans:requirements_list", (Permission.ENTER_REQUIREMENTS,)),
    (_("Plans to decide on"), "portal:plans:review_list", (Permission.APPROVE_PLANS,)),
    (_("Approved plans"), "portal:plans:record_list", (Permission.ENFORCE_PLANS,)),
    (_("Roster"), "portal:roster:roster", (Permission.COORDINATE, Permission.MANAGE_ROSTER)),
    (_("Training"), "training:courses", (Permission.MANAGE_TRAINING,)),
    (_("My work"), "portal:interns:work", (Permission.DO_PIECES,)),
    (_("Statistics"), "portal:reports:statistics", (Permission.SEE_STATISTICS,)),
)
# What is looked up or set now and then, behind one word.
NOW_AND_THEN = (
    (_("Follow-through"), "portal:plans:board", (Permission.COORDINATE, Permission.CONDUCT)),
    (_("Check a copy"), "portal:plans:check_copy", (Permission.COORDINATE,)),
    (_("My learning"), "training:own_learning", ()),
    (_("Rooms"), "portal:scheduling:rooms", (Permission.COORDINATE,)),
    (_("Interns"), "portal:interns:interns", (Permission.COORDINATE,)),
    (_("Handbook"), "portal:handbook:notices", ()),
    (_("Documents"), "portal:documents:templates", (Permission.APPROVE_TEXTS, Permission.COORDINATE)),
    (_("Measures"), "portal:measures:measures", (Permission.SEE_MEASURES,)),
    (_("Access to records"), "portal:access:board", (Permission.ANSWER_FOR_RECORDS,)),
    (_("Emergencies"), "portal:emergencies:emergencies", (Permission.REVIEW_EMERGENCIES,)),
    (_("People"), "portal:accounts:people", (Permission.MANAGE_PEOPLE,)),
    (_("Seats"), "portal:seats:seats", (Permission.MANAGE_PEOPLE,)),
    (_("Programme"), "portal:programmes:programmes", (Permission.MANAGE_PROGRAMME, Permission.CHANGE_OFFICE)),
    (_("Public site"), "wagtailadmin_home", (Permission.USE_CMS,)),
)
# The same, where a programme keeps its records: the others have nothing of the kind.
WHERE_KEPT = (
    (_("Review queue"), "portal:oversight:queue", (Permission.OVERSEE,)),
    (_("Register"), "portal:instances:register", (Permission.OPEN_KEPT,)),
    (_("Kept records"), "portal:records:kept_records", (Permission.OPEN_KEPT,)),
)


@dataclass(frozen=True)
class MenuItem:
    title: str | Promise
    url: str
    is_current: bool


@dataclass(frozen=True)
class StaffMenu:
    every_day: list[MenuItem]
    now_and_then: list[MenuItem]
    may_log_contact: bool = False

    @property
    def is_current_behind(self) -> bool:
        """Whether the page shown now lies behind the one word."""
        return any(item.is_current for item in self.now_and_then)

    @property
    def everything(self) -> list[MenuItem]:
        return self.every_day + self.now_and_then


@register.simple_tag(takes_context=True)
def staff_menu(context: Context) -> StaffMenu:
    """Return the screens a signed-in person may choose from."""
    request = context.get("request")
    if request is None or not request.user.is_authenticated:
        return StaffMenu([], [])
    may_log = request.user.may(Permission.LOG_CONTACT)
    user = request.user
    rarely = _shown(WHERE_KEPT, request, user.may_where_kept) + _shown(NOW_AND_THEN, request, user.may)
    return StaffMenu(_shown(EVERY_DAY, request, user.may), rarely, may_log)


def _shown(screens: tuple, request: HttpRequest, may: Callable[[Permission], bool]) -> list[MenuItem]:
    may_see = (screen for screen in screens if not screen[2] or any(map(may, screen[2])))
    return [item for title, name, _needs in may_see if (item := _item(title, name, request.path))]


def _item(title: str | Promise, name: str, path: str) -> MenuItem | None:
    try:
        url = reverse(name)
    except NoReverseMatch:
        return None
    is_home = name == "portal:desk:home"
    return MenuItem(title, url, path == url if is_home else path.startswith(url))
