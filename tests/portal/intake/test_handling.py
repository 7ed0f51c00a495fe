"""What becomes of a request after it has come in."""

import pytest
from django.core.exceptions import PermissionDenied

from portal.audit.events import AuditEvent
from portal.audit.models import AuditLink
from portal.cases.actions import TransitionRefused
from portal.cases.models import Tie
from portal.cases.statuses import Ending
from portal.intake import actions
from portal.intake.envelope import EnvelopeKey
from portal.intake.models import Request
from portal.intake.queries import belong_together, draft_content
from portal.intake.statuses import SafeWay
from portal.mail.models import Mailing
from portal.passes import actions as passes
from portal.vault import tokens
from tests.factories import make_pass, make_request, make_request_with_slip, make_staff, verified

pytestmark = pytest.mark.django_db


def recorded(kind):
    return AuditLink.objects.filter(kind=kind).count()


def test_a_request_is_given_to_somebody_of_the_team():
    dana, luis, request = make_staff(), make_staff(), make_request()

    actions.assign_request(request_id=request.pk, to=luis, by=dana)

    request.refresh_from_db()
    assert request.assigned_to == luis
    assert recorded(AuditEvent.REQUEST_TAKEN) == 1


def test_nobody_can_be_given_what_they_must_not_see():
    dana, luis = make_staff(), make_staff()
    request = make_request(tied=[luis])

    for person in (luis, make_staff("NEUTRAL")):
        with pytest.raises(PermissionDenied):
            actions.assign_request(request_id=request.pk, to=person, by=dana)


def test_a_request_of_somebody_under_18_waits_for_the_rule():
    dana, request = make_staff(), make_request(is_minor=True)
    held = request.is_held_for_age

    actions.clear_minor(request_id=request.pk, rule="A parent was told; the director agreed", by=dana)
    actions.clear_minor(request_id=request.pk, rule="Another one", by=dana)

    request.refresh_from_db()
    assert held
    assert not request.is_held_for_age
    assert (request.minor_cleared_by, request.minor_rule) == (dana, "A parent was told; the director agreed")
    assert recorded(AuditEvent.REQUEST_RELEASED) == 1


def test_staff_hold_a_request_when_they_hear_that_its_writer_is_under_18():
    dana, request = make_staff(), make_request()

    actions.mark_minor(request_id=request.pk, by=dana)
    actions.mark_minor(request_id=request.pk, by=dana)

    request.refresh_from_db()
    assert request.is_held_for_age
    assert recorded(AuditEvent.REQUEST_HELD) == 1


def test_the_writer_ends_their_request_and_saying_it_twice_changes_nothing():
    request = make_request()

    actions.end_request(request_id=request.pk, ending=Ending.NOT_PURSUED, by=request.entry)
    actions.end_request(request_id=request.pk, ending=Ending.NOT_PURSUED, by=request.entry)

    request.refresh_from_db()
    assert (request.status, request.ending) == ("ENDED", "NOT_PURSUED")
    assert recorded(AuditEvent.REQUEST_CLOSED) == 1


def test_staff_end_a_request_only_in_the_ways_that_need_no_decision():
    dana, request = make_staff(), make_request()

    with pytest.raises(TransitionRefused):
        actions.end_request(request_id=request.pk, ending=Ending.UNSUITABLE, by=dana)
    actions.end_request(request_id=request.pk, ending=Ending.INFORMATION, by=dana)

    request.refresh_from_db()
    assert request.ending == "INFORMATION"


def test_another_pass_does_not_end_a_request():
    request = make_request()

    with pytest.raises(PermissionDenied):
        actions.end_request(request_id=request.pk, ending=Ending.NOT_PURSUED, by=make_pass().entry)


def test_closing_ends_what_is_still_open():
    request = make_request()

    actions.end_open_requests(request.matter, ending=Ending.IDLE)

    request.refresh_from_db()
    assert (request.status, request.ending) == ("ENDED", "IDLE")


