"""The screens before anybody agrees, of the office and of those who are asked."""

import pytest
from django.urls import reverse

from portal.cases.actions import TransitionRefused
from portal.cases.statuses import Channel
from portal.papers import actions
from portal.papers.models import NoticeDelivery, OwnWords
from portal.papers.statuses import DeliveryResult
from portal.withdrawals.actions import withdraw
from tests.factories.allegations import give_papers
from tests.factories.cases import make_case
from tests.factories.people import make_staff
from tests.factories.signing_in import sign_in, use_pass
from tests.portal.papers.asked import SAYS, asked_case, made

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def test_the_way_of_a_participant_on_their_own_pages(client):
    case, by = asked_case()
    alex = case.participants.first()
    use_pass(client, alex.entry)
    home = client.get("/my/").content.decode()
    assert "Say in your own words" in home
    assert client.get(reverse("portal:papers:notice")).status_code == 404

    sheet = client.get(reverse("portal:papers:sheet"))
    assert "Where to report" in sheet.content.decode()
    shown = sheet.context["form"].initial["shown"]
    assert client.post(reverse("portal:papers:sheet"), {"shown": shown, "words": ""}).status_code == 422
    stale = client.post(reverse("portal:papers:sheet"), {"shown": "0", "words": "I may say no"})
    assert "I may say no" in stale.content.decode()
    client.post(reverse("portal:papers:sheet"), {"shown": shown, "words": "I may say no"})
    made(case, by)
    assert "Sam mocked" in client.get(reverse("portal:papers:notice")).content.decode()
    assert client.get(reverse("portal:papers:notice_pdf"))["Content-Type"] == "application/pdf"

    assert NoticeDelivery.objects.get().result == DeliveryResult.OPENED
    assert OwnWords.objects.get().words == "I may say no"


def test_whoever_leaves_gets_the_sheet_again(client):
    case, _by = asked_case()
    alex, sam = case.participants.all()
    use_pass(client, sam.entry)

    response = client.post(reverse("portal:withdrawals:withdraw"))

    assert response.url == reverse("portal:papers:sheet")
    page = client.get(response.url)
    assert "You have left this" in page.content.decode()
    shown = page.context["form"].initial["shown"]
    client.post(response.url, {"shown": shown, "words": "I can still report"})
    assert OwnWords.objects.get().occasion == "LEAVING"
    with pytest.raises(TransitionRefused):
        withdraw(participant_id=alex.pk, channel=Channel.SELF, by=alex.entry)


def url(name, *args):
    return reverse(f"portal:papers:{name}", args=args)


def test_the_office_makes_gives_and_reads(client):
    case, _by = asked_case()
    alex = case.participants.first()
    sign_in(client, case.coordinator)
    ref = case.reference
    assert url("papers", ref) in client.get(case.get_absolute_url()).content.decode()
    assert client.get(url("copy", ref)).status_code == 404
    assert client.post(url("make_notice", ref), {"facilitator": "Noor"}).status_code == 422

    client.post(url("make_notice", ref), SAYS)
    assert client.get(url("copy", ref))["Content-Type"] == "application/pdf"
    client.post(url("send", ref, 1))
    client.post(url("delivery", ref, 1), {"way": "MAIL", "result": "BOUNCED"})
    assert "Notice came back" in client.get(url("papers", ref)).content.decode()
    client.post(url("delivery", ref, 1), {"way": "IN_PERSON", "result": "HANDED_OVER"})
    client.post(url("heard", ref, 2), {"channel": "PHONE", "words": "They keep a record"})
    row = actions.say_in_own_words(participant_id=alex.pk, words="I may go", channel=Channel.SELF, by=alex.entry)
    client.post(url("check", ref, row.pk), {"understood": "YES"})

    page = client.get(url("papers", ref)).content.decode()
    assert "Has the notice" in page
    assert page.count("Understood") == 2
    assert client.get(url("heard", ref, 9)).status_code == 404


def test_forged_numbers_and_ids_are_missing(client):
    case, _by = asked_case()
    other, _other_by = asked_case()
    alex = other.participants.first()
    row = actions.say_in_own_words(participant_id=alex.pk, words="I may go", channel=Channel.SELF, by=alex.entry)
    mediation = make_case(coordinator=case.coordinator)
    sign_in(client, case.coordinator)

    assert client.post(url("check", case.reference, row.pk), {"understood": "YES"}).status_code == 404
    assert client.get(url("papers", mediation.reference)).status_code == 404
    sign_in(client, make_staff("DIRECTOR"))
    assert client.get(url("papers", case.reference)).status_code == 404


def test_the_page_asks_as_often_for_two_as_for_four(client, django_assert_max_num_queries):
    case, by = asked_case()
    give_papers(case, by)
    sign_in(client, case.coordinator)

    # A page of a case: as many as the case itself.
    with django_assert_max_num_queries(20):
        assert client.get(url("papers", case.reference)).status_code == 200
