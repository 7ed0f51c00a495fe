import pytest

from portal.cases.models import Consent, Participant
from portal.cases.statuses import CaseStatus, Channel, ConsentKind, ParticipantRole
from tests.factories import make_case, make_participant, sign_in
from tests.factories.texts import make_texts
from tests.portal.cases.people import fresh, make_coordinator
from tests.portal.cases.test_views import url, words

pytestmark = pytest.mark.django_db


def arranging(client):
    case = make_case(CaseStatus.ARRANGING, programme=make_texts(), coordinator=make_coordinator())
    sign_in(client, case.coordinator)
    return case


def test_staff_name_a_companion_and_write_down_who_agrees(client):
    case = arranging(client)

    client.post(url("name_companion", case, 1), {"role": "INTERPRETER", "name": "Robin", "channel": Channel.PHONE})
    robin = Participant.objects.get(role=ParticipantRole.INTERPRETER)
    assert "Not asked or not answered" in words(client.get(url("person", case, robin.number)))
    page = client.get(url("answer_companion", case, 2, companion=robin.number))
    assert "Does Sam agree that Robin comes along?" in words(page)
    client.post(url("answer_companion", case, 2, companion=robin.number), {"answer": "YES", "channel": Channel.PHONE})

    assert Consent.objects.filter(kind=ConsentKind.COMPANION, about=robin, yes=True).count() == 2


def test_a_party_is_no_companion_to_answer_about(client):
    case = arranging(client)

    assert client.get(url("answer_companion", case, 1, companion=2)).status_code == 404


def test_staff_write_down_that_a_party_comes_alone(client):
    case = arranging(client)
    alex = case.participants.get(number=1)
    robin = make_participant(case, name="Robin", role=ParticipantRole.SUPPORTER, comes_with=alex)

    client.post(url("take_back_companion", case, robin.number), {"channel": Channel.PHONE})

    assert fresh(robin).has_left
