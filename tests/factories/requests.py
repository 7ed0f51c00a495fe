"""Requests, as a visitor sends them or staff log them."""

from portal.intake import actions
from portal.intake.envelope import EnvelopeKey
from portal.intake.models import Request
from portal.intake.queries import draft_content, openers

from .people import make_staff
from .texts import make_texts


def make_wish(**changes):
    """Everything that a request of Alex tells; `tied` names users; other changes are fields of it."""
    tied = changes.pop("tied", ())
    more = {name: changes.pop(name) for name in ("came_by", "first_contact_at") if name in changes}
    programme = changes.pop("programme", None) or make_texts()
    facts = {
        "asks_for": "MEDIATION",
        "safe_way": "EMAIL",
        "contact": {"email": "alex@example.org", "shared_mailbox": False, "when": ""},
        "name": "Alex Rivera",
        "about": "Noise at night",
        "story": "We share a room and cannot sleep.",
        "others": "Sam Lee",
    } | changes
    if not openers(programme).exists():
        make_staff(programme=programme)
    return actions.Wish(programme=programme, facts=facts, tied=frozenset(one.pk for one in tied), **more)


def make_request(by=None, **changes):
    """A request that has come in."""
    return actions.send_request(wish=make_wish(**changes), key=EnvelopeKey.new(), by=by)


def make_request_with_slip(**changes):
    """The request, and what its writer was shown once."""
    key = EnvelopeKey.new()
    request = actions.send_request(wish=make_wish(**changes), key=key)
    return request, draft_content(key)["slip"]


def the_request():
    """The only request there is."""
    return Request.objects.get()
