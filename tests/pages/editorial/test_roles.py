"""What each role may do in the CMS, tried through its own screens."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from portal.accounts import actions
from portal.accounts.roles import ROLES, CmsGroup
from tests.factories import make_case, make_staff, make_user, sign_in
from tests.portal.accounts.steps import give

from .desk import Writer, fresh, home

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
WRITERS = ["EDITOR", "MODERATOR", "LEAD"]


@pytest.mark.parametrize("role", [code for code, role in ROLES.items() if role.cms_group])
def test_the_portal_puts_everybody_with_a_role_in_the_cms_into_its_group(role):
    director, person = make_staff("DIRECTOR"), make_user()

    grant = give(person, role, by=director)
    during = set(person.groups.values_list("name", flat=True))
    actions.end_role(grant_id=grant.pk, by=director)

    assert during == {ROLES[role].cms_group}
    assert not person.groups.exists()


def test_every_group_of_the_cms_belongs_to_a_role():
    assert {role.cms_group for role in ROLES.values() if role.cms_group} == set(CmsGroup)


def test_an_editor_writes_and_cannot_publish():
    editor = Writer("EDITOR")

    page = editor.writes(action="action-publish")

    assert not page.live
    assert page.has_unpublished_changes


@pytest.mark.parametrize("role", ["EDITOR", "MODERATOR"])
def test_neither_editor_nor_moderator_changes_a_published_page_by_hand(role):
    about = Page.objects.get(slug="about").specific
    writer = Writer(role)

    writer.edits(about, "action-publish", title="Changed", slug="about")
    taken_down = writer.client.post(reverse("wagtailadmin_pages:unpublish", args=[about.pk]))
    deleted = writer.client.post(reverse("wagtailadmin_pages:delete", args=[about.pk]))

    assert taken_down.status_code == deleted.status_code == 302
    assert fresh(about).live
    assert fresh(about).title == "About us"


def test_the_lead_corrects_wording_without_the_workflow():
    about = Page.objects.get(slug="about").specific

    Writer("LEAD").edits(about, "action-publish", title="About our office", slug="about")

    assert fresh(about).title == "About our office"
    assert not fresh(about).current_workflow_state


def test_a_fact_checker_finds_no_page_that_does_not_wait_for_them():
    coordinator = Writer("COORDINATOR")

    assert coordinator.get("wagtailadmin_home").status_code == 200
    assert coordinator.edits(home(), "action-publish").status_code == 302
    assert home().title == "Home"
    assert coordinator.get("wagtailadmin_pages:edit", home().pk).status_code == 302


@pytest.mark.parametrize("role", WRITERS)
def test_writers_choose_pictures_and_files(role):
    writer = Writer(role)

    assert writer.get("wagtailimages:index").status_code == 200
    assert writer.get("wagtaildocs:index").status_code == 200
    assert writer.get("wagtailimages:add").status_code == 200


@pytest.mark.parametrize("role", WRITERS)
@pytest.mark.parametrize("address", ["/cms/users/", "/cms/groups/", "/cms/users/add/", "/cms/password_reset/"])
def test_people_are_managed_nowhere_in_the_cms(role, address):
    assert Writer(role).client.get(address).status_code == 404


@pytest.mark.parametrize("name", ["wagtailadmin_workflows:index", "wagtailadmin_workflows:task_index"])
@pytest.mark.parametrize("role", WRITERS)
def test_nobody_of_communications_changes_the_checks(role, name):
    assert Writer(role).get(name).status_code == 302


def test_only_leads_keep_redirects():
    seen = {role: Writer(role).get("wagtailredirects:index").status_code for role in WRITERS}

    assert seen == {"EDITOR": 302, "MODERATOR": 302, "LEAD": 200}


@pytest.mark.parametrize("role", WRITERS)
def test_writers_reach_no_case(role):
    case = make_case()
    writer = Writer(role)

    assert writer.client.get(reverse("portal:desk:case", args=[case.reference])).status_code == 404
    assert case.reference not in writer.client.get("/portal/cases/").content.decode()
    assert writer.client.get("/portal/people/").status_code == 404


def test_whoever_may_do_everything_in_the_cms_may_nothing_in_the_portal(client):
    case = make_case()
    sign_in(client, make_user(is_superuser=True))

    assert client.get("/cms/pages/").status_code in (200, 302)
    assert client.get(reverse("portal:desk:case", args=[case.reference])).status_code == 404
    assert client.get("/portal/people/").status_code == 404
