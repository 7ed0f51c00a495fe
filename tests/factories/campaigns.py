"""Posters and handouts."""

from datetime import timedelta
from itertools import count

from django.utils import timezone

from pages import campaign_steps
from pages.models import Campaign

from .people import make_user

_numbers = count(1)


def make_campaign(**facts):
    """A draft, in its days."""
    today = timezone.localdate()
    usual = {
        "title": "Posters, start of fall",
        "goal": "More people in the labs know that we exist.",
        "code": f"FALL-{next(_numbers)}",
        "publish_on": today - timedelta(days=1),
        "expire_on": today + timedelta(days=30),
        "heading": "Stuck with somebody?",
        "text": "Tell us a little. You choose what happens next.",
        "call_to_action": "Write to us in five minutes",
    }
    owner = facts.pop("owner", None) or make_user()
    return Campaign.objects.create(owner=owner, **(usual | facts))


def make_approved_campaign(**facts):
    """Sent to be checked, checked by two people and approved by one of them."""
    checker = make_user(is_superuser=True)
    campaign = make_campaign(**facts)
    for step in ("proof", "facts", "access", "approve"):
        campaign = campaign_steps.take(name=step, campaign_id=campaign.pk, by=checker)
    return campaign
