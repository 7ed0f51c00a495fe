"""Each kind of page, as the CMS's own helpers try it: made, changed, previewed, published, planned and shown."""

from datetime import date, timedelta

import time_machine
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, get_page_models
from wagtail.test.utils import WagtailPageTestCase

from pages.models import (
    ChooserPage,
    CoursePage,
    EventPage,
    EventsIndexPage,
    FaqPage,
    FormPage,
    HomePage,
    NewsIndexPage,
    NewsPage,
    PeopleIndexPage,
    PersonPage,
    ResourcePage,
    ResourcesIndexPage,
    ServicePage,
    ServicesIndexPage,
    StandardPage,
    TrainingIndexPage,
)
from pages.publishing import publish_due
from tests.factories import make_user, sign_in
from tests.factories.public_site import make_front_page, make_page
from tests.factories.texts import make_texts

from .editing import preview
from .family_forms import FORMS, filled_in, in_days

FRONT_PAGE = 2
LEAVES = (ServicePage, ResourcePage, NewsPage, PersonPage, EventPage, CoursePage, FormPage, FaqPage, ChooserPage)


class ClientWithSecondFactor(Client):
    def force_login(self, user, backend=None):
        device = Client()
        sign_in(device, user)
        self.cookies = device.cookies


# Each kind with as little as it can have: every block, text and picture empty.
CHILDREN = {
    StandardPage: {},
    FaqPage: {},
    ChooserPage: {},
    FormPage: {},
    ServicesIndexPage: {},
    ResourcesIndexPage: {},
    NewsIndexPage: {},
    PeopleIndexPage: {},
    EventsIndexPage: {},
    TrainingIndexPage: {},
}
COURSE = {"intro": "Words.", "for_whom": "All", "hours": "Two", "what_is_learned": "<p>Words.</p>"}
GRANDCHILDREN = {
    ServicesIndexPage: (ServicePage, {"service": "COACHING"}),
    ResourcesIndexPage: (ResourcePage, {}),
    NewsIndexPage: (NewsPage, {"published_on": date(2026, 11, 20)}),
    PeopleIndexPage: (PersonPage, {"role": "Mediator"}),
    EventsIndexPage: (EventPage, {"intro": "Words."}),
    TrainingIndexPage: (
        CoursePage,
        {"intro": "Words.", "for_whom": "All", "hours": "Two", "what_is_learned": "<p>.</p>"},
    ),
}


class EveryKindOfPage(WagtailPageTestCase):
    databases = "__all__"
    client_class = ClientWithSecondFactor

    def setUp(self):
        super().setUp()
        make_texts()
        front = make_front_page()
        self.pages = [make_page(kind, front, **fields) for kind, fields in CHILDREN.items()]
        above = {type(page): page for page in self.pages}
        self.pages += [make_page(kind, above[index], **fields) for index, (kind, fields) in GRANDCHILDREN.items()]
        self.pages.append(front)
        self.user = make_user(is_superuser=True)

    def each(self, check):
        """Every kind by itself, so that one that fails does not hide the next."""
        for page in self.pages:
            with self.subTest(kind=type(page).__name__):
                check(page)

    def test_none_is_forgotten_here(self):
        ours = set(get_page_models()) - {Page}

        assert {type(page) for page in self.pages} == set(FORMS) == ours

    def test_an_empty_one_is_found_and_shown(self):
        self.each(self.assertPageIsRoutable)
        self.each(self.assertPageIsRenderable)

    def test_it_can_be_previewed(self):
        self.each(self.check_preview)

    def check_preview(self, page):
        assert page.title in preview(page) or page.depth == FRONT_PAGE
        for mode, _label in page.preview_modes:
            words = filled_in(type(page), "Only in a preview", slug=page.slug)
            self.assertPageIsPreviewable(page, mode=mode, post_data=words, user=self.user)
        page.refresh_from_db()
        assert page.title != "Only in a preview"

    def test_an_editor_changes_and_publishes_it(self):
        self.each(self.check_editing)

    def check_editing(self, page):
        words = filled_in(type(page), "A changed page", slug=page.slug)

        self.assertPageIsEditable(page, user=self.user, post_data=words | {"action-publish": "yes"})

        # The helper puts the row back, but what was sent is the newest revision.
        assert page.revisions.latest("created_at").as_object().title == "A changed page"

    def test_an_editor_makes_it(self):
        self.client.force_login(self.user)
        parents = {type(page): page for page in self.pages}
        for kind, (above, _words) in FORMS.items():
            if above is None or (above is HomePage and kind.max_count) or kind.max_count_per_parent:
                continue
            with self.subTest(kind=kind.__name__):
                parent = Page.objects.get(pk=parents[above].pk).specific
                self.assertCanCreate(parent, kind, filled_in(kind))
                made = kind.objects.get(slug=f"new-{kind._meta.model_name}")
                assert made.live
                self.assertPageIsRenderable(made)

    def test_one_of_which_there_is_one_is_not_offered_twice(self):
        front = Page.objects.get(depth=FRONT_PAGE).specific
        for kind in (kind for kind in CHILDREN if kind.max_count or kind.max_count_per_parent):
            with self.subTest(kind=kind.__name__):
                assert not kind.can_create_at(front)

    def test_it_comes_and_goes_by_its_day(self):
        """Planned through its form: nobody sees it before, everybody on its day, nobody afterwards."""
        self.client.force_login(self.user)
        anonymous = Client()
        planned = [page for page in self.pages if page.depth > FRONT_PAGE]
        for page in planned:
            self.plan(page)

        assert {anonymous.get(page.url).status_code for page in planned} == {404}
        with time_machine.travel(timezone.now() + timedelta(days=3), tick=False):
            publish_due()
            assert {page.url: anonymous.get(page.url).status_code for page in planned} == {p.url: 200 for p in planned}
        with time_machine.travel(timezone.now() + timedelta(days=5), tick=False):
            publish_due()
            assert {anonymous.get(page.url).status_code for page in planned} == {404}

    def plan(self, page):
        page.unpublish()
        words = filled_in(type(page), slug=page.slug, go_live_at=in_days(2), expire_at=in_days(4))
        answer = self.client.post(f"/cms/pages/{page.pk}/edit/", words | {"action-publish": "yes"})
        assert answer.status_code == 302, answer.context["form"].errors
        page.refresh_from_db()
        assert (page.live, bool(page.approved_schedule)) == (False, True)

    def test_each_lies_only_where_it_belongs(self):
        self.assertAllowedSubpageTypes(ServicesIndexPage, {ServicePage})
        self.assertAllowedSubpageTypes(ResourcesIndexPage, {ResourcePage})
        self.assertAllowedSubpageTypes(NewsIndexPage, {NewsPage})
        self.assertAllowedSubpageTypes(PeopleIndexPage, {PersonPage})
        self.assertAllowedSubpageTypes(EventsIndexPage, {EventPage, FormPage})
        self.assertAllowedSubpageTypes(TrainingIndexPage, {CoursePage})
        self.assertAllowedParentPageTypes(ResourcePage, {ResourcesIndexPage})
        self.assertAllowedParentPageTypes(NewsPage, {NewsIndexPage})
        self.assertAllowedParentPageTypes(PersonPage, {PeopleIndexPage})
        self.assertAllowedParentPageTypes(EventPage, {EventsIndexPage})
        for kind in LEAVES:
            self.assertAllowedSubpageTypes(kind, set())
            self.assertCanNotCreateAt(kind, StandardPage)
        for kind in CHILDREN:
            self.assertCanCreateAt(HomePage, kind)
