"""Pieces that group others: steps, folded texts, cards, whom to call, what somebody said."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from pages.kinds import SPEAKERS

from .media import PictureBlock
from .text import PLAIN, QuestionBlock, StepBlock


class StepsBlock(blocks.StructBlock):
    heading = blocks.CharBlock(max_length=80, required=False, label=_("heading"))
    steps = blocks.ListBlock(StepBlock(), label=_("steps"))

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        template = "pages/blocks/steps.html"
        description = _("What happens, one after the other. The numbers come by themselves.")
        preview_value = {
            "heading": "How it goes",
            "steps": [
                {"title": "You tell us a little", "text": "<p>By phone, online or in person.</p>"},
                {"title": "We talk it over", "text": "<p>We listen and answer what you ask.</p>"},
            ],
        }


class FoldBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=120, label=_("title"))
    text = blocks.RichTextBlock(features=[*PLAIN, "ol", "ul"], label=_("text"))

    class Meta:
        label = _("folded text")


class AccordionBlock(blocks.StructBlock):
    heading = blocks.CharBlock(max_length=80, required=False, label=_("heading"))
    folds = blocks.ListBlock(FoldBlock(), label=_("folded texts"))

    class Meta:
        icon = "collapse-down"
        label = _("Folded texts")
        template = "pages/blocks/accordion.html"
        description = _("Details that only some readers need. What everybody needs is never folded away.")
        preview_value = {
            "heading": "Good to know",
            "folds": [
                {"title": "Can I bring someone?", "text": "<p>Yes, if everyone agrees.</p>"},
                {"title": "What if I want to stop?", "text": "<p>You can, at any point.</p>"},
            ],
        }


class QuestionGroupBlock(blocks.StructBlock):
    heading = blocks.CharBlock(max_length=80, label=_("heading"))
    questions = blocks.ListBlock(QuestionBlock(), label=_("questions"))

    class Meta:
        icon = "help"
        label = _("Group of questions")
        template = "pages/blocks/question_group.html"
        description = _("Questions about one subject. Each answer is folded under its question.")
        preview_value = {
            "heading": "Before you write to us",
            "questions": [
                {"question": "Do I have to give my name?", "answer": "<p>No.</p>"},
                {"question": "What does it cost?", "answer": "<p>Nothing.</p>"},
            ],
        }


class Quotation(blocks.StructValue):
    @property
    def said_by(self):
        return dict(SPEAKERS).get(self.get("speaker"), "")


class QuotationBlock(blocks.StructBlock):
    words = blocks.TextBlock(
        max_length=400, label=_("what was said"), help_text=_("No name, no place, nothing that tells who was meant.")
    )
    speaker = blocks.ChoiceBlock(choices=SPEAKERS, label=_("who said it"), help_text=_("Never by name."))

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "pages/blocks/quotation.html"
        value_class = Quotation
        description = _("What somebody said, without a name.")
        preview_value = {"words": "For the first time in months we listened to each other.", "speaker": "student"}


class CardBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=80, label=_("title"))
    text = blocks.CharBlock(max_length=200, required=False, label=_("text"))
    page = blocks.PageChooserBlock(required=False, label=_("page it leads to"))
    picture = PictureBlock(required=False, label=_("picture"))

    class Meta:
        label = _("card")


class CardsBlock(blocks.StructBlock):
    heading = blocks.CharBlock(max_length=80, required=False, label=_("heading"))
    cards = blocks.ListBlock(CardBlock(), max_num=12, label=_("cards"))

    class Meta:
        icon = "grip"
        label = _("Cards")
        template = "pages/blocks/cards.html"
        description = _("A few ways to go on, side by side.")
        preview_value = {
            "heading": "Where to go from here",
            "cards": [
                {"title": "Coaching", "text": "Think it through with one of us."},
                {"title": "Mediation", "text": "Talk to each other, with two people who are neutral."},
            ],
        }


class ContactCardBlock(blocks.StructBlock):
    name = blocks.CharBlock(max_length=120, label=_("whom to reach"), help_text=_("An office or a service."))
    text = blocks.CharBlock(max_length=300, required=False, label=_("what they help with"))
    phone = blocks.CharBlock(max_length=40, required=False, label=_("telephone"))
    email = blocks.EmailBlock(required=False, label=_("e-mail"))
    hours = blocks.CharBlock(max_length=200, required=False, label=_("when"))
    place = blocks.CharBlock(max_length=200, required=False, label=_("where"))
    link = blocks.URLBlock(required=False, label=_("web address"))

    class Meta:
        icon = "user"
        label = _("Whom to reach")
        template = "pages/blocks/contact_card.html"
        description = _("Another office that can help, and how to reach it. Our own facts have a block of their own.")
        preview_value = {
            "name": "Counseling Service",
            "text": "When it weighs on you.",
            "phone": "555-0160",
            "email": "counseling@example.edu",
            "hours": "Monday to Friday, 9 to 5",
            "place": "Health building, second floor",
        }
