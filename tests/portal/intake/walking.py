"""A visitor who answers every question of a request."""

from django.urls import reverse

from tests.factories import make_staff
from tests.factories.texts import make_texts

GIVEN = {
    "age": {"age": "ADULT"},
    "people": {"tied": [], "keep_from": ""},
    "service": {"asks_for": "MEDIATION"},
    "contact": {"safe_way": "EMAIL", "email": "alex@example.org", "shared_mailbox": "NO"},
    "you": {"name": "Alex Rivera", "constituency": "GRADUATE", "unit": "ENG", "needs": "A quiet room"},
    "others": {"others": "Sam Lee", "connection": "Roommates"},
    "about": {"about": "Noise at night", "story": "We share a room.", "tried": "A list", "hope": "Sleep", "soon": ""},
    "heard": {"referral": "FRIEND"},
}


def open_office():
    """The texts are in use, and there is somebody who answers."""
    make_texts()
    return make_staff(first_name="Dana", last_name="Okafor")


def page(slug):
    return reverse("portal:intake:question", args=[slug])


def start(client, **fields):
    return client.post(reverse("portal:intake:start"), fields)


def answer(client, slug, **changes):
    return client.post(page(slug), GIVEN.get(slug, {}) | changes)


def answer_all(client, *, code="", **changes):
    """Up to the page that checks the answers. `changes` are answers by question, `code` that of a poster."""
    start(client, **({"from": code} if code else {}))
    response = None
    for slug in GIVEN:
        response = answer(client, slug, **changes.get(slug, {}))
    return response


def send(client, **fields):
    return client.post(reverse("portal:intake:check"), fields)
