import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from wagtail.models import GroupApprovalTask, GroupPagePermission, Page, Site, Workflow

from pages.models import CheckTask, HomePage, ServicePage, StandardPage

pytestmark = pytest.mark.usefixtures("site")


def test_seeding_twice_changes_nothing():
    before = list(Page.objects.order_by("path").values_list("path", "title", "latest_revision_id"))

    call_command("seed_site", first=True)

    assert list(Page.objects.order_by("path").values_list("path", "title", "latest_revision_id")) == before
    assert HomePage.objects.count() == 1
    assert Site.objects.get(is_default_site=True).root_page.specific == HomePage.objects.get()


def test_what_an_editor_changed_stays():
    about = StandardPage.objects.get(slug="about")
    about.intro = "Changed by hand."
    about.save()

    call_command("seed_site", first=True)

    about.refresh_from_db()
    assert about.intro == "Changed by hand."


def test_there_is_a_page_for_each_service():
    assert set(ServicePage.objects.live().values_list("service", flat=True)) == {
        "COACHING",
        "FACILITATION",
        "MEDIATION",
        "RESTORATIVE_JUSTICE",
    }


def test_everybody_who_uses_the_cms_can_come_in_and_only_leads_publish_by_hand():
    may = {
        group.name: set(group.page_permissions.values_list("permission__codename", flat=True))
        for group in Group.objects.filter(permissions__codename="access_admin")
    }

    assert set(may) == {"Editors", "Moderators", "Leads", "Fact checkers"}
    assert {name for name, permissions in may.items() if "publish_page" in permissions} == {"Leads"}
    assert may["Fact checkers"] == set()


def test_what_was_added_to_a_group_by_hand_is_taken_away():
    editors = Group.objects.get(name="Editors")
    publish = Permission.objects.get(codename="publish_page")
    GroupPagePermission.objects.create(group=editors, page=Page.objects.get(depth=1), permission=publish)
    editors.permissions.add(Permission.objects.get(codename="change_group"))

    call_command("seed_site", first=True)

    assert not editors.page_permissions.filter(permission=publish).exists()
    campaigns = {"view_campaign", "add_campaign", "change_campaign"}
    assert set(editors.permissions.values_list("codename", flat=True)) == {"access_admin", *campaigns}


def test_one_workflow_with_two_checks_stands_before_every_page():
    workflow = HomePage.objects.get().get_workflow()

    assert [task.name for task in workflow.tasks] == ["Fact check", "Accessibility check"]
    assert list(Workflow.objects.active()) == [workflow]
    assert not GroupApprovalTask.objects.filter(active=True).exists()


def test_a_list_that_was_changed_by_hand_stays():
    CheckTask.objects.filter(name="Fact check").update(checklist="All is true.")

    call_command("seed_site", first=True)

    assert CheckTask.objects.get(name="Fact check").statements == ["All is true."]
    assert Workflow.objects.active().count() == 1
