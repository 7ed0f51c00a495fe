"""What search engines and those who share a page are told."""

import json
import re

import pytest
from django.core.management import call_command
from wagtail.models import Page, get_page_models

pytestmark = pytest.mark.usefixtures("site")


def head(client, address):
    return client.get(address).content.decode().partition("</head>")[0]


def facts(client, address):
    return [json.loads(block) for block in re.findall(r'ld\+json">(.*?)</script>', head(client, address))]


def test_every_kind_of_page_says_what_it_is_when_it_is_shared(client):
    wanted = {
        "og:type",
        "og:title",
        "og:description",
        "og:url",
        "og:site_name",
        "og:locale",
        "og:image",
        "og:image:alt",
    }
    for kind in get_page_models():
        if kind is not Page and (page := kind.objects.live().first()):
            html = head(client, page.url)
            told = dict(re.findall(r'<meta property="([\w:]+)" content="([^"]*)"', html))
            assert wanted <= told.keys(), (kind, wanted - told.keys())
            assert all(told.values()), (kind, told)
            assert f'<link rel="canonical" href="{page.full_url}">' in html


def test_the_front_page_speaks_for_the_office(client):
    (office,) = facts(client, "/")

    assert office["@type"] == "GovernmentOffice"
    assert office["openingHoursSpecification"][0]["dayOfWeek"] == "Monday"
    assert {"name", "telephone", "email", "address", "url", "parentOrganization"} <= office.keys()


def test_a_page_below_others_tells_its_trail(client):
    trail = [one for one in facts(client, "/services/mediation/") if one["@type"] == "BreadcrumbList"]

    assert [(step["position"], step["name"]) for step in trail[0]["itemListElement"]] == [
        (1, "Services"),
        (2, "Mediation"),
    ]
    assert facts(client, "/about/")[-1]["@type"] != "BreadcrumbList"


def test_the_sitemap_names_every_page_and_no_draft(client):
    Page.objects.get(slug="contact").unpublish()

    listed = re.findall(r"<loc>([^<]+)</loc>", client.get("/sitemap.xml").content.decode())

    paths = {address.partition("//")[2].partition("/")[2] for address in listed}
    assert {"", "services/", "services/mediation/", "about/"} <= paths
    assert "contact/" not in paths


def test_robots_are_led_to_the_sitemap_and_past_what_is_private(client):
    text = client.get("/robots.txt").content.decode()

    for private in ("/portal/", "/my/", "/request/", "/cms/", "/go/", "/search/", "/es/request/", "/es/my/"):
        assert f"Disallow: {private}\n" in text
    assert "Sitemap: http://testserver/sitemap.xml\n" in text
    assert "Disallow: /\n" not in text


def test_a_campaigns_code_in_the_address_does_not_become_another_page(client):
    assert '<link rel="canonical" href="http://localhost:8000/about/">' in head(client, "/about/?from=POSTER")


def test_the_sitemap_names_translations(client):
    call_command("seed_translations")

    listed = client.get("/sitemap.xml").content.decode()

    assert "/es/servicios/mediacion/</loc>" in listed
    mediation = next(one for one in listed.split("<url>") if "/services/mediation/</loc>" in one)
    assert sorted(re.findall(r'hreflang="(\w+)"', mediation)) == ["en", "es"]
