"""Between two parties: no name, no answer, no hint of one, before everyone has said yes."""

import datetime
import re

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from portal.cases import actions
from portal.cases.models import Case
from portal.cases.statuses import CaseStatus, Channel, Ending, Route
from portal.passes.actions import EntryRefused, accept
from tests.factories import use_pass
from tests.portal.cases.people import answer, fresh, inviting_case, join, opened_case, others_of, read, requester_of

pytestmark = pytest.mark.django_db

PAGES = ("home", "rights", "take_part", "details", "more_time", "held", "others", "add_other", "companions")
CANARY = "Zanzibarina"


def see(client, person, *names):
    """What one person's pages say, without what is new on every page anyway."""
    use_pass(client, fresh(person).entry)
    seen = {}
    for name in names:
        page = client.get(reverse(f"portal:party:{name}"))
        text = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page.content.decode())
        seen[name] = (page.status_code, re.sub(r'nonce="[^"]+"', "", text))
    return seen


def tell_all(person):
    actions.keep_details(
        participant_id=person.pk,
        name=CANARY,
        contact={"way": "EMAIL", "email": f"{CANARY}@example.net", "phone": CANARY},
        needs={"access": CANARY, "pronouns": CANARY, "language": CANARY},
        channel=Channel.SELF,
        by=fresh(person).entry,
    )


def named_companion(person, by):
    actions.name_companion(participant_id=person.pk, role="SUPPORTER", name=CANARY, channel=Channel.PHONE, by=by)


@pytest.mark.parametrize("route", [Route.REQUESTER, Route.STAFF_MAIL])
def test_the_requesters_pages_do_not_change_with_what_the_other_does(client, route):
    case = inviting_case(route=route)
    requester, other = requester_of(case), others_of(case)[0]
    actions.print_invitation(participant_id=other.pk, by=case.coordinator)
    before = see(client, requester, *PAGES)

    other = join(other, case.coordinator)
    assert_same(before, see(client, requester, *PAGES))
    tell_all(other)
    named_companion(other, case.coordinator)
    read(other)
    actions.ask_for_more_time(participant_id=other.pk, channel=Channel.SELF, by=other.entry)
    assert_same(before, see(client, requester, *PAGES))
    answer(other, True)
    assert_same(before, see(client, requester, *PAGES))
    answer(other, False)
    assert_same(before, see(client, requester, *PAGES))


def assert_same(before, after):
    """Only the day on which the invitation was made may differ, and it is the requester's own act."""
    assert {name: text for name, text in after.items() if before[name] != text} == {}


def test_the_others_pages_show_nothing_of_the_requester_but_the_name(client):
    case = inviting_case()
    requester = requester_of(case)
    other = join(others_of(case)[0], case.coordinator)
    before = see(client, other, *PAGES)

    actions.keep_details(
        participant_id=requester.pk,
        name="Alex",
        contact={"way": "EMAIL", "email": f"{CANARY}@example.net", "phone": CANARY},
        needs={"access": CANARY},
        channel=Channel.SELF,
        by=requester.entry,
    )
    named_companion(requester, case.coordinator)
    read(requester)
    answer(requester, True)

    assert see(client, other, *PAGES) == before
    assert not any(CANARY in text for _status, text in before.values())


def test_a_no_no_answer_and_a_late_not_suitable_read_the_same_to_the_last_byte(client):
    pages = []
    moment = timezone.now()
    for ending in (Ending.DECLINED, Ending.NO_ANSWER, Ending.UNSUITABLE):
        with time_machine.travel(moment, tick=False):
            case = inviting_case()
            requester, other = requester_of(case), others_of(case)[0]
            read(requester)
            answer(requester, True)
            if ending == Ending.DECLINED:
                answer(other, False, by=case.coordinator)
            if ending == Ending.UNSUITABLE:
                actions.set_aside(case_id=case.pk, by=case.coordinator)
        day = datetime.datetime.combine(case.answer_by, datetime.time(9), tzinfo=datetime.UTC)
        with time_machine.travel(day + datetime.timedelta(hours=8), tick=False):
            actions.end_unanswered()
            pages.append(see(client, requester, "home"))
        assert Case.objects.get(pk=case.pk).ending == ending

    assert pages[0] == pages[1] == pages[2]
    text = pages[0]["home"][1]
    assert "We could not go on with what you asked for." in text
    assert "Conflict coaching" in text


def test_until_the_day_nothing_tells_that_it_will_not_come_about(client):
    case = inviting_case()
    requester, other = requester_of(case), others_of(case)[0]
    before = see(client, requester, *PAGES)

    answer(other, False, by=case.coordinator)
    assert see(client, requester, *PAGES) == before
    actions.set_aside(case_id=case.pk, by=case.coordinator)
    assert see(client, requester, *PAGES) == before
    assert Case.objects.get(pk=case.pk).status == CaseStatus.INVITING


def test_somebody_who_never_answered_reads_only_that_it_has_ended(client):
    case = inviting_case()
    other = join(others_of(case)[0], case.coordinator)
    with time_machine.travel(case.answer_by + datetime.timedelta(days=1), tick=True):
        actions.end_unanswered()
        text = see(client, other, "home")["home"][1]

    assert "This invitation has ended." in text
    assert "Alex" not in text


@pytest.mark.parametrize("said", ["yes", "no"])
def test_an_invitation_is_made_alike_whatever_the_other_told_the_office_before(client, said):
    case = inviting_case(route=Route.REQUESTER, others=2)
    requester, (silent, other) = requester_of(case), others_of(case)
    read(other, by=case.coordinator)
    answer(other, said == "yes", by=case.coordinator)
    use_pass(client, requester.entry)

    pages = [client.post(reverse("portal:party:invitation", args=[one.number])) for one in (silent, other)]

    codes = [page.context["code"] for page in pages]
    first, second = (without_codes(page.text, code) for page, code in zip(pages, codes, strict=True))
    assert first == second
    # Whoever said no is not asked again: what they are handed opens nothing.
    assert [opens(code) for code in codes] == [True, said == "yes"]
    assert fresh(other).willing == said.upper()


def without_codes(text, code):
    return re.sub(r'(nonce|value)="[^"]+"', "", text.replace(code, ""))


def opens(code):
    try:
        return bool(accept(code=code, network="198.51.100.7"))
    except EntryRefused:
        return False


@pytest.mark.parametrize("said", ["yes", "no", "nothing"])
def test_what_others_read_when_one_leaves_tells_no_answer_of_a_third(client, said):
    case = inviting_case(others=2)
    me, third = others_of(case)
    me = join(me, case.coordinator)
    page = reverse("portal:withdrawals:withdraw")
    use_pass(client, me.entry)
    before = without_codes(client.get(page).text, "-")

    if said != "nothing":
        read(third, by=case.coordinator)
        answer(third, said == "yes", by=case.coordinator)

    assert without_codes(client.get(page).text, "-") == before
    assert before.count("<blockquote") == 2


def test_whoever_permits_the_office_to_contact_somebody_knows_that_their_name_will_be_read(client):
    """What the permission says and what the invited person reads belong together."""
    case = inviting_case()
    invited = see(client, join(others_of(case)[0], case.coordinator), "take_part")["take_part"][1]
    page = " ".join(see(client, requester_of(opened_case()), "add_other")["add_other"][1].split())

    assert "Alex has asked our office for help" in invited
    assert "On their page they then read your name, if you gave us one" in page
    assert "nothing else" not in page
