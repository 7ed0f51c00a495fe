"""What editors find in the CMS beside the pages themselves. Each function is one hook."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from .dashboard import WritersPanel
from .preview_links import PreviewLinkMenuItem, PreviewLinksView
from .reports import HelpView, LinksView, StalePagesView, WritersMenuItem

# What the CMS brings and our own report replaces, or what tells a writer nothing.
NOT_FOR_WRITERS = {"aging-pages", "page-types-usage", "workflow-tasks", "site-history"}


@hooks.register("register_admin_urls")
def screens():
    return [
        path("preview-links/<int:page_id>/", PreviewLinksView.as_view(), name="preview_links"),
        path("reports/stale/", StalePagesView.as_view(), name="stale_pages"),
        path("reports/links/", LinksView.as_view(), name="links"),
        path("writing/", HelpView.as_view(), name="writing_help"),
    ]


@hooks.register("register_page_action_menu_item")
def preview_link():
    return PreviewLinkMenuItem()


@hooks.register("register_log_actions")
def history_of_preview_links(actions):
    actions.register_action("pages.preview_link.make", _("Preview link"), _("A preview link for a guest was made"))
    actions.register_action("pages.preview_link.end", _("Preview link ended"), _("A preview link was ended"))


@hooks.register("filter_form_submissions_for_user")
def submissions_are_for_leads(user, forms):
    """What people wrote in a form is read by those who answer for it, not by everybody who may edit the form."""
    return forms if user.has_perm("wagtailforms.view_formsubmission") else forms.none()


@hooks.register("construct_homepage_panels")
def what_waits(request, panels):
    panels.append(WritersPanel())


@hooks.register("register_reports_menu_item")
def report_of_stale_pages():
    return WritersMenuItem(_("Pages to read again"), reverse("stale_pages"), icon_name="time", order=100)


@hooks.register("register_reports_menu_item")
def report_of_links():
    return WritersMenuItem(_("Links"), reverse("links"), icon_name="link", order=110)


@hooks.register("register_help_menu_item")
def help_for_writers():
    return WritersMenuItem(_("Writing for this site"), reverse("writing_help"), icon_name="help", order=100)


@hooks.register("construct_reports_menu")
def tidy_reports(request, items):
    if not request.user.is_superuser:
        items[:] = [item for item in items if item.name not in NOT_FOR_WRITERS]


@hooks.register("construct_help_menu")
def help_stays_in_the_house(request, items):
    """Links to other hosts are no help of ours."""
    items[:] = [item for item in items if item.url.startswith(("/", "#"))]
