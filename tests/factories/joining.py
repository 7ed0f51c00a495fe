"""Two people who wrote about the same thing, and what they allow."""

from datetime import timedelta

from django.utils import timezone

from portal.cases.statuses import Channel
from portal.joining import actions

from .people import make_staff
from .requests import make_request


def make_two_requests(programme=None, **changes):
    """Alex wrote three days ago and names Sam Lee; Sam wrote today and names Alex Rivera. And who decides."""
    by = make_staff("COORDINATOR", programme)
    first = make_request(programme=programme, first_contact_at=timezone.now() - timedelta(days=3), **changes)
    second = make_request(
        programme=programme,
        name="Sam Lee",
        contact={"email": "sam@example.org", "shared_mailbox": False, "when": ""},
        story="The other side of the same noise.",
        others="Alex Rivera",
    )
    return first, second, by


def allow(*requests, by, yes=True):
    for request in requests:
        actions.say_together(request_id=request.pk, yes=yes, channel=Channel.PHONE, by=by)


def make_joined():
    first, second, by = make_two_requests()
    allow(first, second, by=by)
    actions.join(request_id=second.pk, other_id=first.pk, by=by)
    for one in (first, second):
        one.refresh_from_db()
    return first, second, by
