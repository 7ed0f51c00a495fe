"""From a draft to the wall and down again: who takes which step, and what the code answers."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.utils import timezone
from wagtail.models import ModelLogEntry, Page

from pages import campaign_steps
from pages.campaign_steps import StepRefused
from pages.models.campaigns import State, Step
from pages.seed.groups import prepare_groups
from tests.factories import make_approved_campaign, make_campaign, make_user, the_request
from tests.portal.intake.walking import answer_all, open_office, send

pytestmark = pytest.mark.django_db


def member(group):
    prepare_groups()
    user = make_user()
    user.groups.add(Group.objects.get(name=group))
    return user


def take(name, campaign, by):
    return campaign_steps.take(name=name, campaign_id=campaign.pk, by=by)


def test_a_campaign_goes_through_four_hands():
    editor, coordinator, moderator, lead = map(member, ("Editors", "Fact checkers", "Moderators", "Leads"))
    campaign = make_campaign(owner=editor)

    take("proof", campaign, editor)
    take("facts", campaign, coordinator)
    take("access", campaign, moderator)
    campaign = take("approve", campaign, lead)

    assert (campaign.step, campaign.state) == (Step.APPROVED, State.LIVE)
    assert (campaign.facts_checked_by, campaign.access_checked_by, campaign.approved_by) == (
        coordinator,
        moderator,
        lead,
    )
    written = ModelLogEntry.objects.filter(object_id=str(campaign.pk)).order_by("timestamp", "pk")
    assert [entry.action for entry in written] == [
        "campaign.proof",
        "campaign.facts",
        "campaign.access",
        "campaign.approve",
    ]


@pytest.mark.parametrize(
    ("group", "closed"),
    [
        ("Editors", {"facts", "access", "approve"}),
        ("Moderators", {"facts", "approve"}),
        ("Fact checkers", {"proof", "access", "approve", "over"}),
        ("Leads", set()),
    ],
)
def test_each_group_takes_its_own_steps_only(group, closed):
    person = member(group)

    assert {name for name, move in campaign_steps.MOVES.items() if not move.may(person)} == closed
    for name in closed:
        campaign = make_campaign()
        with pytest.raises(PermissionDenied):
            take(name, campaign, person)
        campaign.refresh_from_db()
        assert campaign.step == Step.DRAFT


def test_nobody_checks_what_they_own():
    lead = member("Leads")
    campaign = make_campaign(owner=lead)
    take("proof", campaign, lead)

    with pytest.raises(StepRefused, match="Somebody else"):
        take("facts", campaign, lead)

    assert [move.name for move in campaign_steps.open_to(lead, campaign)] == ["proof"]


def test_approval_waits_for_both_checks():
    lead, campaign = member("Leads"), make_campaign()
    take("proof", campaign, lead)
    take("facts", campaign, lead)

    with pytest.raises(StepRefused, match="Both checks"):
        take("approve", campaign, lead)


def test_the_database_refuses_an_approval_without_checks():
    campaign = make_campaign()
    campaign.step, campaign.proofed = Step.APPROVED, campaign.fingerprint()
    campaign.approved_by, campaign.approved_at = campaign.owner, timezone.now()

    with pytest.raises(IntegrityError):
        campaign.save()


@pytest.mark.parametrize(("field", "value"), [("heading", "Better now"), ("layout", "BOLD"), ("code", "OTHER-1")])
def test_a_change_of_what_is_printed_starts_over(field, value):
    campaign = make_approved_campaign()

    setattr(campaign, field, value)
    campaign.save()
    campaign.refresh_from_db()

    assert campaign.step == Step.DRAFT
    assert (campaign.facts_checked_by, campaign.access_checked_at, campaign.approved_by) == (None, None, None)


def test_a_change_of_the_days_needs_no_new_check():
    campaign = make_approved_campaign()

    campaign.expire_on += timedelta(days=7)
    campaign.save()

    assert campaign.step == Step.APPROVED


def test_a_printed_code_is_kept():
    campaign = make_approved_campaign()
    campaign.code = "OTHER-1"

    with pytest.raises(ValidationError, match="printed already"):
        campaign.full_clean()


@pytest.mark.parametrize("code", ["fall", "A B", "-A1", "A/B", "A" * 21, "AB-"])
def test_a_code_is_short_and_plain(code):
    campaign = make_campaign()
    campaign.code = code

    with pytest.raises(ValidationError) as refused:
        campaign.full_clean()
    assert "code" in refused.value.message_dict


def test_the_last_day_is_not_before_the_first():
    campaign = make_campaign()
    campaign.expire_on = campaign.publish_on - timedelta(days=1)

    with pytest.raises(ValidationError, match="before the first"):
        campaign.full_clean()


def test_a_live_code_leads_to_the_request_without_a_cookie(client):
    campaign = make_approved_campaign()

    response = client.get(f"/go/{campaign.code.lower()}/")

    assert (response.status_code, response.url) == (302, f"/request/?from={campaign.code}")
    assert response["Cache-Control"] == "no-store"
    assert not response.cookies


@pytest.mark.usefixtures("site")
def test_a_live_code_leads_to_its_page_and_from_there_to_the_request(client):
    campaign = make_approved_campaign(target_page=Page.objects.get(slug="mediation"))

    response = client.get(f"/go/{campaign.code}/", follow=True)

    html = response.content.decode()
    assert response.redirect_chain == [(f"/services/mediation/?from={campaign.code}", 302)]
    ways = re.findall(r'href="/request/\?([^"]*)"', html)
    assert {frozenset(way.split("&amp;")) for way in ways} == {
        frozenset({f"from={campaign.code}"}),
        frozenset({"service=MEDIATION", f"from={campaign.code}"}),
    }
    assert html.count('href="/request/') == len(ways)


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("word", ['"><b>', "a b", "x" * 41, ""])
def test_a_strange_word_in_the_address_is_not_carried_on(client, word):
    html = client.get("/services/mediation/", {"from": word}).content.decode()

    assert "from=" not in html


def test_a_page_that_was_taken_down_is_replaced_by_the_request(client):
    page = Page.objects.get(depth=1).add_child(instance=Page(title="Gone", slug="gone", live=False))
    campaign = make_approved_campaign(target_page=page)

    assert client.get(f"/go/{campaign.code}/").url == f"/request/?from={campaign.code}"


@pytest.mark.parametrize("days", [{"publish_on": 1}, {"expire_on": -1, "publish_on": -9}])
def test_outside_its_days_a_code_says_so_kindly(client, days):
    today = timezone.localdate()
    campaign = make_approved_campaign(**{name: today + timedelta(days=shift) for name, shift in days.items()})

    response = client.get(f"/go/{campaign.code}/")

    assert response.status_code == 404
    assert "Ask for help" in response.content.decode()


def test_drafts_and_unknown_codes_answer_alike(client):
    draft = client.get(f"/go/{make_campaign().code}/")
    unknown = client.get("/go/NOTHING/")

    assert (draft.status_code, draft.content) == (404, unknown.content)


def test_the_code_travels_with_the_request_as_far_as_the_row(client):
    open_office()
    campaign = make_approved_campaign()
    offered = client.get(client.get(f"/go/{campaign.code}/").url).content.decode()

    answer_all(client, code=campaign.code)
    send(client)

    assert f'name="from" value="{campaign.code}"' in offered
    assert the_request().campaign == campaign.code
