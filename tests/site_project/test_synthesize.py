"""Many invented cases: sealed, findable and only for development."""

import pytest
from django.core.management import CommandError, call_command

from portal.cases.models import Case
from portal.desk.queries.lists import case_list
from portal.vault import keyring
from tests.factories import make_programme, make_staff, verified

pytestmark = pytest.mark.django_db


def test_invented_cases_are_listed_and_found_like_real_ones(settings, capsys):
    settings.ACCORD_DEVELOPMENT = True
    make_programme()

    call_command("synthesize", cases=3)

    assert "3 cases added." in capsys.readouterr().out
    with keyring.scope():
        staff = verified(make_staff())
        person = Case.objects.first().participants.first()
        found = case_list(staff, {"q": person.name})
        assert person.case.reference in [row.case.reference for row in found.rows]
        assert case_list(staff, {}).total == 3


@pytest.mark.parametrize(
    ("development", "cases", "programme"),
    [(False, 3, "MEDIATION"), (True, 0, "MEDIATION"), (True, 3_000_000, "MEDIATION"), (True, 3, "NONE")],
)
def test_it_refuses_outside_development_and_what_cannot_be(settings, development, cases, programme):
    settings.ACCORD_DEVELOPMENT = development
    make_programme()

    with pytest.raises(CommandError):
        call_command("synthesize", cases=cases, programme=programme)

    assert not Case.objects.exists()
