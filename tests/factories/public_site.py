"""Pages of the public site: a front page, and any kind of page below it."""

from wagtail.models import Page, Site

from pages.models import HomePage

# What a page cannot be saved without.
NEEDED = {
    "HomePage": {"heading": "Hello", "intro": "Words.", "services_heading": "Ways", "steps_heading": "Steps"},
    "ServicesIndexPage": {"intro": "Words."},
    "ServicePage": {
        "service": "COACHING",
        "intro": "Words.",
        "card_text": "Words.",
        "card_note": "Words.",
        "ask_heading": "Ask",
        "who_takes_part": "You",
        "duration": "One hour",
        "what_it_is": "<p>Words.</p>",
        "kept": "<p>Nothing.</p>",
    },
    "ResourcePage": {"intro": "Words."},
    "NewsPage": {"intro": "Words."},
    "PersonPage": {"role": "Mediator"},
}


def make_front_page():
    """The front page of the one site; made once."""
    if found := HomePage.objects.first():
        return found
    root = Page.objects.get(depth=1)
    root.get_children().exact_type(Page).delete()
    root.refresh_from_db()
    front = root.add_child(instance=HomePage(title="Home", slug="front", **NEEDED["HomePage"]))
    Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "localhost", "root_page": front, "site_name": "Accord"}
    )
    return front


def make_page(model, parent=None, title="A page", slug="", **fields):
    """A published page of a kind, below the front page unless a parent is given."""
    parent = parent or make_front_page()
    number = parent.numchild + 1
    needed = NEEDED.get(model.__name__, {}) | fields
    page = model(title=title, slug=slug or f"{model.__name__.lower()}-{number}", **needed)
    parent.add_child(instance=page)
    page.save_revision().publish()
    page.refresh_from_db()
    return page
