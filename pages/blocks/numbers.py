"""Numbers: tables that editors fill in, and the figures that the office has published."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock, TypedTableBlockValidationError

# The portal publishes these tables under these names, already suppressed.
FIGURES = [
    ("term", _("Closed, by term")),
    ("asks_for", _("What was asked for")),
    ("came_by", _("How it reached us")),
    ("referral", _("How people heard of us")),
    ("ending", _("How it ended")),
    ("outcome", _("What came of the sessions")),
]


class TableBlock(TypedTableBlock):
    """A small table. Its first column names the rows, its heading row the columns."""

    text = blocks.CharBlock(required=False, max_length=200, label=_("words"))
    number = blocks.DecimalBlock(required=False, label=_("number"))

    class Meta:
        icon = "table"
        label = _("Table")
        template = "pages/blocks/table.html"
        description = _("A few rows with a caption. The first column names the rows. No table for layout.")
        preview_value = {
            "caption": "Which service takes how long",
            "columns": [{"type": "text", "heading": "Service"}, {"type": "text", "heading": "How long"}],
            "rows": [{"values": ["Coaching", "one hour"]}, {"values": ["Mediation", "about two hours"]}],
        }

    def clean(self, table):
        table = super().clean(table)
        if table.row_data and not (table.caption or "").strip():
            raise self.refused(_("Say in the caption what the table shows."))
        if any(not (column["heading"] or "").strip() for column in table.columns):
            raise self.refused(_("Give each column a heading."))
        return table

    def refused(self, words):
        return TypedTableBlockValidationError(non_block_errors=[ValidationError(words)])


class StatisticsBlock(blocks.StructBlock):
    heading = blocks.CharBlock(max_length=80, required=False, label=_("heading"))
    table = blocks.ChoiceBlock(choices=FIGURES, label=_("which figures"))

    class Meta:
        icon = "decimal"
        label = _("Figures of the office")
        template = "pages/blocks/statistics.html"
        description = _("The figures that the office has published. Numbers below five are never shown.")
        preview_value = {"heading": "What came of it", "table": "outcome"}
