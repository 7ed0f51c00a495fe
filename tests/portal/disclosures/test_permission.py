"""Permission to share: given, signed, taken back at once; nothing is told without one; the register never changes."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from portal.cases.actions import TransitionRefused
from portal.cases.models import Tie
from portal.cases.statuses import CaseStatus, Channel
from portal.disclosures import actions
from portal.disclosures.models import Disclosure, SharePermission
from portal.disclosures.register import register_words
from portal.disclosures.statuses import Answer, Basis
from portal.disclosures.subjects import Subject, subjects_of
from tests.counting import cost
from tests.factories import (
    make_neutral,
    make_programme,
    make_request,
    make_staff,
    sign_in,
    use_pass,
    verified,
)
from tests.factories.cases import make_case
from tests.factories.texts import make_texts

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def case():
    make_texts()
    return make_case(CaseStatus.ARRANGING, coordinator=make_staff(), accepted=[make_neutral()])


def alex_of(case):
    return subjects_of(case.matter)[0]


def sent(**changes):
    until = (timezone.localdate() + 30 * DAY).isoformat()
    usual = {"recipient": "Dean Holm", "what": "That I asked for help", "purpose": "A later exam", "until": until}
    return usual | {"typed_name": "Alex", "agreed": "on"} | changes


def permit(subject, by=None, channel=Channel.SELF, **changes):
    facts = {"recipient": "Dean Holm", "what": "That I asked", "purpose": "A later exam", "typed_name": "Alex"}
    facts |= {"until": timezone.localdate() + 30 * DAY} | changes
    return actions.give_permission(subject=subject, channel=channel, by=by or subject.row.entry, **facts)


def test_somebody_signs_a_permission_on_their_own_page_and_takes_it_back(case, client):
    use_pass(client, alex_of(case).row.entry)

    client.post(reverse("portal:disclosures:own"), sent())
    permission = SharePermission.objects.get()
    shown = client.get(reverse("portal:disclosures:own")).text
    client.post(reverse("portal:disclosures:take_back", args=[permission.pk]))
    permission.refresh_from_db()

    assert (permission.typed_name, permission.signed_on) == ("Alex", timezone.localdate())
    assert "Dean Holm" in shown
    assert not permission.is_live
    assert "Nobody outside the office is told anything" in client.get(reverse("portal:disclosures:own")).text


def test_a_visitor_without_a_case_is_protected_in_the_same_way(client):
    request = make_request()
    use_pass(client, request.entry)

    client.post(reverse("portal:disclosures:own"), sent())

    assert SharePermission.objects.get().request_id == request.pk


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"agreed": ""}, "Tick this to give the permission"),
        ({"typed_name": ""}, "Please answer"),
        ({"until": "2001-01-01"}, "from today on, within a year"),
        ({"until": "2999-01-01"}, "from today on, within a year"),
        ({"until": "soon"}, "date"),
        ({"what": "x" * 1001}, "shorten this by 1 letter: at most 1,000 fit"),
    ],
)
def test_what_is_wrong_gives_no_permission_and_loses_nothing_typed(case, client, change, words):
    use_pass(client, alex_of(case).row.entry)

    page = client.post(reverse("portal:disclosures:own"), sent(**change))

    assert page.status_code == 422
    assert words in page.text
    assert "Dean Holm" in page.text
    assert not SharePermission.objects.exists()


def test_nobody_gives_or_takes_back_for_somebody_else(case, client):
    alex, sam = subjects_of(case.matter)
    permission = permit(alex)
    use_pass(client, sam.row.entry)

    assert "Dean Holm" not in client.get(reverse("portal:disclosures:own")).text
    assert client.post(reverse("portal:disclosures:take_back", args=[permission.pk])).status_code == 404
    with pytest.raises(PermissionDenied):
        permit(alex, by=sam.row.entry)
    with pytest.raises(PermissionDenied):
        actions.revoke_permission(permission_id=permission.pk, channel=Channel.SELF, by=sam.row.entry)


def test_staff_write_down_what_was_signed_on_paper_and_what_was_only_said(case, client):
    sign_in(client, case.coordinator)
    address = reverse("portal:disclosures:permit", args=[case.reference])
    given = sent(whose="person-2", channel="PAPER")

    refused = client.post(address, given)
    client.post(address, given | {"signed_on": timezone.localdate().isoformat()})
    client.post(address, given | {"channel": "PHONE", "recipient": "Coach Hale"})

    assert "day on which the paper was signed" in refused.text
    rows = {one.recipient: (one.participant.number, one.is_signed) for one in SharePermission.objects.all()}
    assert rows == {"Dean Holm": (2, True), "Coach Hale": (2, False)}


def test_a_share_is_written_into_the_register_and_only_while_the_permission_holds(case, client):
    permission = permit(alex_of(case))
    sign_in(client, case.coordinator)
    address = reverse("portal:disclosures:share", args=[case.reference, permission.pk])
    today = timezone.localdate()

    client.post(address, {"what": "That Alex asked", "happened_on": today.isoformat()})
    early = client.post(address, {"what": "Kept words", "happened_on": (today - 5 * DAY).isoformat()})
    late = client.post(address, {"what": "Kept words", "happened_on": (today + DAY).isoformat()})
    actions.revoke_permission(permission_id=permission.pk, channel=Channel.SELF, by=permission.participant.entry)
    revoked = client.post(address, {"what": "Kept words", "happened_on": today.isoformat()})

    line = Disclosure.objects.get()
    assert (line.basis, line.recipient, line.interest) == (Basis.PERMISSION, "Dean Holm", "A later exam")
    assert "was not in force" in early.text
    assert "has not come yet" in late.text
    assert "was taken back" in revoked.text
    assert all("Kept words" in page.text for page in (early, late, revoked))


def test_a_programme_that_keeps_records_tells_them_only_on_a_signed_permission():
    programme = make_programme("ADR", destroys_at_close=False)
    case = make_case(programme=programme, coordinator=make_staff(programme=programme))
    permission = permit(alex_of(case), by=case.coordinator, channel=Channel.PHONE)

    with pytest.raises(TransitionRefused, match="signed and dated"):
        actions.log_share(permission_id=permission.pk, what="x", happened_on=timezone.localdate(), by=case.coordinator)


def test_an_order_is_followed_only_after_the_person_was_told(case, client):
    sign_in(client, case.coordinator)
    address = reverse("portal:disclosures:disclose", args=[case.reference])
    today = timezone.localdate().isoformat()
    asked = {"whose": "person-1", "basis": "ORDER", "answer": "GIVEN", "recipient": "A court", "interest": "A trial"}
    asked |= {"what": "Days of sessions", "happened_on": today}

    refused = client.post(address, asked)
    client.post(address, asked | {"person_told_on": today})
    client.post(address, asked | {"answer": "REFUSED", "recipient": "A newspaper", "basis": "OFFICIAL"})

    assert "the person is told" in refused.text
    assert {one.answer for one in Disclosure.objects.all()} == {Answer.GIVEN, Answer.REFUSED}


def test_what_rests_on_an_emergency_is_never_entered_by_hand(case):
    facts = {"recipient": "x", "interest": "x", "what": "x", "happened_on": timezone.localdate()}
    facts |= {"answer": Answer.GIVEN, "person_told_on": None, "by": case.coordinator}

    with pytest.raises(TransitionRefused, match="by itself"):
        actions.log_disclosure(subject=alex_of(case), basis=Basis.EMERGENCY, **facts)


def test_a_line_of_the_register_cannot_be_changed(case):
    actions.log_share(
        permission_id=permit(alex_of(case)).pk, what="x", happened_on=timezone.localdate(), by=case.coordinator
    )
    line = Disclosure.objects.get()
    line.what = "something else"

    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        line.save()


def test_the_register_prints_for_the_person_and_for_staff(case, client):
    actions.log_share(
        permission_id=permit(alex_of(case)).pk, what="x", happened_on=timezone.localdate(), by=case.coordinator
    )
    use_pass(client, alex_of(case).row.entry)
    own = client.get(reverse("portal:disclosures:own_register"))
    sign_in(client, case.coordinator)
    staff = client.get(reverse("portal:disclosures:register", args=[case.reference, "person-1"]))

    assert own.content[:4] == staff.content[:4] == b"%PDF"
    missing = client.get(reverse("portal:disclosures:register", args=[case.reference, "person-9"]))
    assert missing.status_code == 404


def told_in_an_emergency(matter, by):
    actions.write_disclosure(
        matter=matter,
        basis=Basis.EMERGENCY,
        recipient="Campus police",
        interest="Sam says that Alex follows her home",
        what="Where Sam lives",
        by=by,
    )


def test_no_party_prints_what_another_said_in_danger_nor_that_there_was_anything(case):
    people = subjects_of(case.matter)
    before = [register_words(one) for one in people]
    told_in_an_emergency(case.matter, case.coordinator)

    assert [register_words(one) for one in people] == before
    assert all("Ask to see your record" in words for words in before)


def test_whoever_is_alone_in_a_matter_prints_what_was_told_because_of_danger():
    make_texts()
    by = make_staff()
    (writer,) = subjects_of(make_request().matter)
    told_in_an_emergency(writer.matter, by)

    assert "Campus police" in register_words(writer)


def test_a_tie_hides_the_permissions_and_stops_telling(case, client):
    permission = permit(alex_of(case))
    Tie.objects.create(matter=case.matter, person=case.coordinator, answer="YES", source="NAMED")
    sign_in(client, case.coordinator)

    assert client.get(reverse("portal:disclosures:sharing", args=[case.reference])).status_code == 404
    assert not SharePermission.objects.visible_to(verified(case.coordinator)).exists()
    with pytest.raises(PermissionDenied):
        actions.log_share(permission_id=permission.pk, what="x", happened_on=timezone.localdate(), by=case.coordinator)


def test_a_mediator_sees_no_permission(case, client):
    permit(alex_of(case))
    mediator = case.assignments.get().neutral
    sign_in(client, mediator)

    assert client.get(reverse("portal:disclosures:sharing", args=[case.reference])).status_code == 403
    assert not SharePermission.objects.visible_to(verified(mediator)).exists()


def test_the_screens_ask_the_same_number_of_questions_however_many_rows(case, client):
    alex, mine = alex_of(case), Client()
    sign_in(client, case.coordinator)
    use_pass(mine, alex.row.entry)
    counts = []
    for rows in (1, 2):
        for _ in range(rows):
            permission = permit(Subject(case.matter, participant=alex.participant))
            actions.log_share(
                permission_id=permission.pk, what="x", happened_on=timezone.localdate(), by=case.coordinator
            )
        staff = cost(client, reverse("portal:disclosures:sharing", args=[case.reference]))
        counts.append((staff, cost(mine, reverse("portal:disclosures:own"))))

    assert counts[0] == counts[1]
    assert max(counts[0]) <= 15
