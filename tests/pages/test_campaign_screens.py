"""The screens of campaigns in the CMS, as the people in four groups meet them."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from pages import campaign_steps
from pages.models import Campaign
from pages.models.campaigns import Step
from pages.seed.groups import prepare_groups
from tests.counting import cost
from tests.factories import make_approved_campaign, make_campaign, make_office, make_user, make_writer, sign_in

from .test_campaigns import member

pytestmark = pytest.mark.django_db
ROLES = {"Editors": "EDITOR", "Fact checkers": "COORDINATOR", "Moderators": "MODERATOR", "Leads": "LEAD"}


@pytest.fixture(autouse=True)
def office(db):
    make_office()
    prepare_groups()


@pytest.fixture
def at_work(client):
    """Somebody of a group, signed in."""

    def come(group):
        person = make_writer(ROLES[group])
        sign_in(client, person)
        return person

    return come


def steps(campaign):
    return reverse("campaigns:steps", args=[campaign.pk])


def buttons(html):
    return re.findall(r'name="step" value="(\w+)"', html)


def form(owner, **changes):
    today = timezone.localdate()
    words = {
        "title": "Posters in the labs",
        "audience": "POSTDOCS",
        "owner": owner.pk,
        "goal": "People in the labs know that we exist.",
        "publish_on": today.isoformat(),
        "expire_on": (today + timedelta(days=20)).isoformat(),
        "code": "LABS-26",
        "heading": "Stuck with somebody?",
        "text": "Tell us a little. You choose what happens next.",
        "call_to_action": "Write to us",
        "target_page": "",
        "layout": "BOLD",
    }
    return words | changes


def said(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def test_an_editor_makes_a_campaign_and_owns_it(client, at_work):
    mina = at_work("Editors")
    offered = client.get(reverse("campaigns:add")).content.decode()
    assert f'value="{mina.pk}" selected' in offered

    response = client.post(reverse("campaigns:add"), form(mina))

    campaign = Campaign.objects.get()
    assert response.status_code == 302
    assert (campaign.step, campaign.owner, campaign.code) == (Step.DRAFT, mina, "LABS-26")


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"code": "labs 26"}, "Use 3 to 20 capital letters"),
        ({"expire_on": "2020-01-01"}, "The last day lies before the first one."),
        ({"heading": ""}, "This field is required."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(client, at_work, wrong, words):
    mina = at_work("Editors")

    response = client.post(reverse("campaigns:add"), form(mina, **wrong))

    assert response.status_code == 200
    assert words in said(response)
    assert "People in the labs know that we exist." in response.content.decode()
    assert not Campaign.objects.exists()


def test_a_code_that_is_taken_is_refused(client, at_work):
    mina, taken = at_work("Editors"), make_campaign()

    response = client.post(reverse("campaigns:add"), form(mina, code=taken.code))

    assert "already exists" in said(response)
    assert Campaign.objects.count() == 1


def test_a_change_of_the_words_makes_it_a_draft_again(client, at_work):
    mina, campaign = at_work("Editors"), make_campaign()
    campaign_steps.take(name="proof", campaign_id=campaign.pk, by=mina)

    response = client.post(reverse("campaigns:edit", args=[campaign.pk]), form(mina, code=campaign.code, heading="New"))

    campaign.refresh_from_db()
    assert response.status_code == 302
    assert (campaign.heading, campaign.step) == ("New", Step.DRAFT)


def test_the_list_says_where_each_one_stands_and_can_be_narrowed(client, at_work):
    at_work("Editors")
    make_campaign(title="A draft of ours")
    make_approved_campaign(title="One on the wall", audience="STAFF")
    address = reverse("campaigns:list")

    everything, narrowed = client.get(address), client.get(address, {"audience": "STAFF"})
    searched = client.get(address, {"q": "nothing like it"})

    for words in ("A draft of ours", "One on the wall", "Live", "Draft"):
        assert words in said(everything)
    assert "One on the wall" in said(narrowed)
    assert "A draft of ours" not in said(narrowed)
    assert "One on the wall" not in said(searched)


def test_the_list_takes_as_many_queries_for_three_as_for_one(client, at_work):
    at_work("Editors")
    make_campaign()
    client.get(reverse("campaigns:list"))
    one = cost(client, reverse("campaigns:list"))
    make_campaign()
    make_campaign()

    assert cost(client, reverse("campaigns:list")) == one


def test_each_group_sees_its_own_buttons(client, at_work):
    campaign = make_campaign()
    seen = {}
    for group in ("Editors", "Fact checkers", "Moderators", "Leads"):
        at_work(group)
        seen[group, "draft"] = buttons(client.get(steps(campaign)).content.decode())
    campaign_steps.take(name="proof", campaign_id=campaign.pk, by=member("Editors"))
    for group in ("Editors", "Fact checkers", "Moderators", "Leads"):
        at_work(group)
        seen[group, "proof"] = buttons(client.get(steps(campaign)).content.decode())

    assert seen == {
        ("Editors", "draft"): ["proof"],
        ("Fact checkers", "draft"): [],
        ("Moderators", "draft"): ["proof"],
        ("Leads", "draft"): ["proof"],
        ("Editors", "proof"): ["over"],
        ("Fact checkers", "proof"): ["facts"],
        ("Moderators", "proof"): ["access", "over"],
        ("Leads", "proof"): ["facts", "access", "over"],
    }


def test_pressing_takes_the_step_and_the_screen_says_who_did(client, at_work):
    campaign = make_campaign()
    campaign_steps.take(name="proof", campaign_id=campaign.pk, by=member("Editors"))
    dana = at_work("Fact checkers")

    response = client.post(steps(campaign), {"step": "facts"}, follow=True)

    campaign.refresh_from_db()
    assert campaign.facts_checked_by == dana
    assert dana.get_full_name() in said(response) or str(dana) in said(response)
    assert "There is nothing for you to do here now." in said(response)


@pytest.mark.parametrize("step", ["", "made-up", "approve"])
def test_a_step_that_is_not_open_changes_nothing_and_says_why(client, at_work, step):
    campaign = make_campaign()
    at_work("Leads")

    response = client.post(steps(campaign), {"step": step}, follow=True)

    campaign.refresh_from_db()
    assert campaign.step == Step.DRAFT
    assert "Only a proof can be approved." in said(response) or "Please choose one of the steps" in said(response)


def test_a_step_of_another_group_is_refused(client, at_work):
    campaign = make_campaign()
    at_work("Fact checkers")

    response = client.post(steps(campaign), {"step": "proof"})

    campaign.refresh_from_db()
    assert response.status_code in (302, 403)
    assert campaign.step == Step.DRAFT


def test_who_has_no_part_in_campaigns_and_who_is_signed_out_see_none(client):
    campaign = make_campaign()
    for address in (reverse("campaigns:list"), reverse("campaigns:add"), steps(campaign)):
        assert client.get(address).status_code == 302
    sign_in(client, make_user())
    for address in (reverse("campaigns:list"), reverse("campaigns:add"), steps(campaign)):
        assert client.get(address).status_code in (302, 403, 404)


def test_a_campaign_that_was_deleted_is_missing(client, at_work):
    at_work("Leads")

    assert client.get(reverse("campaigns:steps", args=[10_000])).status_code == 404


def test_the_lead_deletes_one_and_its_code_is_free_again(client, at_work):
    at_work("Leads")
    campaign = make_campaign()

    client.post(reverse("campaigns:delete", args=[campaign.pk]))

    assert not Campaign.objects.filter(pk=campaign.pk).exists()


def test_the_screens_lead_to_each_other_and_to_the_printed_sheets(client, at_work):
    at_work("Editors")
    campaign = make_campaign()

    listed = client.get(reverse("campaigns:list")).content.decode()
    edited = client.get(reverse("campaigns:edit", args=[campaign.pk])).content.decode()
    shown = client.get(steps(campaign)).content.decode()

    assert steps(campaign) in listed
    assert steps(campaign) in edited
    for kind in ("poster", "handout"):
        for paper in ("a4", "letter"):
            assert reverse("campaign_print", args=[campaign.pk, kind, paper]) in shown
