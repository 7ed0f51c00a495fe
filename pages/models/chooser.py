from django.db import models
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from pages import ways
from pages.blocks import ChoiceQuestionBlock, OutcomeBlock

from .base import SitePage


def values(stream):
    return [block.value for block in stream or ()]


class ChooserForm(WagtailAdminPageForm):
    """A draft may be unfinished; what is published comes to an end for every answer."""

    def clean(self):
        cleaned = super().clean()
        written = "questions" in cleaned and "outcomes" in cleaned
        if written and not self.is_deferred_validation:
            for words in ways.problems(values(cleaned["questions"]), values(cleaned["outcomes"])):
                self.add_error("questions", words)
        return cleaned


class ChooserPage(SitePage):
    """ "Which service fits?": one question a page, until an outcome. What people answer is kept nowhere."""

    query_names = ("way", "at")

    intro = models.TextField(_("introduction"), max_length=400, blank=True)
    questions = StreamField([("question", ChoiceQuestionBlock())], blank=True, verbose_name=_("questions"))
    outcomes = StreamField([("outcome", OutcomeBlock())], blank=True, verbose_name=_("outcomes"))

    base_form_class = ChooserForm
    content_panels = [
        *SitePage.content_panels,
        FieldPanel("intro"),
        FieldPanel("questions"),
        FieldPanel("outcomes"),
    ]
    search_fields = [*SitePage.search_fields, index.SearchField("intro")]
    parent_page_types = ["pages.HomePage", "pages.StandardPage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("guided chooser")

    def get_context(self, request, *args, **kwargs):
        """`at` is the question that was shown: without an answer beside it, nothing was chosen."""
        asked = request.GET.get("way"), request.GET.get("at")
        way = next((part for part in asked if part is not None), "")
        try:
            walk = ways.walk(values(self.questions), values(self.outcomes), way)
        except ValueError as unknown:
            raise Http404 from unknown
        unanswered = asked[0] is None and asked[1] is not None and walk.question is not None
        return super().get_context(request, *args, **kwargs) | {"walk": walk, "unanswered": unanswered}
