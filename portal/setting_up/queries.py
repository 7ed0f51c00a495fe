"""What a new programme still lacks before the first person can be taken in, each with the page where it is done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.accounts.models import RoleGrant, User
from portal.documents.models import DocumentTemplate
from portal.documents.statuses import VersionStatus
from portal.documents.versions import VersionedText
from portal.emergencies.models import EmergencyRule
from portal.handbook.models import Notice, Procedure
from portal.roster.models import Credential
from portal.screening.models import RubricVersion

if TYPE_CHECKING:
    from portal.programmes.models import Programme


@dataclass(frozen=True)
class Step:
    """One thing to do; `missing` says what, empty when it is done."""

    what: str | Promise
    missing: str
    url: str

    @property
    def is_done(self) -> bool:
        return not self.missing


def people() -> list[User]:
    """Everybody who could lead a programme."""
    working = RoleGrant.objects.valid().values("user")
    return list(User.objects.active().filter(pk__in=working).by_name())


def steps(programme: Programme) -> list[Step]:
    """In the order in which they make sense."""
    return [
        _role(programme, "DIRECTOR", _("A director")),
        _role(programme, "COORDINATOR", _("A coordinator")),
        _texts(Notice, programme, _("Notices"), reverse("portal:handbook:notices")),
        _texts(DocumentTemplate, programme, _("Documents"), reverse("portal:documents:templates")),
        _texts(Procedure, programme, _("The manual"), reverse("portal:handbook:procedures")),
        _rubric(programme),
        _emergencies(programme),
        _neutrals(programme),
    ]


def _role(programme: Programme, role: str, what: str) -> Step:
    sits = RoleGrant.objects.valid().filter(programme=programme, role=role).exists()
    return Step(what, "" if sits else _("Nobody has this role yet."), reverse("portal:accounts:people"))


def _texts(model: type[VersionedText], programme: Programme, what: str, url: str) -> Step:
    drafts = model._default_manager.filter(programme=programme, version=1, status=VersionStatus.DRAFT).count()
    words = ngettext("%d text waits to be read and approved.", "%d texts wait to be read and approved.", drafts)
    return Step(what, words % drafts if drafts else "", url)


def _rubric(programme: Programme) -> Step:
    in_use = RubricVersion.objects.filter(programme=programme, status=VersionStatus.APPROVED).exists()
    return Step(
        _("The screening rubric"),
        "" if in_use else _("Its draft waits for approval."),
        reverse("portal:screening:rubrics"),
    )


def _emergencies(programme: Programme) -> Step:
    named = EmergencyRule.objects.filter(programme=programme).exists()
    url = reverse("portal:emergencies:people", args=[programme.code])
    return Step(_("Who answers in an emergency"), "" if named else _("Nobody is named yet."), url)


def _neutrals(programme: Programme) -> Step:
    """For each process, whether anybody on the roster may conduct it today."""
    today = timezone.localdate()
    ready = set(Credential.objects.current(today).values_list("skill", flat=True))
    lacking = [str(rules.label) for rules in programme.processes if rules.skill not in ready]
    words = _("Nobody on the roster is trained and current for: %(names)s.") % {"names": ", ".join(lacking)}
    return Step(_("People who conduct"), words if lacking else "", reverse("portal:roster:roster"))
