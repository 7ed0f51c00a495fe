"""What "confidential*" means stands under every page of a participant, in the words of their own programme."""

import pytest
from django.test import Client
from django.urls import reverse

from portal.handbook.models import Notice
from portal.handbook.statuses import NoticeKind
from tests.factories import make_staff, use_pass
from tests.factories.cases import make_case
from tests.factories.texts import make_resolution_texts, make_texts

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def programmes():
    return {"mediation": make_texts(), "kept": make_resolution_texts()}


def say(programme, words):
    rows = Notice.objects.filter(programme=programme, kind=NoticeKind.CONFIDENTIALITY_SHORT, process="", language="en")
    assert rows.update(body=f"*{words}") == 1


@pytest.mark.parametrize(("own", "other"), [("mediation", "kept"), ("kept", "mediation")])
def test_each_programme_says_it_in_its_own_words(programmes, own, other):
    say(programmes[own], "Said by ours")
    say(programmes[other], "Said by others")
    case = make_case(programme=programmes[own], coordinator=make_staff(programme=programmes[own]))
    client = Client()
    use_pass(client, case.participants.get(number=1).entry)

    page = client.get(reverse("portal:party:home")).text

    assert "Said by ours" in page
    assert "Said by others" not in page
