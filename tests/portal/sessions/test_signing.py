"""Nobody signs words that were not on their page."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from portal.agreements.models import Agreement, Signature
from tests.factories import sign_in, use_pass
from tests.factories.sessions import make_gathered_session, signature_of

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
