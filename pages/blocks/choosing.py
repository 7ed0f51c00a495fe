"""The questions of the guided chooser, and what they lead to."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .text import PLAIN

SHORT_NAME = _("A word of your own, such as “safe”. Answers lead here by it; no visitor sees it.")


class AnswerBlock(blocks.StructBlock):
    words = blocks.CharBlock(max_length=120, label=_("answer"))
    leads_to = blocks.CharBlock(
        max_length=40, label=_("leads to"), help_text=_("The short name of the next question, or of an outcome.")
    )

    class Meta:
        label = _("answer")


class ChoiceQuestionBlock(blocks.StructBlock):
    name = blocks.CharBlock(max_length=40, label=_("short name"), help_text=SHORT_NAME)
    question = blocks.CharBlock(max_length=160, label=_("question"))
    hint = blocks.CharBlock(max_length=240, required=False, label=_("hint"))
    answers = blocks.ListBlock(AnswerBlock(), min_num=2, max_num=6, label=_("answers"))

    class Meta:
        icon = "help"
        label = _("Question")
        template = "pages/blocks/choice_question.html"
        description = _("One question with two to six answers. The first question is where everybody starts.")
        preview_value = {
            "name": "together",
            "question": "Do you want to talk with the other person?",
            "hint": "You can change your mind at any time.",
            "answers": [
                {"words": "Yes, with somebody neutral in the room", "leads_to": "mediation"},
                {"words": "Not now", "leads_to": "coaching"},
            ],
        }


class OutcomeBlock(blocks.StructBlock):
    name = blocks.CharBlock(max_length=40, label=_("short name"), help_text=SHORT_NAME)
    title = blocks.CharBlock(max_length=120, label=_("what fits"), help_text=_("Such as “Coaching could fit”."))
    text = blocks.RichTextBlock(features=[*PLAIN, "ul"], label=_("why, and what happens next"))
    page = blocks.PageChooserBlock(
        required=False, label=_("page to read"), page_type=["pages.ServicePage", "pages.StandardPage"]
    )
    may_ask = blocks.BooleanBlock(
        default=True,
        required=False,
        label=_("with the button to our request"),
        help_text=_("Off for outcomes elsewhere."),
    )

    class Meta:
        icon = "tick-inverse"
        label = _("Outcome")
        template = "pages/blocks/outcome.html"
        description = _("Where a way ends: what could fit, and where to go from here.")
        preview_value = {
            "name": "coaching",
            "title": "Coaching could fit",
            "text": "<p>You think it through with one of us. Nobody else is told.</p>",
            "page": None,
            "may_ask": True,
        }
