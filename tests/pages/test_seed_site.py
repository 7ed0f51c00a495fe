import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from wagtail.models import Page, Site

from pages.models import HomePage, ServicePage, StandardPage

pytestmark = pytest.mark.usefixtures("site")


def test_seeding_twice_changes_nothing():
    before = list(Page.objects.order_by("path").values_list("path", "title", "latest_revision_id"))

    call_command("seed_site")

    assert list(Page.objects.order_by("path").values_list("path", "title", "latest_revision_id")) == before
    assert HomePage.objects.count() == 1
    assert Site.objects.get(is_default_site=True).root_page.specific == HomePage.objects.get()


def test_what_an_editor_changed_stays():
    about = StandardPage.objects.get(slug="about")
    about.intro = "Changed by hand."
    about.save()

    call_command("seed_site")

    about.refresh_from_db()
    assert about.intro == "Changed by hand."


def test_there_is_a_page_for_each_service():
    assert set(ServicePage.objects.live().values_list("service", flat=True)) == {
        "COACHING",
        "FACILITATION",
        "MEDIATION",
        "RESTORATIVE_JUSTICE",
    }


def test_everybody_who_uses_the_cms_can_come_in_and_only_some_publish():
    may = {
        group.name: set(group.page_permissions.values_list("permission__codename", flat=True))
        for group in Group.objects.filter(permissions__codename="access_admin")
    }

    assert set(may) == {"Editors", "Moderators", "Leads", "Fact checkers"}
    assert {name for name, permissions in may.items() if "publish_page" in permissions} == {"Moderators", "Leads"}
    assert may["Fact checkers"] == set()
