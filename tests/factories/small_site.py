"""The smallest public site that people can work on: quicker to make than the seeded one."""

from wagtail.models import Page, Site

from pages.models import HomePage, StandardPage
from pages.seed import home
from pages.seed.groups import prepare_groups
from pages.seed.workflow import prepare_workflow

from .office import make_office


def make_small_site():
    """Groups, workflow, a front page and one page about us."""
    make_office()
    prepare_groups()
    prepare_workflow()
    root = Page.objects.get(depth=1)
    root.get_children().delete()
    root.refresh_from_db()
    front = root.add_child(instance=HomePage(slug="home", **home.HOME))
    about = StandardPage(title="About us", slug="about", intro="Who we are.", body=[("text", "<p>We listen.</p>")])
    front.add_child(instance=about).save_revision().publish()
    Site.objects.update_or_create(is_default_site=True, defaults={"hostname": "localhost", "root_page": front})
