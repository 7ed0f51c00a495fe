"""Whatever changes what visitors read drops all kept pages at once, and what does not leaves them."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.core.management import call_command
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.models import Locale, Page, PageViewRestriction, Site

from pages import edition
from pages.models import SiteImage, SiteRendition, StandardPage
from portal.handbook.models import Notice
from portal.programmes.models import Office, Programme
from portal.reports.actions import settle_batch
from portal.reports.models import WaitingStatistic
from site_project.public_cache import changes
from tests.factories.pictures import make_picture

pytestmark = pytest.mark.usefixtures("site", "kept_pages")


def about():
    return StandardPage.objects.get(slug="about")


@pytest.fixture
def drops(django_capture_on_commit_callbacks):
    """Says whether doing something drops what is kept, once it is committed."""

    def does(action):
        before = edition.current()
        with django_capture_on_commit_callbacks(execute=True) as waiting:
            action()
            assert edition.current() == before, "dropped before the commit: the next reader would keep the old page"
        return bool(waiting) and edition.current() != before

    return does


def test_publishing(drops):
    revision = about().save_revision()

    assert drops(revision.publish)


def test_unpublishing(drops):
    assert drops(lambda: about().unpublish())


def test_moving(drops):
    assert drops(lambda: about().move(Page.objects.get(slug="contact"), pos="last-child"))


def test_changing_the_order_of_pages(drops):
    assert drops(lambda: about().move(Page.objects.get(slug="contact"), pos="right"))


def test_deleting(drops):
    assert drops(lambda: about().delete())


def test_putting_a_page_behind_a_restriction_and_back(drops):
    restriction = PageViewRestriction(page=about(), restriction_type=PageViewRestriction.LOGIN)

    assert drops(restriction.save)
    assert drops(restriction.delete)


def test_scheduling(drops):
    """Nothing changes yet, but pages kept from now on must know of the new moment."""
    page = about()
    page.go_live_at = timezone.now() + timedelta(minutes=1)
    revision = page.save_revision()

    assert drops(revision.publish)


def test_what_the_timer_publishes(drops, time_machine):
    page = about()
    page.go_live_at = timezone.now() + timedelta(minutes=1)
    page.save_revision().publish()
    time_machine.move_to(timezone.now() + timedelta(minutes=2))

    assert drops(lambda: call_command("publish_scheduled"))


def test_what_the_timer_ends(drops, time_machine):
    Page.objects.filter(slug="about").update(expire_at=timezone.now() + timedelta(minutes=1))
    time_machine.move_to(timezone.now() + timedelta(minutes=2))

    assert drops(lambda: call_command("publish_scheduled"))


@pytest.mark.parametrize("model", [Office, Programme, Notice, Site, Locale])
def test_saving_what_pages_show(drops, model):
    assert drops(lambda: model.objects.first().save())


def test_a_redirect(drops):
    redirect = Redirect(old_path="/old", redirect_link="/new/")

    assert drops(redirect.save)
    assert drops(redirect.delete)


def make_image():
    return make_picture()


def test_a_picture(drops):
    image = make_image()

    assert drops(image.save)
    assert drops(image.delete)


def test_a_promoted_result(drops):
    promotion = SearchPromotion(query=Query.get("roommate"), page=about())

    assert drops(promotion.save)


def test_new_figures(drops):
    line = {"term": "2026-FALL", "programme": "MEDIATION", "asks_for": "MEDIATION", "came_by": "WEB"}
    WaitingStatistic.objects.bulk_create(WaitingStatistic(**line, referral="UNSAID", ending="DONE") for _ in range(5))

    assert drops(settle_batch)


def test_a_draft_drops_nothing(drops):
    page = about()
    page.intro = "Not yet for anybody."

    assert not drops(page.save_revision)


def test_looking_at_a_picture_for_the_first_time_drops_nothing():
    """A rendition is made while a page is rendered: dropping then would drop that page."""
    assert changes.is_shown(SiteImage)
    assert not changes.is_shown(SiteRendition)


def test_what_visitors_write_drops_nothing():
    submissions = [model for model in apps.get_models() if model._meta.object_name.endswith("FormSubmission")]

    assert submissions
    assert not any(map(changes.is_shown, submissions))


def test_every_table_that_is_listened_to_exists():
    assert {apps.get_model(name)._meta.label for name in changes.TABLES | changes.NOT_SHOWN} == (
        changes.TABLES | changes.NOT_SHOWN
    )