def test_a_new_code_ends_the_old_one_at_once():
    dana = make_staff()
    request, old = make_request_with_slip()
    key = EnvelopeKey.new()

    actions.renew_code(request_id=request.pk, key=key, by=dana)

    new = draft_content(key)["slip"]
    assert new["code"] != old["code"]
    with pytest.raises(passes.EntryRefused):
        passes.enter(code=old["code"], network="test")
    assert passes.enter(code=new["code"], network="test")
    assert recorded(AuditEvent.PASS_ISSUED) == 1


@pytest.mark.parametrize("said", ["{}", "{} ", " {}!", "{}."])
def test_the_phone_phrase_matches_as_it_is_spoken(said):
    dana, request = make_staff(), make_request()

    assert actions.check_phrase(request_id=request.pk, said=said.format(request.entry.phrase.upper()), by=dana)
    assert recorded(AuditEvent.PHRASE_MATCHED) == 1


def test_another_phrase_is_refused_and_recorded():
    dana, request = make_staff(), make_request()

    assert not actions.check_phrase(request_id=request.pk, said="no idea", by=dana)
    assert recorded(AuditEvent.PHRASE_REFUSED) == 1


def test_from_a_change_on_only_the_new_way_is_used():
    dana, request = make_staff(), make_request()
    actions.answer(entry_id=request.entry_id, body="Hello", by=dana)

    actions.change_contact(
        request_id=request.pk, safe_way=SafeWay.PHONE, contact={"phone": "555-0101", "when": ""}, by=request.entry
    )
    actions.answer(entry_id=request.entry_id, body="Hello again", by=dana)

    assert [one.state for one in Mailing.objects.all()] == ["DROPPED"]
    assert tokens.find("EMAIL", "alex@example.org") == set()
    assert tokens.find("PHONE", "(555) 0101") == {request.pk}


def test_a_changed_address_of_our_own_staff_writes_the_tie():
    make_staff()
    luis, request = make_staff(email="luis@example.edu"), make_request()

    actions.change_contact(
        request_id=request.pk,
        safe_way=SafeWay.EMAIL,
        contact={"email": "luis@example.edu", "shared_mailbox": False},
        by=request.entry,
    )

    assert [tie.person for tie in Tie.objects.all()] == [luis]
    assert request not in Request.objects.visible_to(verified(luis))


@pytest.mark.parametrize(
    "act",
    [
        lambda request, by: actions.assign_request(request_id=request.pk, to=by, by=by),
        lambda request, by: actions.clear_minor(request_id=request.pk, rule="x", by=by),
        lambda request, by: actions.mark_minor(request_id=request.pk, by=by),
        lambda request, by: actions.end_request(request_id=request.pk, ending=Ending.INFORMATION, by=by),
        lambda request, by: actions.renew_code(request_id=request.pk, key=EnvelopeKey.new(), by=by),
        lambda request, by: actions.check_phrase(request_id=request.pk, said="x", by=by),
        lambda request, by: actions.change_contact(request_id=request.pk, safe_way="CODE", contact={}, by=by),
    ],
)
def test_neither_a_neutral_nor_somebody_with_a_tie_does_anything(act):
    make_staff()
    luis, neutral = make_staff(), make_staff("NEUTRAL")
    request = make_request(tied=[luis], is_minor=True)

    for person in (luis, neutral):
        with pytest.raises(PermissionDenied):
            act(request, person)


def test_staff_see_that_two_requests_may_belong_together_unless_a_tie_hides_one():
    dana, luis = make_staff(), make_staff()
    mine = make_request(name="Alex Rivera", others="Sam Lee", contact={}, safe_way="CODE")
    yours = make_request(name="Sam Lee", others="", contact={}, safe_way="CODE", tied=[luis])
    make_request(name="Sam", others="", contact={}, safe_way="CODE")

    assert belong_together(mine, verified(dana)) == [yours]
    assert belong_together(yours, verified(dana)) == [mine]
    assert belong_together(mine, verified(luis)) == []
