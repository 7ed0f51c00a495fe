"""Somebody asks for their record: 45 days, a draft without other people, a person who approves it, a package."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from portal.access import actions
from portal.access.models import AccessItem, AccessRequest
from portal.access.package import record_words
from portal.access.statuses import AccessStatus, KnownBy
from portal.cases.actions import TransitionRefused, write_meeting, write_note
from portal.cases.models import Tie
from portal.cases.statuses import CaseStatus, Channel, NoteAudience
from portal.disclosures.models import Disclosure
from portal.disclosures.subjects import subjects_of
from portal.intake.actions import write_message
from portal.mail.models import Mailing
from portal.records.gates import is_held, missing_to_close
from tests.counting import cost
from tests.factories import (
    make_neutral,
    make_participant,
    make_programme,
    make_request,
    make_staff,
    sign_in,
    use_pass,
    verified,
)
from tests.factories.cases import make_case
from tests.factories.closing import make_closable_case
from tests.factories.texts import make_texts

pytestmark = pytest.mark.django_db
# What Sam says stays Sam's, wherever somebody has written it down.
CANARY = "marigold lanterns over the quiet eastern harbour"


@pytest.fixture
def case():
    make_texts()
    case = make_case(CaseStatus.ARRANGING, coordinator=make_staff(email="c@example.edu"), accepted=[make_neutral()])
    alex, sam = (one.row for one in subjects_of(case.matter))
    write_message(entry_id=alex.entry_id, body="I want to sleep. Sam shouts at night.", by=alex.entry)
    write_message(entry_id=sam.entry_id, body=f"Nobody knows: {CANARY}.", by=sam.entry)
    by = case.coordinator
    for person, words in ((alex, "An apology from Sam"), (sam, f"Wants {CANARY}")):
        parts = {"expectations": words}
        facts = {"held_on": timezone.localdate(), "channel": Channel.PHONE, "by": by}
        write_meeting(participant_id=person.pk, parts=parts, **facts)
    note = f"Alex called about the key. Sam is tired. Alex heard from Sam: {CANARY}. Write to Alex."
    write_note(matter_id=case.matter_id, body=note, by=by)
    own = "Alex reminds me of my brother"
    write_note(matter_id=case.matter_id, body=own, by=by, audience=NoteAudience.OWN)
    return case


@pytest.fixture
def client(case):
    client = Client()
    sign_in(client, case.coordinator)
    return client


def alex_of(case):
    return subjects_of(case.matter)[0]


def asked_by(subject):
    return actions.ask_for_access(subject=subject, wish="", channel=Channel.SELF, by=subject.row.entry)


def drafted(case, subject=None):
    asked = asked_by(subject or alex_of(case))
    actions.draft(access_id=asked.pk, by=case.coordinator)
    asked.refresh_from_db()
    return asked


def stamp(asked):
    return asked.drafted_at.isoformat()


def test_somebody_asks_on_their_page_and_the_clock_of_45_days_runs(case):
    page = Client()
    use_pass(page, alex_of(case).row.entry)
    Mailing.objects.all().delete()

    page.post(reverse("portal:access:own"), {"wish": "The notes"})
    page.post(reverse("portal:access:own"), {"wish": "Once more"})

    asked = AccessRequest.objects.get()
    assert (asked.wish, asked.due_on) == ("The notes", timezone.localdate() + timedelta(days=45))
    assert asked.due_on.strftime("%-d") in page.get(reverse("portal:access:own")).text
    assert Mailing.objects.filter(vault_key=case.matter_id).count() == 1


def test_staff_write_down_who_asked_and_how_they_know_them(case, client):
    address = reverse("portal:access:ask", args=[case.reference])
    sent = {"whose": "person-2", "channel": "PHONE", "wish": "All of it"}

    refused = client.post(address, sent)
    client.post(address, sent | {"known_by": "PHRASE"})

    assert (refused.status_code, "All of it" in refused.text) == (422, True)
    assert AccessRequest.objects.get().known_by == KnownBy.PHRASE
    with pytest.raises(TransitionRefused, match="how you know"):
        actions.ask_for_access(subject=alex_of(case), wish="", channel=Channel.PHONE, by=case.coordinator)


def test_the_draft_holds_what_is_theirs_and_nothing_of_anybody_else(case):
    asked = drafted(case)

    text = "\n".join(f"{one.title}\n{one.body}" for one in asked.items.all())
    assert "[Person 2] shouts at night" in text
    assert "An apology from [Person 2]" in text
    assert "Alex called about the key" in text
    assert "Sam" not in text
    assert "is tired" not in text
    assert "marigold" not in text
    assert "my brother" not in text
    assert sum(one.hidden for one in asked.items.all()) >= 3


@pytest.mark.parametrize("place", [0, 1])
def test_no_released_package_holds_another_participants_words(case, client, place):
    """The canary of the feature: whoever asks, what the other one said is in no piece, no title and no page."""
    subject = subjects_of(case.matter)[place]
    other = subjects_of(case.matter)[1 - place]
    asked = drafted(case, subject)
    actions.approve(access_id=asked.pk, drafted_at=stamp(asked), by=case.coordinator)
    actions.release(access_id=asked.pk, by=case.coordinator)
    asked.refresh_from_db()

    words = record_words(asked)
    assert other.name not in words
    assert other.row.contact["email"] not in words
    assert ("marigold" in words) == (place == 1)
    assert ("shouts at night" in words) == (place == 0)


def test_a_name_or_somebody_elses_words_cannot_be_put_back(case, client):
    asked = drafted(case)
    piece = asked.items.first()
    address = reverse("portal:access:item", args=[asked.pk, piece.position])

    named = client.post(address, {"body": "As Sam said", "is_included": "on"})
    echoed = client.post(address, {"body": f"It was {CANARY} again", "is_included": "on"})
    client.post(address, {"body": "Only this", "is_included": "on"})

    assert [page.status_code for page in (named, echoed)] == [422, 422]
    assert "As Sam said" in named.text
    piece.refresh_from_db()
    assert (piece.body, piece.is_edited) == ("Only this", True)


def test_what_was_left_out_is_not_in_the_package(case):
    asked = drafted(case)
    for piece in asked.items.all():
        actions.change_item(item_id=piece.pk, body=piece.body, is_included=False, by=case.coordinator)
    actions.approve(access_id=asked.pk, drafted_at=stamp(asked), by=case.coordinator)

    assert "key" not in record_words(asked)


def test_nothing_is_handed_over_before_a_person_has_read_it(case, client):
    asked = drafted(case)

    with pytest.raises(TransitionRefused, match="reads the draft"):
        actions.release(access_id=asked.pk, by=case.coordinator)
    unread = client.post(reverse("portal:access:approve", args=[asked.pk]), {"drafted_at": stamp(asked)})

    assert "Read the draft to its end" in unread.text
    assert client.get(reverse("portal:access:package", args=[asked.pk])).status_code == 403


def test_a_draft_made_anew_is_read_anew(case, client):
    asked = drafted(case)
    actions.draft(access_id=asked.pk, by=case.coordinator)

    page = client.post(reverse("portal:access:approve", args=[asked.pk]), {"drafted_at": stamp(asked), "read": "on"})

    assert "made anew meanwhile" in page.text


def test_somebody_who_came_in_since_the_draft_is_found_at_the_approval(case):
    asked = drafted(case)
    piece = asked.items.first()
    piece.body = "With Kim there"
    piece.save()
    make_participant(case, name="Kim")

    with pytest.raises(TransitionRefused, match="has come in since"):
        actions.approve(access_id=asked.pk, drafted_at=stamp(asked), by=case.coordinator)


def test_the_person_finds_the_package_on_their_page_and_it_stands_in_the_register(case, client):
    asked = drafted(case)
    page = Client()
    use_pass(page, alex_of(case).row.entry)
    copy = reverse("portal:access:own_package", args=[asked.pk])
    assert page.get(copy).status_code == 404

    sent = {"drafted_at": stamp(asked), "read": "on"}
    client.post(reverse("portal:access:approve", args=[asked.pk]), sent)
    client.post(reverse("portal:access:release", args=[asked.pk]))
    mine = page.get(copy)
    staff = client.get(reverse("portal:access:package", args=[asked.pk]))

    assert mine.content[:4] == b"%PDF"
    assert mine.content == staff.content
    assert Disclosure.objects.get().basis == "OWN"
    other = Client()
    use_pass(other, subjects_of(case.matter)[1].row.entry)
    assert other.get(copy).status_code == 404


def test_while_it_is_open_nothing_is_destroyed_and_the_screens_say_so():
    case, by = make_closable_case()
    make_texts()
    assert missing_to_close(case.matter) == []
    asked = asked_by(alex_of(case))
    client = Client()
    sign_in(client, by)

    assert is_held(case.matter_id)
    assert "asked to see or to change" in client.get(reverse("portal:records:close", args=[case.reference])).text
    assert "asked to see or to change" in client.get(case.get_absolute_url()).text
    actions.take_back_request(access_id=asked.pk, channel=Channel.SELF, by=asked.participant.entry)
    assert missing_to_close(case.matter) == []


def test_a_programme_that_keeps_records_is_held_in_the_same_way():
    programme = make_programme("ADR", destroys_at_close=False)
    case = make_case(CaseStatus.ENDED, programme=programme, coordinator=make_staff(programme=programme))
    asked_by(alex_of(case))

    assert is_held(case.matter_id)


def test_who_answers_hears_when_the_last_day_comes_near(case):
    asked = asked_by(alex_of(case))
    before = Mailing.objects.count()
    assert actions.remind_of_due() == 0
    AccessRequest.objects.update(due_on=timezone.localdate() + timedelta(days=9))

    assert actions.remind_of_due() == 1
    assert actions.remind_of_due() == 0
    assert Mailing.objects.count() == before + 1
    assert asked.is_open


def test_a_case_manager_a_mediator_and_somebody_with_a_tie_do_not_answer(case):
    asked = drafted(case)
    tied = make_staff("DIRECTOR")
    Tie.objects.create(matter=case.matter, person=tied, answer="YES", source="NAMED")

    for person in (make_staff("CASE_MANAGER"), case.assignments.get().neutral, tied):
        assert not AccessRequest.objects.visible_to(verified(person)).exists()
        assert not AccessItem.objects.visible_to(verified(person)).exists()
        with pytest.raises(PermissionDenied):
            actions.approve(access_id=asked.pk, drafted_at=stamp(asked), by=person)


def test_nobody_asks_for_somebody_else(case):
    alex, sam = subjects_of(case.matter)

    with pytest.raises(PermissionDenied):
        actions.ask_for_access(subject=sam, wish="", channel=Channel.SELF, by=alex.row.entry)


def test_a_writer_without_a_case_gets_what_they_wrote(client):
    request = make_request(story="The bench was locked", others="Sam Lee")
    coordinator = make_staff()
    subject = subjects_of(request.matter)[0]
    asked = asked_by(subject)
    actions.draft(access_id=asked.pk, by=coordinator)

    text = "\n".join(one.body for one in asked.items.all())
    assert "The bench was locked" in text
    assert "Sam" not in text
    assert asked.items.filter(is_own=True).exists()


def test_the_board_asks_the_same_number_of_questions_however_many_rows(case, client):
    asked_by(alex_of(case))
    client.get(reverse("portal:access:board"))
    one = cost(client, reverse("portal:access:board"))
    for name in ("Kim", "Lou"):
        other = make_case(coordinator=case.coordinator, names=(name, "Pat"))
        asked_by(alex_of(other))

    assert cost(client, reverse("portal:access:board")) == one <= 15
    assert AccessRequest.objects.filter(status=AccessStatus.ASKED).count() == 3
