"""Promise 18: the browser is told the strictest thing, on every answer."""

import pytest
from django.core.management import call_command
from django.test import override_settings
from django.urls import reverse
from wagtail.models import Page

from tests.factories import make_user, sign_in
from tests.factories.texts import make_texts

pytestmark = pytest.mark.django_db

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "media-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
}


def policy(response):
    parts = response["Content-Security-Policy"].split(";")
    return dict(part.strip().split(" ", 1) for part in parts)


@pytest.mark.parametrize(("path", "status"), [("/healthz", 200), ("/no-such-page/", 404), ("/static/no-such.css", 404)])
def test_our_own_answers_carry_the_strict_policy_and_are_not_kept(client, path, status):
    response = client.get(path)

    assert response.status_code == status
    assert policy(response) == POLICY
    assert response["Cache-Control"] == "no-store"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in response["Permissions-Policy"]


def test_only_the_cms_may_use_inline_scripts_and_nobody_may_evaluate_text(client):
    response = client.get("/cms/login/")

    assert policy(response) == POLICY | {
        "script-src": "'self' 'unsafe-inline'",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "frame-src": "'self'",
        "frame-ancestors": "'self'",
    }


@override_settings(SECURE_HSTS_SECONDS=365 * 24 * 3600, SECURE_HSTS_INCLUDE_SUBDOMAINS=True)
def test_over_tls_the_browser_is_told_to_stay_there_for_a_year(client):
    response = client.get("/healthz", secure=True)

    assert response["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"


def test_a_preview_in_the_cms_may_be_framed_by_the_cms_and_the_page_itself_by_nobody(client):
    make_texts()
    call_command("seed_site", first=True)
    sign_in(client, make_user(is_superuser=True))
    home = Page.objects.get(slug="home")

    preview = client.get(reverse("wagtailadmin_pages:view_draft", args=[home.pk]))
    itself = client.get("/")

    assert (preview.status_code, itself.status_code) == (200, 200)
    assert policy(preview)["frame-ancestors"] == "'self'"
    assert policy(itself) == POLICY
    assert itself["X-Frame-Options"] == "DENY"
