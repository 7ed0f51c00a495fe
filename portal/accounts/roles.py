"""Who may do what, as data: a role is a list of permissions with words that tell people what it means."""

from dataclasses import dataclass, field
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.programmes.permissions import Permission


class CmsGroup(StrEnum):
    """Groups of the CMS, which the portal fills and nobody edits there."""

    EDITORS = "Editors"
    MODERATORS = "Moderators"
    LEADS = "Leads"
    FACT_CHECKERS = "Fact checkers"


_OPENS_MATTERS = frozenset({Permission.OPEN_REQUESTS, Permission.OPEN_CASES, Permission.CONDUCT})


@dataclass(frozen=True)
class Role:
    code: str
    label: str | Promise
    description: str | Promise
    permissions: frozenset[Permission] = field(default_factory=frozenset)
    programme_bound: bool = True
    cms_group: CmsGroup | None = None
    # Given for a term at most; who holds it opens no case in any other role (C38).
    ends_with_term: bool = False
    # A seat that a programme needs somebody in (C39): while it is empty, this role does its work. "" for the last one.
    is_seat: bool = False
    falls_to: str = ""

    @property
    def opens_everything(self) -> bool:
        """Whether it opens what comes in, and not only cases that somebody said yes to."""
        return bool(self.permissions & {Permission.OPEN_REQUESTS, Permission.OPEN_CASES})

    @property
    def opens_matters(self) -> bool:
        return bool(self.permissions & _OPENS_MATTERS)


_COORDINATES = frozenset(
    {
        Permission.OPEN_REQUESTS,
        Permission.OPEN_CASES,
        Permission.LOG_CONTACT,
        Permission.SCREEN,
        Permission.COORDINATE,
    }
)

_ALL = (
    Role(
        "DIRECTOR",
        _("Director"),
        _("Leads a programme: its people, switches and texts. Steps in for the coordinator. Places and lifts holds."),
        _COORDINATES
        | {
            Permission.KEEP_RUBRIC,
            Permission.LIFT_STOPS,
            Permission.LIFT_GRAVE_STOPS,
            Permission.SIGN_WAYS,
            Permission.OVERSEE,
            Permission.REVIEW_EMERGENCIES,
            Permission.SEE_MEASURES,
            Permission.DECIDE_MEASURES,
            Permission.ANSWER_FOR_RECORDS,
            Permission.APPROVE_AGREEMENTS,
            Permission.CLOSE_CASES,
            Permission.PLACE_HOLD,
            Permission.OPEN_KEPT,
            Permission.DISPOSE,
            Permission.MANAGE_PEOPLE,
            Permission.MANAGE_ROSTER,
            Permission.MANAGE_TRAINING,
            Permission.MANAGE_PROGRAMME,
            Permission.CHANGE_OFFICE,
            Permission.APPROVE_TEXTS,
            Permission.SEE_STATISTICS,
            Permission.READ_AUDIT,
        },
        is_seat=True,
    ),
    Role(
        "COORDINATOR",
        _("Coordinator"),
        _("Runs a programme day by day: requests, screening, cases, the roster. Checks the facts on public pages."),
        _COORDINATES
        | {
            Permission.KEEP_RUBRIC,
            Permission.LIFT_STOPS,
            Permission.CLOSE_CASES,
            Permission.OPEN_KEPT,
            Permission.DISPOSE,
            Permission.MANAGE_ROSTER,
            Permission.MANAGE_TRAINING,
            Permission.CHANGE_OFFICE,
            Permission.SEE_STATISTICS,
            Permission.SEE_MEASURES,
            Permission.DECIDE_MEASURES,
            Permission.ANSWER_FOR_RECORDS,
            Permission.USE_CMS,
        },
        cms_group=CmsGroup.FACT_CHECKERS,
        is_seat=True,
        falls_to="DIRECTOR",
    ),
    Role(
        "CASE_MANAGER",
        _("Case manager"),
        _("Talks with people, screens requests and takes cases from the first word to the end."),
        _COORDINATES | {Permission.SEE_MEASURES},
        is_seat=True,
        falls_to="COORDINATOR",
    ),
    Role(
        "INVESTIGATIONS_MANAGER",
        _("Manager of investigations"),
        _("Answers for interim measures. Opens no request and no case."),
        frozenset({Permission.SEE_MEASURES}),
        is_seat=True,
        falls_to="COORDINATOR",
    ),
    Role(
        "CHAIR",
        _("Chair of the Committee on Discipline"),
        _("Approves restorative justice plans that a formal process asks for. Opens no request and no case."),
        frozenset({Permission.APPROVE_PLANS}),
    ),
    Role(
        "CONDUCT_OFFICE",
        _("Conduct office"),
        _("Enters what a proceeding asks of a plan, and follows approved plans. Opens no request and no case."),
        frozenset({Permission.ENTER_REQUIREMENTS, Permission.ENFORCE_PLANS}),
    ),
    Role(
        "NEUTRAL",
        _("Neutral"),
        _("Coaches, facilitates or mediates. Opens only the cases that they said yes to."),
        frozenset({Permission.CONDUCT}),
    ),
    Role(
        "INTERN",
        _("Intern"),
        _(
            "Helps with events, materials and surveys, after a pledge and a training, until the term ends. "
            "Opens no request and no case."
        ),
        frozenset({Permission.DO_PIECES}),
        ends_with_term=True,
    ),
    Role(
        "TRAINING_MANAGER",
        _("Training manager"),
        _("Runs courses, certifies people and keeps the roster. Opens no request and no case."),
        frozenset({Permission.MANAGE_ROSTER, Permission.MANAGE_TRAINING}),
    ),
    Role(
        "EDITOR",
        _("Communications editor"),
        _("Writes public pages. Other people check and publish them."),
        frozenset({Permission.USE_CMS}),
        programme_bound=False,
        cms_group=CmsGroup.EDITORS,
    ),
    Role(
        "MODERATOR",
        _("Communications moderator"),
        _("Writes public pages. Publishes those of others by checking that everybody can use them."),
        frozenset({Permission.USE_CMS}),
        programme_bound=False,
        cms_group=CmsGroup.MODERATORS,
    ),
    Role(
        "LEAD",
        _("Communications lead"),
        _("Corrects and publishes public pages by hand. Keeps the banner, the menu and the site's settings."),
        frozenset({Permission.USE_CMS, Permission.CHANGE_OFFICE}),
        programme_bound=False,
        cms_group=CmsGroup.LEADS,
    ),
    Role(
        "AUDITOR",
        _("Auditor"),
        _("Reads the audit trail and the statistics of a programme. Opens no request and no case."),
        frozenset({Permission.READ_AUDIT, Permission.SEE_STATISTICS}),
    ),
)

ROLES: dict[str, Role] = {role.code: role for role in _ALL}
ROLE_CHOICES = [(role.code, role.label) for role in _ALL]
SEATS = [role for role in _ALL if role.is_seat]
OFFICE_WIDE = sorted(role.code for role in _ALL if not role.programme_bound)
