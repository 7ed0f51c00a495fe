"""Notes: three audiences, and no way from one to another."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from portal.cases.actions import delete_note, write_note, write_tie
from portal.cases.models import Note
from portal.cases.statuses import CaseStatus, NoteAudience, TieSource
from tests.factories import make_neutral, make_staff, sign_in, use_pass, verified
from tests.factories.cases import make_assignment, make_case
from tests.factories.texts import make_texts

pytestmark = pytest.mark.django_db
STAFF, PAIR, OWN = NoteAudience.STAFF, NoteAudience.PAIR, NoteAudience.OWN


@pytest.fixture
def case():
    make_texts()
    pair = [make_neutral(), make_neutral()]
    case = make_case(CaseStatus.ARRANGING, coordinator=make_staff(), accepted=pair)
    case.pair = pair
    return case


def write(case, by, audience, body="words"):
    return write_note(matter_id=case.matter_id, body=body, by=by, audience=audience)


def seen(viewer):
    return set(Note.objects.visible_to(verified(viewer)))


def test_each_audience_reads_its_own_notes_and_no_others(case):
    staff, pair, own = (
        write(case, case.coordinator, STAFF),
        write(case, case.pair[0], PAIR),
        write(case, case.pair[0], OWN),
    )

    assert seen(case.coordinator) == {staff}
    assert seen(make_staff()) == {staff}
    assert seen(case.pair[0]) == {pair, own}
    assert seen(case.pair[1]) == {pair}
    assert seen(make_neutral()) == set()


def test_a_participant_reads_none(case):
    for by, audience in [(case.coordinator, STAFF), (case.pair[0], PAIR), (case.pair[0], OWN)]:
        write(case, by, audience, body="plumage")
    person = case.participants.first()
    client = Client()
    use_pass(client, person.entry)

    assert not Note.objects.visible_to(person.entry).exists()
    assert "plumage" not in client.get("/my/").text


def test_a_tie_or_a_release_takes_even_ones_own_notes_out_of_sight(case):
    write(case, case.coordinator, OWN)
    write(case, case.pair[0], OWN)
    write(case, case.pair[1], PAIR)

    write_tie(matter=case.matter, person=case.coordinator, source=TieSource.DECLARED, actor=None)
    write_tie(matter=case.matter, person=case.pair[0], source=TieSource.DECLARED, actor=None)
    case.assignments.filter(neutral=case.pair[1]).update(ended_at=case.opened_at, end_reason="REPLACED")

    assert [seen(one) for one in (case.coordinator, *case.pair)] == [set(), set(), set()]


@pytest.mark.parametrize(
    ("who", "audience"), [("coordinator", PAIR), ("neutral", STAFF), ("asked", OWN), ("asked", PAIR), ("other", OWN)]
)
def test_nobody_writes_for_an_audience_they_do_not_belong_to(case, who, audience):
    people = {
        "coordinator": case.coordinator,
        "neutral": case.pair[0],
        "asked": make_neutral(),
        "other": make_staff("AUDITOR"),
    }
    make_assignment(case, people["asked"])

    with pytest.raises(PermissionDenied):
        write(case, people[who], audience)

    assert not Note.objects.exists()


def test_a_neutral_writes_to_the_other_from_the_case_page(case):
    first, second = Client(), Client()
    sign_in(first, case.pair[0])
    sign_in(second, case.pair[1])

    first.post(reverse("portal:desk:note", args=[case.reference]), {"body": "Start with Sam", "audience": "PAIR"})

    assert "Start with Sam" in second.get(case.get_absolute_url()).text


def test_a_forged_audience_is_refused_and_the_words_stay(case):
    client = Client()
    sign_in(client, case.pair[0])

    page = client.post(reverse("portal:desk:note", args=[case.reference]), {"body": "Mine alone", "audience": "STAFF"})

    assert page.status_code == 422
    assert "Mine alone" in page.text
    assert not Note.objects.exists()


def test_only_a_memory_aid_is_thrown_away_and_only_by_its_writer(case):
    own, pair = write(case, case.pair[0], OWN), write(case, case.pair[0], PAIR)
    for note, by in [(own, case.pair[1]), (pair, case.pair[0]), (own, case.coordinator)]:
        with pytest.raises(PermissionDenied):
            delete_note(note_id=note.pk, by=by)

    client = Client()
    sign_in(client, case.pair[0])
    client.post(reverse("portal:desk:delete_note", args=[case.reference, own.pk]))

    assert list(Note.objects.all()) == [pair]


def test_the_note_of_another_case_is_not_there(case):
    other = make_case(coordinator=case.coordinator)
    note = write(other, case.coordinator, OWN)
    client = Client()
    sign_in(client, case.coordinator)

    assert client.post(reverse("portal:desk:delete_note", args=[case.reference, note.pk])).status_code == 404
