"""Withdrawing on one's own page, and what staff enter: the words come first, then one button."""

import pytest
from django.urls import reverse

from portal.cases.models import Case
from portal.cases.statuses import CaseStatus, Ending, ParticipantRole
from portal.handbook.queries import current, told
from portal.handbook.statuses import NoticeKind
from portal.withdrawals.models import Withdrawal
from portal.withdrawals.queries import words_when_leaving
from site_project.templatetags.unbroken import unbroken
from tests.counting import full_cost
from tests.factories.cases import make_case, make_participant
from tests.factories.office import make_office
from tests.factories.people import make_staff
from tests.factories.signing_in import sign_in, use_pass
from tests.factories.texts import make_resolution_texts, make_texts

pytestmark = pytest.mark.django_db

OWN = "portal:withdrawals:withdraw"


@pytest.fixture
def case():
    programme = make_texts()
    return make_case(CaseStatus.ARRANGING, programme=programme, coordinator=make_staff(programme=programme))


def words(case, kind):
    return unbroken(told(current(kind, case.programme, process=case.process)).small_html)


def office(case, name):
    return reverse(f"portal:withdrawals:{name}", args=[case.reference])


def status_of(case):
    found = Case.objects.get(pk=case.pk)
    return found.status, found.ending


def test_the_page_shows_the_exact_words_first_and_does_nothing_yet(client, case):
    use_pass(client, case.participants.first().entry)

    page = client.get(reverse(OWN)).content.decode()

    assert words(case, NoticeKind.WITHDRAWAL_WORDS) in page
    assert not Withdrawal.objects.exists()


def test_one_button_takes_somebody_out_and_the_last_page_says_nothing_of_the_case(client, case):
    use_pass(client, case.participants.first().entry)

    response = client.post(reverse(OWN), follow=True)

    assert response.status_code == 200
    assert case.reference not in response.content.decode()
    assert status_of(case) == (CaseStatus.ENDED, Ending.WITHDRAWN)
    # Coming back leads to the same last page.
    assert client.get(reverse(OWN)).url == reverse("portal:withdrawals:withdrew")


@pytest.mark.parametrize(
    ("make", "words", "never"),
    [
        (make_texts, "is destroyed when", "is kept"),
        (make_resolution_texts, "The record of this is kept", "is destroyed"),
    ],
)
def test_the_last_page_promises_what_the_programme_does_with_the_record(client, make, words, never):
    case = make_case(CaseStatus.ARRANGING, programme=make())
    use_pass(client, case.participants.first().entry)

    page = client.get(reverse("portal:withdrawals:withdrew")).content.decode()

    assert words in page
    assert never not in page


def test_after_the_session_the_page_says_that_nobody_is_told(client, case):
    Case.objects.filter(pk=case.pk).update(status=CaseStatus.HELD)
    use_pass(client, case.participants.first().entry)

    assert "will not get any message" in client.get(reverse(OWN)).content.decode()


def test_staff_enter_a_withdrawal_as_it_reached_them(client, case):
    sign_in(client, case.coordinator)
    person = case.participants.last()

    response = client.post(office(case, "choose"), {"person": str(person.pk), "channel": "PHONE"})

    assert response.status_code == 302
    assert Withdrawal.objects.get().participant == person


def test_staff_can_read_out_what_the_others_will_read_before_they_note_it(client, case):
    sign_in(client, case.coordinator)

    page = client.get(office(case, "choose")).content.decode()
    Case.objects.filter(pk=case.pk).update(status=CaseStatus.HELD)
    after = client.get(office(case, "choose")).content.decode()

    assert words(case, NoticeKind.WITHDRAWAL_WORDS) in page
    assert "Nobody gets any message" in after
    assert words(case, NoticeKind.WITHDRAWAL_WORDS) not in after


def test_words_differ_by_who_leaves(case):
    helper = make_participant(case, number=3, role=ParticipantRole.SUPPORTER, name="Kim Vale")
    case = Case.objects.prefetch_related("participants").get(pk=case.pk)

    found = words_when_leaving(case, list(case.participants.all()), make_office())

    kinds = [(one.names, [text.notice.kind for text in one.words]) for one in found]
    assert kinds == [
        ([one.display_name for one in case.participants.all() if one.is_party], [NoticeKind.WITHDRAWAL_WORDS]),
        ([helper.display_name], []),
    ]


def test_an_empty_form_is_answered_kindly(client, case):
    sign_in(client, case.coordinator)

    for name in ("choose", "stop"):
        assert client.post(office(case, name), {}).status_code == 422
    assert not Withdrawal.objects.exists()


def test_somebody_of_another_case_cannot_be_chosen(client, case):
    sign_in(client, case.coordinator)
    stranger = make_case(CaseStatus.ARRANGING, programme=case.programme).participants.first()

    response = client.post(office(case, "choose"), {"person": str(stranger.pk), "channel": "PHONE"})

    assert response.status_code == 422
    assert not Withdrawal.objects.exists()


def test_the_office_sees_the_words_pauses_goes_on_and_stops(client, case):
    sign_in(client, case.coordinator)
    assert words(case, NoticeKind.STOP_WORDS) in client.get(office(case, "stop")).content.decode()

    client.post(office(case, "stop"), {"reason": "OFFICE", "pause": ""})
    assert Case.objects.get(pk=case.pk).is_paused
    client.post(office(case, "resume"))
    assert not Case.objects.get(pk=case.pk).is_paused
    client.post(office(case, "stop"), {"reason": "ORDER"})
    assert status_of(case) == (CaseStatus.ENDED, Ending.STOPPED)


def test_a_forged_reference_and_a_case_of_others_are_not_there(client, case):
    sign_in(client, make_staff("NEUTRAL"))
    for name in ("choose", "stop"):
        assert client.get(office(case, name)).status_code in {403, 404}
    client.logout()
    sign_in(client, case.coordinator)
    for name in ("choose", "stop"):
        assert client.get(reverse(f"portal:withdrawals:{name}", args=["M-NONE"])).status_code == 404


def test_the_screens_cost_the_same_for_more_people(client, case):
    sign_in(client, case.coordinator)
    for name in ("choose", "stop"):
        client.get(office(case, name))
    before = full_cost(client, office(case, "choose"))

    make_participant(case, name="Kim")
    make_participant(case, name="Robin")

    assert full_cost(client, office(case, "choose")) <= before
    assert before <= 20
