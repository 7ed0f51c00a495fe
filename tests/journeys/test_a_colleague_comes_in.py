"""A new colleague: invited, enrolled, given a role, signed out, in again, interrupted, closed."""

import base64
import re
from datetime import timedelta
from time import time

import pytest
from django.core import mail
from django.core.cache import cache
from django.utils import timezone
from django_otp.oath import TOTP

from portal.accounts.models import StaffSession, User
from portal.accounts.roles import Permission
from portal.mail.actions import deliver_due
from tests.factories import PASSWORD, code_now, make_device, make_office, make_programme, make_staff

NEW_PASSWORD = "four yellow boats sail"


def codes_of(secret: str):
    """The phone: six digits at a time."""
    totp = TOTP(base64.b32decode(secret.replace(" ", "")))

    def show(ahead=0):
        totp.time = time() + ahead * 30
        return f"{totp.token():06d}"

    return show


@pytest.mark.parametrize("scripts", [True, False])
def test_a_colleague_is_invited_enrols_and_works(person, scripts):
    cache.clear()
    make_office()
    make_programme(name="Mediation")
    director = make_staff("DIRECTOR", email="dana@example.edu", password=PASSWORD)
    make_device(director)

    dana = person(scripts=scripts)
    dana.open("/portal/people/")
    dana.page.fill("[name=email]", director.email)
    dana.fill(Password="wrong")
    dana.press("Continue")
    dana.reads("do not belong together")
    dana.fill(Password=PASSWORD)
    dana.press("Continue")
    dana.page.fill("[name=code]", code_now(director))
    dana.press("Sign in")
    dana.press("Invite somebody")
    dana.press("Send the invitation")
    dana.reads("There is a problem")
    dana.page.fill("[name=email]", "noor@example.edu")
    dana.page.fill("[name=first_name]", "Noor")
    dana.page.fill("[name=last_name]", "Haddad")
    dana.press("Send the invitation")
    dana.press("Give a role")
    dana.press("Give the role")
    dana.reads("There is a problem")
    dana.page.check("[value=NEUTRAL]")
    dana.page.select_option("[name=programme]", label="Mediation")
    dana.page.fill("[name=interest]", "none")
    dana.press("Give the role")
    dana.reads("The role was given.")

    deliver_due()
    link = re.search(r"http\S+(/welcome/#\S+)", mail.outbox[-1].body).group(1)
    noor = person(phone=True, scripts=scripts)
    noor.open(link)
    if not scripts:
        noor.page.fill("[name=code]", link.partition("#")[2])
    noor.press("Continue")
    noor.page.fill("[name=new_password]", "short")
    noor.page.fill("[name=new_password_again]", "other")
    noor.press("Continue")
    noor.reads("at least 12 characters")
    noor.page.fill("[name=new_password]", NEW_PASSWORD)
    noor.page.fill("[name=new_password_again]", NEW_PASSWORD)
    noor.press("Continue")
    phone = codes_of(noor.page.inner_text("p.code"))
    noor.page.fill("[name=code]", "000000")
    noor.press("Finish")
    noor.reads("not right")
    noor.page.fill("[name=code]", phone())
    noor.press("Finish")
    noor.reads("shown only this once")
    assert User.objects.get(email="noor@example.edu").may(Permission.CONDUCT)

    noor.open("/portal/me/")
    noor.reads("Neutral")
    noor.open("/portal/me/away/")
    noor.page.fill("[name=until]", (timezone.localdate() + timedelta(days=3)).isoformat())
    StaffSession.objects.filter(user__email="noor@example.edu").update(
        last_seen_at=timezone.now() - timedelta(minutes=31)
    )
    noor.press("Save")
    noor.reads("Is it still you?")
    noor.page.fill("[name=proof]", "not my password")
    noor.press("Go on")
    noor.reads("neither your password")
    noor.page.fill("[name=proof]", NEW_PASSWORD)
    noor.press("Go on")
    noor.reads("Away until")

    dana.open(f"/portal/people/{User.objects.get(email='noor@example.edu').pk}/account/")
    dana.press("Close the account")
    dana.reads("The account is closed.")
    noor.page.goto("/portal/me/")
    noor.reads("Sign in")


def test_somebody_leaves_a_page_at_once(person, live_server):
    cache.clear()
    # A way out that needs no network: what matters is that it is taken.
    make_office(exit_url=f"{live_server.url}/healthz")
    visitor = person(phone=True)
    visitor.open("/my/enter/")
    visitor.page.fill("[name=code]", "half a code")
    visitor.page.click("[data-exit]")
    visitor.page.wait_for_url("**/healthz")
    visitor.page.go_back()
    assert "half a code" not in visitor.page.content()
