"""Nobody signs words that were not on their page."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from portal.agreements.actions import sign, take_back_signature
from portal.agreements.models import Agreement, Signature
from portal.audit.events import AuditEvent
from portal.audit.queries import entries_of
from tests.factories import sign_in, use_pass
from tests.factories.sessions import make_gathered_session, make_running_session, sign_all, signature_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("door", ["own page", "device"])
def test_words_that_changed_under_the_hand_are_read_anew_before_they_are_signed(door):
    session, pair = make_gathered_session()
    alex = session.case.participants.first()
    client = Client()
    sign_in(client, pair[0])
    url = reverse("portal:sessions:sign_here", args=[session.pk, alex.pk])
    if door == "own page":
        client, url = Client(), reverse("portal:party:sign")
        use_pass(client, alex.entry)
    read = signature_of(session.case, alex)
    old = Agreement.objects.get(pk=read["shown"])
    Agreement.objects.filter(pk=old.pk).update(replaced_at=timezone.now())
    facts = {name: getattr(old, name) for name in ("vault_key", "case", "variant", "template", "values", "sha256")}
    new = Agreement.objects.create(
        version=old.version + 1, text="Quite other words", signing_opened_at=timezone.now(), **facts
    )

    response = client.post(url, read)

    assert response.status_code == 422
    assert "Please read them once more" in response.text
    assert "Quite other words" in response.text
    assert not Signature.objects.exists()
    client.post(url, read | {"shown": str(new.pk)})
    assert Signature.objects.get().agreement_id == new.pk


def signed_in(viewer):
    client = Client()
    sign_in(client, viewer)
    return client


def back(session, signature):
    return reverse("portal:sessions:take_back_signature", args=[session.pk, signature.pk])


@pytest.mark.parametrize("who", ["mediator", "coordinator"])
def test_a_signature_in_anothers_place_is_taken_back_before_the_start(who):
    session, pair = make_gathered_session()
    sign_all(session.case, pair)
    sam = session.case.participants.last()
    signature = Signature.objects.get(participant=sam)
    client = signed_in(pair[0] if who == "mediator" else session.case.coordinator)
    assert back(session, signature) in client.get(session.get_absolute_url()).text

    page = client.post(back(session, signature), follow=True)
    again = client.post(back(session, signature))

    assert f"{sam.display_name} has not signed now" in page.text
    assert f"Waiting for {sam.display_name} to sign" in page.text
    assert again.status_code == 404
    assert not Signature.objects.filter(participant=sam).exists()
    kept = entries_of(session.case.matter, AuditEvent.SIGNATURE_TAKEN_BACK)
    assert [one.facts for one in kept] == [{"method": "OWN_PAGE"}]
    agreement = signature.agreement_id
    facts = {"typed_name": "Sam", "method": "DEVICE", "agreed_to_electronic": True}
    sign(agreement_id=agreement, participant_id=sam.pk, by=pair[0], **facts)
    assert Signature.objects.get(participant=sam).method == "DEVICE"


def test_the_signature_of_a_mediator_is_taken_back_too():
    session, pair = make_gathered_session()
    sign_all(session.case, pair)
    signature = Signature.objects.get(neutral=pair[1])

    take_back_signature(signature_id=signature.pk, by=pair[0])

    assert not Signature.objects.filter(neutral=pair[1]).exists()


def test_once_the_session_has_started_what_was_signed_stays():
    session, pair = make_running_session()
    signature = Signature.objects.filter(participant__isnull=False).first()

    page = signed_in(pair[0]).post(back(session, signature), follow=True)

    assert "what was signed stays" in page.text
    assert Signature.objects.filter(pk=signature.pk).exists()


def test_nobody_else_takes_a_signature_back_and_none_of_another_case():
    session, pair = make_gathered_session()
    sign_all(session.case, pair)
    signature = Signature.objects.filter(participant__isnull=False).first()
    other, others = make_gathered_session()

    with pytest.raises(PermissionDenied):
        take_back_signature(signature_id=signature.pk, by=others[0])
    assert signed_in(others[0]).post(back(other, signature)).status_code == 404
    assert signed_in(others[0]).post(back(session, signature)).status_code == 404
    assert Signature.objects.filter(pk=signature.pk).exists()
