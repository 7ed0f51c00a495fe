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
    """The confidentiality text of a process, as approved in the portal. Here it can be placed, not changed."""

    process = blocks.ChoiceBlock(
        choices=PROCESSES,
        required=False,
        label=_("for which service"),
        help_text=_(
            "The words belong to the director of the programme, who approves each change in the portal, "
            "under Handbook. They appear here at once."
        ),
    )

    class Meta:
        icon = "lock"
        label = _("What confidential* means")
        template = "pages/blocks/exception.html"
        description = _("The approved words on confidentiality. They are read here, not changed here.")
        preview_value = {"process": "MEDIATION"}
