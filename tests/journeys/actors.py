"""Everybody in the journeys: who they are, the device they hold, and how they get in."""

import re
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client

from tests.factories import PASSWORD, code_now, make_device, make_neutral, make_room, make_staff, sign_in
from tests.factories.texts import make_texts

from .browser import Person

# Nothing that anybody types on the points page may travel; this would show it.
CANARY = "heron-lantern-wednesday"


@dataclass
class Office:
    """Those who work here, without their devices."""

    dana: object
    pair: list


def open_office():
    """The office's texts and site, one coordinator, two mediators who may conduct today, a room."""
    cache.clear()
    make_texts()
    call_command("seed_site", first=True)
    make_room(name="Quayside Hall 204")
    dana = make_staff(first_name="Dana", last_name="Okafor", password=PASSWORD)
    make_device(dana)
    pair = [
        make_neutral(first_name="Noor", last_name="Haddad", email="noor.haddad@example.edu"),
        make_neutral(first_name="Milo", last_name="Santos", email="milo.santos@example.edu"),
    ]
    return Office(dana, pair)


def sign_in_by_hand(somebody: Person, user):
    """Password, then the one-time code, as everybody does it."""
    somebody.open("/sign-in/")
    somebody.is_refused("Continue")
    somebody.page.get_by_label("E-mail").fill(user.email)
    somebody.page.get_by_label("Password").fill(PASSWORD)
    somebody.press("Continue")
    somebody.page.get_by_label("One-time code").fill(code_now(user))
    somebody.press("Sign in")


def is_signed_in(somebody: Person, user):
    """The cookie of a finished sign-in, for those whose sign-in the journey does not look at."""
    client = Client()
    sign_in(client, user)
    cookie = {"name": settings.SESSION_COOKIE_NAME, "value": client.cookies[settings.SESSION_COOKIE_NAME].value}
    somebody.context.add_cookies([cookie | {"url": somebody.server.url}])


def enter(somebody: Person, code):
    somebody.open("/my/enter/")
    somebody.page.get_by_label("Your personal code").fill(code)
    somebody.press("Open my page")


def codes_on(somebody: Person):
    """What this screen shows only once: a code, and a phrase where there is one."""
    return somebody.page.locator(".code").all_inner_texts()


def path_of(somebody: Person):
    return re.sub(r"^https?://[^/]+", "", somebody.page.url)
