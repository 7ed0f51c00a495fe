"""What the CMS gets from the public site."""

from django.contrib.auth.models import Permission
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .campaign_steps import MOVES
from .cms import editorial  # noqa: F401 (registers its own hooks)
from .cms.answers import READ
from .cms.campaigns import CampaignViewSet
from .cms.topics import TopicViewSet

register_snippet(CampaignViewSet)
register_snippet(TopicViewSet)


@hooks.register("register_permissions")
def permissions_of_ours():
    """The steps of a campaign and the reading of answers, so that a group can be given them."""
    return Permission.objects.filter(
        content_type__app_label="pages", content_type__model__in=["campaign", "formanswer"]
    )


@hooks.register("register_log_actions")
def history_of_campaigns(actions):
    for move in MOVES.values():
        actions.register_action(f"campaign.{move.name}", move.label, move.history)


@hooks.register("filter_form_submissions_for_user")
def readers_of_answers(user, forms):
    """Writing pages is one thing, reading what people answered another."""
    return forms if user.has_perm(READ) else forms.none()
