"""Each kind of page, as the CMS's own helpers try it: shown, changed, previewed, and only where it belongs."""

from datetime import date

from django.test import Client
from wagtail.test.utils import WagtailPageTestCase

from pages.models import (
    ChooserPage,
    FaqPage,
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
)
from tests.factories import make_user, sign_in
from tests.factories.public_site import make_front_page, make_page
from tests.factories.texts import make_texts

from .editing import preview

FRONT_PAGE = 2


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
    ServicesIndexPage: {},
    ResourcesIndexPage: {},
    NewsIndexPage: {},
    PeopleIndexPage: {},
}
GRANDCHILDREN = {
    ServicesIndexPage: (ServicePage, {"service": "COACHING"}),
    ResourcesIndexPage: (ResourcePage, {}),
    NewsIndexPage: (NewsPage, {"published_on": date(2026, 11, 20)}),
    PeopleIndexPage: (PersonPage, {"role": "Mediator"}),
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

    def test_an_empty_one_is_shown(self):
        for page in self.pages:
            with self.subTest(kind=type(page).__name__):
                self.assertPageIsRenderable(page)

    def test_it_can_be_previewed(self):
        for page in self.pages:
            with self.subTest(kind=type(page).__name__):
                assert page.title in preview(page) or page.depth == FRONT_PAGE

    def test_its_form_opens_for_an_editor(self):
        self.client.force_login(make_user(is_superuser=True))
        for page in self.pages:
            with self.subTest(kind=type(page).__name__):
                answer = self.client.get(f"/cms/pages/{page.pk}/edit/")
                assert answer.status_code == 200
                self.assertContains(answer, 'name="review_on"')

    def test_each_lies_only_where_it_belongs(self):
        self.assertAllowedSubpageTypes(ServicesIndexPage, {ServicePage})
        self.assertAllowedSubpageTypes(ResourcesIndexPage, {ResourcePage})
        self.assertAllowedSubpageTypes(NewsIndexPage, {NewsPage})
        self.assertAllowedSubpageTypes(PeopleIndexPage, {PersonPage})
        self.assertAllowedParentPageTypes(ResourcePage, {ResourcesIndexPage})
        self.assertAllowedParentPageTypes(NewsPage, {NewsIndexPage})
        self.assertAllowedParentPageTypes(PersonPage, {PeopleIndexPage})
        for kind in (ServicePage, ResourcePage, NewsPage, PersonPage, FaqPage, ChooserPage):
            self.assertAllowedSubpageTypes(kind, set())
            self.assertCanNotCreateAt(kind, StandardPage)
        for kind in CHILDREN:
            self.assertCanCreateAt(HomePage, kind)
