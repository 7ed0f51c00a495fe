"""A no, or no answer, may become a yes until close (P9)."""

import datetime

import pytest
import time_machine
from django.urls import reverse

from portal.cases import actions, gates
from portal.cases.models import Case
from portal.cases.statuses import CaseStatus, Channel, Ending, Willing
from portal.mail.models import Mailing
from tests.factories import sign_in, use_pass
from tests.portal.cases.people import answer, fresh, inviting_case, join, others_of, read, requester_of, say_yes

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["no", "nothing", "set aside"])
def ended(request):
    """A case that could not go on, because of a no, of no answer, or of the office; the other holds a pass."""
    case = inviting_case()
    requester, other = requester_of(case), join(others_of(case)[0], case.coordinator)
    say_yes(requester)
    if request.param == "no":
        answer(other, False)
    if request.param == "set aside":
        actions.set_aside(case_id=case.pk, by=case.coordinator)
    with time_machine.travel(case.answer_by + datetime.timedelta(days=1), tick=True):
        actions.end_unanswered()
        yield case, fresh(requester), fresh(other)


def kept(case):
    found = Case.objects.select_related("programme", "matter").get(pk=case.pk)
    found.coordinator = case.coordinator
    return found


def test_somebody_comes_back_on_their_own_page(client, ended):
    _case, _requester, other = ended
    use_pass(client, other.entry)
    assert "I would like to take part after all" in client.get(reverse("portal:party:home")).content.decode()

    shown = client.get(reverse("portal:party:rights")).context["form"]["shown"].value()
    client.post(reverse("portal:party:rights"), {"shown": shown, "read": "on"})
    page = client.post(reverse("portal:party:take_part"), {"answer": "YES"}, follow=True)

    assert "Thank you for coming back." in page.content.decode()
    assert fresh(other).willing == Willing.YES


def test_the_requester_sees_nothing_of_it(client, ended):
    case, requester, other = ended
    use_pass(client, requester.entry)
    assert client.get(reverse("portal:party:take_part")).status_code == 404
    before = Mailing.objects.count()

    read(other)
    answer(other, True)

    assert Mailing.objects.count() == before
    assert kept(case).status == CaseStatus.ENDED
    assert "We could not go on" in client.get(reverse("portal:party:home")).content.decode()


def test_staff_ask_everyone_again_only_when_somebody_came_back(ended):
    case, requester, other = ended
    with pytest.raises(actions.TransitionRefused, match="Nobody has come back"):
        actions.move_case(case_id=case.pk, step="reopen", actor=case.coordinator)
    read(other)
    answer(other, True)
    if kept(case).ending == Ending.UNSUITABLE:
        assert gates.somebody_came_back(kept(case)) != []
        return

    actions.move_case(case_id=case.pk, step="reopen", actor=case.coordinator)

    case = kept(case)
    assert (case.status, case.ending, case.ended_at) == (CaseStatus.INVITING, "", None)
    assert case.answer_by > datetime.date.today()
    assert (fresh(requester).willing, fresh(other).willing) == (Willing.ASKED, Willing.YES)
    answer(requester, True)
    assert kept(case).status == CaseStatus.ARRANGING


def test_nobody_says_no_once_it_has_ended(ended):
    _case, _requester, other = ended

    with pytest.raises(actions.TransitionRefused):
        answer(other, False)


def test_staff_write_down_that_somebody_came_back(client, ended):
    case, _requester, other = ended
    read(other)
    sign_in(client, case.coordinator)
    address = reverse("portal:cases:enter_step", args=[case.reference, other.number])

    client.post(address, {"step": "YES", "channel": Channel.PHONE})

    assert fresh(other).willing == Willing.YES
