"""A circle that was just opened, and what tests do to its sheet."""

from django.test import Client

from portal.cases import actions
from portal.cases.statuses import CaseStatus, OutreachOrder, ParticipantRole
from tests.factories import sign_in
from tests.factories.circles import make_circle

Role = ParticipantRole


def changes(case, **facts):
    usual = {
        "community_is_harmed": False,
        "nobody_is_known": False,
        "order": OutreachOrder.HARMED_FIRST,
        "form": None,
        "safety": "",
    }
    return actions.change_circle(case_id=case.pk, by=case.coordinator, **(usual | facts))


def client_of(user):
    client = Client()
    sign_in(client, user)
    return client


def opened(roles=None, status=CaseStatus.OPENED):
    case, _pair = make_circle(status, roles=roles or {"Hana": Role.HARMED}, prepared=False, ready=False, pair=False)
    return case
