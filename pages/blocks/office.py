"""What the office keeps in one place, shown where an editor puts it: its facts, its documents, its promises."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

# The documents of the office that anybody may read; the portal answers at these names.
PUBLIC_DOCUMENTS = [("agreement-to-participate", _("Agreement to take part in mediation"))]

# The portal's processes, by the codes it keeps their texts under.
PROCESSES = [
    ("COACHING", _("Conflict coaching")),
    ("FACILITATION", _("Facilitation")),
    ("MEDIATION", _("Mediation")),
    ("RESTORATIVE_JUSTICE", _("Restorative justice")),
]

# The office's programmes with a door of their own, by the codes under which the portal keeps their texts.
PROGRAMMES = [("MEDIATION", _("Mediation")), ("ADR", _("Discrimination and harassment"))]
WHOSE_WORDS = _(
    "The words belong to the director of the programme, who approves each change in the portal, "
    "under Handbook. They appear here at once."
)

# Where somebody can go on to write; the portal answers at these addresses.
DOORS = [
    ("ASK", _("Ask for help, where nothing is kept")),
    ("REPORT", _("Discrimination or harassment, where the record is kept")),
    ("CODE", _("Come back with a personal code")),
]


class DocumentBlock(blocks.StructBlock):
    document = blocks.ChoiceBlock(choices=PUBLIC_DOCUMENTS, label=_("document"))
    words = blocks.CharBlock(max_length=120, label=_("what the link says"))

    class Meta:
        icon = "doc-full"
        label = _("Document of the office")
        template = "pages/blocks/document.html"
        description = _("Links to the version in force, to read on screen and as PDF.")
        preview_value = {"document": "agreement-to-participate", "words": "Read the agreement"}


class OfficeBlock(blocks.StaticBlock):
    class Meta:
        icon = "mail"
        label = _("How to reach the office")
        admin_text = _("Prints the telephone, address and hours that are kept under “Office”.")
        template = "pages/blocks/office.html"
        description = _("Telephone, address and hours, kept in one place.")


class ExceptionBlock(blocks.StructBlock):
    """The confidentiality text of a programme or process, as approved in the portal: placed here, not changed."""

    programme = blocks.ChoiceBlock(choices=PROGRAMMES, default="MEDIATION", label=_("of which programme"))
    process = blocks.ChoiceBlock(
        choices=PROCESSES,
        required=False,
        label=_("for which service"),
        help_text=WHOSE_WORDS,
    )

    class Meta:
        icon = "lock"
        label = _("What confidential* means")
        template = "pages/blocks/exception.html"
        description = _("The approved words on confidentiality. They are read here, not changed here.")
        preview_value = {"programme": "MEDIATION", "process": "MEDIATION"}


class KeptBlock(blocks.StructBlock):
    """What a programme keeps and where that ends, as approved in the portal."""

    programme = blocks.ChoiceBlock(
        choices=PROGRAMMES, default="MEDIATION", label=_("of which programme"), help_text=WHOSE_WORDS
    )

    class Meta:
        icon = "folder-open-1"
        label = _("What is kept")
        template = "pages/blocks/kept.html"
        description = _("The approved words on what stays on record, and on what is destroyed.")
        preview_value = {"programme": "MEDIATION"}


class DoorBlock(blocks.StructBlock):
    """A button into the portal, so that no editor has to know its addresses."""

    door = blocks.ChoiceBlock(choices=DOORS, label=_("leads to"))
    words = blocks.CharBlock(max_length=60, label=_("what the button says"))

    class Meta:
        icon = "arrow-right"
        label = _("Button to our forms")
        template = "pages/blocks/door.html"
        description = _("Leads to where people write to us, or come back with their code.")
        preview_value = {"door": "ASK", "words": "Ask for help"}
