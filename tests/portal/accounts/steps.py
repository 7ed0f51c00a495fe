"""What the tests about people stand on."""

from datetime import timedelta

from django.utils import timezone

from portal.accounts import actions
from portal.accounts.roles import ROLES
from portal.audit.models import AuditLink
from tests.factories import make_programme


def today(days=0):
    return timezone.localdate() + timedelta(days=days)


def give(person, role="NEUTRAL", by=None, **facts):
    programme = make_programme() if ROLES[role].programme_bound else None
    usual = {"programme": programme, "starts_on": today(), "ends_on": None, "interest": "none"}
    return actions.grant_role(user_id=person.pk, role=role, by=by, **(usual | facts))


def kinds():
    return list(AuditLink.objects.order_by("seq").values_list("kind", flat=True))
