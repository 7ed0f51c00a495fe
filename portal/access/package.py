"""The package that is handed over: a cover letter, then the record, and what may not be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from portal.disclosures.register import flat
from portal.documents.letters import letter_pdf
from portal.documents.queries import current
from portal.documents.rendering import render_pack
from portal.documents.statuses import DocumentKind

from .models import AmendmentRequest
from .queries import subject_behind

if TYPE_CHECKING:
    from .models import AccessRequest, Directive


def package_pdf(asked: AccessRequest) -> bytes:
    """The same bytes for the same approved draft."""
    subject, programme = subject_behind(asked), asked.matter.programme
    template = current(DocumentKind.LETTER, programme)
    moment = asked.released_at or asked.approved_at or timezone.now()
    letter = {"recipient": [subject.name], "day": timezone.localdate(moment), "sender": ""}
    title = _("Your record")
    documents = [
        (template, letter | {"subject": title, "words": _cover(asked)}),
        (template, letter | {"subject": title, "words": record_words(asked)}),
    ]
    return render_pack(documents, title=title, is_record=True)


def _cover(asked: AccessRequest) -> str:
    day = date_format(asked.asked_on, "j F Y")
    return "\n\n".join(
        [
            _("On %(day)s you asked to see your record. Here it is: everything that this office keeps about you.")
            % {"day": day},
            _("Other people are in it too. Their names, how they are reached and what they said themselves have been "
              "taken out and stand in square brackets, for instance [Person 2]."),
            "## " + _("What is not in it"),
            "- " + _("Notes that one person made for their own memory and shows to nobody.") + "\n"
            "- " + _("What those who conduct your case write to each other.") + "\n"
            "- " + _("The agreement to participate: you can read and print it on your page."),
            "## " + _("If something is wrong"),
            _("You can ask us to change it, on your page or by phone. If we do not, we say why, and you may have your "
              "own words attached to the record. You may also ask for a hearing."),
        ]
    )  # fmt: skip


def record_words(asked: AccessRequest) -> str:
    """Piece by piece, then the person's own statements."""
    parts = [_piece(one.title, one.body) for one in asked.items.filter(is_included=True)]
    parts += [_piece(_("Your statement"), one.statement) for one in _statements(asked)]
    return "\n\n".join(parts) or _("We keep nothing about you beyond your name and how we reach you.")


def _statements(asked: AccessRequest) -> list[AmendmentRequest]:
    rows = AmendmentRequest.objects.filter(matter=asked.matter).of(subject_behind(asked))
    return [one for one in rows if one.statement]


def _piece(title: str, body: str) -> str:
    """Line by line, so that nothing typed becomes a heading of our markup."""
    lines = [f"- {flat(line)}" for line in body.splitlines() if line.strip()]
    return f"## {flat(title)}\n\n" + "\n".join(lines)


def neutral_letter_pdf(directive: Directive) -> bytes:
    """The same words whether there is a record or not."""
    words = "\n\n".join(
        [
            _("We have received your letter of %(day)s.") % {"day": date_format(directive.received_on, "j F Y")},
            _("This office confirms to nobody outside whether it holds a record about any person, and says so in every "
              "case alike. This letter means neither that there is one nor that there is none."),
            _("Please send your request to the institution's counsel, who answers for it."),
        ]
    )  # fmt: skip
    recipient = [line for line in directive.sender.splitlines() if line.strip()] or [directive.sender]
    return letter_pdf(
        directive.programme, subject=_("Your letter"), words=words, recipient=recipient, day=directive.received_on
    )
