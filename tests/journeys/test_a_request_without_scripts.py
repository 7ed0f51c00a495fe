"""The whole request, and the first message after it, on a phone that runs no scripts."""

import pytest

from portal.intake.models import Message, Request

from . import from_request_to_everyone as first
from .actors import open_office


@pytest.fixture(autouse=True)
def office(live_server):
    return open_office()


def test_a_request_works_without_scripts(person):
    requester = person(phone=True, scripts=False)

    first.read_the_public_pages(requester)
    first.answer_the_questions(requester)
    code, phrase, reference = first.send_it(requester)
    first.come_back_and_write(requester, code)

    assert Request.objects.get().reference == reference
    assert len(phrase.split()) == 2
    assert Message.objects.count() == 1
