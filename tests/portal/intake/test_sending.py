"""Taking a request in, whoever writes it down."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connections
from django.utils import timezone

from portal.audit.events import AuditEvent
from portal.audit.models import AuditLink
from portal.cases.models import Matter, Tie
from portal.intake import actions
from portal.intake.envelope import EnvelopeKey
from portal.intake.models import InformationTally, Request
from portal.intake.queries import draft_content
from portal.passes.models import Pass
from portal.vault import keyring
from portal.vault.keystore.models import DataKey, KeyPurpose
from tests.factories import make_request, make_request_with_slip, make_staff, make_wish

pytestmark = pytest.mark.django_db


def matter_keys():
    return set(DataKey.objects.filter(purpose=KeyPurpose.MATTER).values_list("pk", flat=True))


def test_a_request_its_matter_and_its_pass_share_one_key():
    request = make_request()

    assert request.vault_key == request.matter_id == request.entry.vault_key
    assert matter_keys() == {request.vault_key}
    assert AuditLink.objects.filter(kind=AuditEvent.REQUEST_SENT, chain=request.matter.chain_id).count() == 1


def test_the_slip_is_all_that_holds_the_code():
    request, slip = make_request_with_slip()

    assert set(slip) == {"reference", "code", "phrase", "reply_due_on", "safe_way"}
    assert slip["code"] not in str(Pass.objects.values().get())
    assert request.entry.phrase == slip["phrase"]


def test_the_same_key_sends_once():
    key, wish = EnvelopeKey.new(), make_wish()
    first = actions.send_request(wish=wish, key=key)

    with pytest.raises(actions.AlreadySent) as second:
        actions.send_request(wish=wish, key=key)

    assert second.value.request == first
    assert Request.objects.count() == Matter.objects.count() == len(matter_keys()) == 1


def test_a_refused_request_leaves_no_key_behind():
    dana = make_staff()
    wish = make_wish(tied=[dana])

    with pytest.raises(actions.NobodyLeft):
        actions.send_request(wish=wish, key=EnvelopeKey.new())

    assert Matter.objects.count() == 0
    assert matter_keys() == set()


def test_naming_somebody_who_opens_no_requests_anyway_leaves_the_others():
    make_staff()
    mediator = make_staff("NEUTRAL")

    request = make_request(tied=[mediator])

    assert list(Tie.objects.values_list("matter", "person", "source")) == [(request.matter_id, mediator.pk, "NAMED")]


def test_staff_log_a_call_through_the_same_action():
    dana = make_staff()
    came = timezone.now() - timedelta(days=2)

    request = make_request(by=dana, came_by="PHONE", first_contact_at=came)

    assert (request.came_by, request.logged_by, request.assigned_to) == ("PHONE", dana, dana)
    assert request.first_contact_at == request.matter.first_contact_at == came
    assert AuditLink.objects.filter(kind=AuditEvent.CONTACT_LOGGED).count() == 1


@pytest.mark.parametrize("role", ["NEUTRAL", "INTERN", "EDITOR", "AUDITOR"])
def test_others_may_not_log_contacts(role):
    wish, somebody = make_wish(), make_staff(role)

    with pytest.raises(PermissionDenied):
        actions.send_request(wish=wish, key=EnvelopeKey.new(), by=somebody)

    assert Request.objects.count() == 0


def test_information_only_leaves_a_number_and_no_row_about_anybody():
    programme, dana = make_wish().programme, make_staff()

    for by in (dana, None, None):
        actions.count_information(programme=programme, asks_for="COACHING", came_by="PHONE" if by else "WEB", by=by)

    lines = InformationTally.objects.values_list("came_by", "asks_for", "count")
    assert set(lines) == {("PHONE", "COACHING", 1), ("WEB", "COACHING", 2)}
    assert Matter.objects.count() == 0


def test_only_staff_who_log_contacts_count_them():
    with pytest.raises(PermissionDenied):
        actions.count_information(
            programme=make_wish().programme, asks_for="COACHING", came_by="PHONE", by=make_staff("NEUTRAL")
        )


def test_a_draft_opens_only_with_the_key_that_sealed_it():
    key = EnvelopeKey.new()
    actions.save_draft(key=key, content={"answers": {}})

    assert draft_content(key) == {"answers": {}}
    assert draft_content(EnvelopeKey.new()) is None
    assert draft_content(None) is None
    assert key.open(EnvelopeKey.new().seal({})) is None


@pytest.mark.parametrize("text", ["", None, "short", "ü" * 43, "a" * 61, "=" * 43])
def test_what_is_not_a_key_is_no_key(text):
    assert EnvelopeKey.parse(text) is None


def test_a_key_survives_the_cookie_and_never_shows_itself():
    key = EnvelopeKey.new()

    assert EnvelopeKey.parse(str(key)) == key
    assert str(key) not in repr(key)


@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_the_same_moment_are_one_request():
    key, wish = EnvelopeKey.new(), make_wish()
    actions.save_draft(key=key, content={"answers": {}})
    start, seen = Barrier(2), []

    def click():
        with keyring.scope():
            start.wait()
            try:
                seen.append(actions.send_request(wish=wish, key=key).reference)
            except actions.AlreadySent as earlier:
                seen.append(earlier.request.reference)
        connections.close_all()

    clicks = [Thread(target=click) for _number in range(2)]
    for one in clicks:
        one.start()
    for one in clicks:
        one.join()

    assert seen == [Request.objects.get().reference] * 2
    assert matter_keys() == {Request.objects.get().vault_key}
    assert draft_content(key)["slip"]["reference"] == seen[0]
