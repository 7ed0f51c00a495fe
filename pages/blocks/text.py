"""Words: paragraphs, steps, notices, questions."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .office import PUBLIC_DOCUMENTS

PLAIN = ["bold", "italic", "link"]
TEXT = ["h2", "h3", "bold", "italic", "link", "document-link", "ol", "ul"]


class TextBlock(blocks.RichTextBlock):
    def __init__(self, **kwargs):
        super().__init__(features=TEXT, **kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "pages/blocks/text.html"
        description = _("Paragraphs, lists and headings.")
        preview_value = "<h2>What happens first</h2><p>We listen, and answer your questions.</p>"


class StepBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=80, label=_("title"), help_text=_("A few words, such as “We talk it over”."))
    text = blocks.RichTextBlock(features=PLAIN, label=_("text"), help_text=_("One or two short sentences."))
    document = blocks.ChoiceBlock(choices=PUBLIC_DOCUMENTS, required=False, label=_("document to read here"))

    class Meta:
        icon = "order"
        label = _("Step")
        template = "pages/blocks/step.html"
        description = _("One numbered step. The numbers come by themselves.")
        preview_value = {"title": "We talk it over", "text": "<p>A member of staff listens.</p>", "document": ""}


class NoticeBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=80, required=False, label=_("title"))
    text = blocks.RichTextBlock(features=PLAIN, label=_("text"))
    tone = blocks.ChoiceBlock(
        choices=[("calm", _("Good to know")), ("warn", _("Please mind"))], default="calm", label=_("tone")
    )

    class Meta:
        icon = "info-circle"
        label = _("Notice")
        template = "pages/blocks/notice.html"
        description = _("Something that must not be missed. One or two on a page at most.")
        preview_value = {"title": "Good to know", "text": "<p>You can bring someone along.</p>", "tone": "calm"}


class QuestionBlock(blocks.StructBlock):
    question = blocks.CharBlock(max_length=120, label=_("question"))
    answer = blocks.RichTextBlock(features=[*PLAIN, "ul"], label=_("answer"))

    class Meta:
        icon = "help"
        label = _("Question and answer")
        template = "pages/blocks/question.html"
        description = _("A question people really ask, and a short answer.")
        preview_value = {"question": "Do I have to give my name?", "answer": "<p>No.</p>"}
