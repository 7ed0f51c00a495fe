"""What stands on every page: notices above it, the menu, the links at its foot."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

TONES = [("", _("Calm: good to know")), ("warn", _("Amber: please mind")), ("bad", _("Red: danger or closed doors"))]


class BannerBlock(blocks.StructBlock):
    text = blocks.CharBlock(max_length=200, label=_("text"), help_text=_("One or two short sentences."))
    tone = blocks.ChoiceBlock(choices=TONES, required=False, label=_("tone"))
    page = blocks.PageChooserBlock(required=False, label=_("page with more"))
    words = blocks.CharBlock(max_length=40, required=False, label=_("words of the link"))
    starts_at = blocks.DateTimeBlock(required=False, label=_("from"), help_text=_("Empty: at once."))
    ends_at = blocks.DateTimeBlock(required=False, label=_("until"), help_text=_("Empty: until you take it away."))

    def clean(self, value):
        result = super().clean(value)
        wrong = {}
        if result["starts_at"] and result["ends_at"] and result["ends_at"] <= result["starts_at"]:
            wrong["ends_at"] = ValidationError(_("The end must come after the beginning."))
        if result["page"] and not result["words"]:
            wrong["words"] = ValidationError(_("Say in a few words what the link leads to."))
        if wrong:
            raise blocks.StructBlockValidationError(wrong)
        return result


class AlertBlock(BannerBlock):
    class Meta:
        icon = "warning"
        label = _("Alert")
        default = {"tone": "warn"}
        description = _("Something that everybody must know today.")


class ClosedBlock(BannerBlock):
    class Meta:
        icon = "time"
        label = _("Closed hours")
        default = {"text": _("The office is closed. We answer again on the next working day.")}
        description = _("When the office does not answer, and from when it does again.")


class LinkBlock(blocks.StructBlock):
    page = blocks.PageChooserBlock(label=_("page"))
    words = blocks.CharBlock(
        max_length=30, required=False, label=_("words"), help_text=_("Empty: the title of the page.")
    )

    class Meta:
        icon = "link"
        label = _("Link")


class MenuBlock(LinkBlock):
    below = blocks.ListBlock(LinkBlock(), max_num=8, default=[], label=_("pages that unfold below it"), required=False)

    class Meta:
        icon = "list-ul"
        label = _("Entry")
