"""Whoever may see several programmes chooses; nobody sees another's numbers; what is open is told to few."""

import pytest
from django.urls import reverse

from portal.accounts.models import RoleGrant, User
from portal.cases.statuses import CaseStatus
from portal.handbook.seeding import seed_texts
from portal.reports.models import PublishedFigures, Statistic
from portal.reports.queries import live
from tests.factories.cases import make_case
from tests.factories.office import make_office, make_programme
from tests.factories.people import make_staff
from tests.factories.requests import make_request
from tests.factories.signing_in import sign_in, verified
from tests.portal.reports.test_actions import line

pytestmark = pytest.mark.django_db(databases=["default", "keys"])

ADDRESS = reverse("portal:reports:statistics")


def both():
    make_office()
    mediation = make_programme()
    other = make_programme("ADR", name="Alternative Dispute Resolution", destroys_at_close=False)
    person = make_staff("DIRECTOR", mediation)
    RoleGrant.objects.create(user=person, role="DIRECTOR", programme=other, interest="none")
    return mediation, other, User.objects.get(pk=person.pk)


def test_whoever_sees_several_programmes_chooses_one(client):
    _mediation, _other, person = both()
    Statistic.objects.bulk_create(Statistic(**line(programme="ADR")) for _ in range(7))
    sign_in(client, person)

    assert "There are too few" not in client.get(ADDRESS, {"programme": "ADR"}).content.decode()
    assert '<option value="ADR" selected>' in client.get(ADDRESS, {"programme": "ADR"}).content.decode()
    assert '<option value="MEDIATION" selected>' in client.get(ADDRESS).content.decode()
    csv = client.get(reverse("portal:reports:export"), {"programme": "ADR"}).content.decode()
    assert ",7," in csv
    client.post(reverse("portal:reports:publish") + "?programme=ADR")
    assert PublishedFigures.objects.get().programme.code == "ADR"


def test_a_director_learns_nothing_of_the_other_programme(client):
    _mediation, other, _person = both()
    sign_in(client, make_staff("DIRECTOR", other))

    for name in ("statistics", "export"):
        address = reverse(f"portal:reports:{name}")
        assert client.get(address, {"programme": "MEDIATION"}).status_code == 404
        assert client.get(address, {"programme": "NOTHING"}).status_code == 404
    assert client.post(reverse("portal:reports:publish") + "?programme=MEDIATION").status_code == 404
    page = client.get(ADDRESS).content.decode()
    assert "Alternative Dispute Resolution" in page
    assert "<select" not in page


def test_what_is_open_is_counted_suppressed_and_without_what_a_tie_hides():
    _mediation, other, _person = both()
    seed_texts(other)
    cases = [make_case(CaseStatus.INVITING, programme=other) for _ in range(6)]
    requests = [make_request(programme=other) for _ in range(6)]
    coordinator = make_staff(programme=other)

    tables = live(verified(coordinator), other)
    assert [[(words, str(cell)) for words, cell in table.rows] for table in tables] == [
        [("New", "6")],
        [("Invitations", "6")],
        [("Mediation", "6")],
    ]

    for row in (*cases[:2], *requests[:2]):
        row.matter.ties.create(person=coordinator, source="DECLARED")
    tables = live(verified(coordinator), other)
    assert [str(table.total) for table in tables] == ["<5", "<5", "<5"]


def test_an_auditor_does_not_see_what_is_open(client):
    _mediation, other, _person = both()
    sign_in(client, make_staff("AUDITOR", other))
    assert "What is open now" not in client.get(ADDRESS).content.decode()

    sign_in(client, make_staff(programme=other))
    assert "What is open now" in client.get(ADDRESS).content.decode()
