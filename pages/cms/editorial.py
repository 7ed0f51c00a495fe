"""What editors find in the CMS beside the pages themselves. Each function is one hook."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from .preview_links import PreviewLinkMenuItem, PreviewLinksView


@hooks.register("register_admin_urls")
def screens():
    return [
        path("preview-links/<int:page_id>/", PreviewLinksView.as_view(), name="preview_links"),
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
