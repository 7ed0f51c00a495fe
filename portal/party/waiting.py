"""What somebody who has only written to the office reads about it: where it stands, and all that we hold."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from portal.cases.statuses import TieSource
from portal.intake.models import Request
from portal.intake.statuses import RequestStatus, SafeWay
from portal.programmes.hours import moment_in_words
from portal.programmes.models import Office

from .held import Held


@dataclass(frozen=True)
class Status:
    """Where it stands and what happens next, in kind words."""

    title: str
    next: str


def status_of(request: Request) -> Status:
    if request.status == RequestStatus.ENDED and not request.programme.destroys_at_close:
        return Status(_("This has ended"), _("Nobody works on it any more. The record is kept, as you have read."))
    if request.status == RequestStatus.ENDED:
        return Status(
            _("This has ended"),
            _("Nobody works on it any more. What you wrote is destroyed when we close it, so that nobody can read it."),
        )
    if request.is_held_for_age:
        return Status(
            _("We have your request"),
            _("You said that you are under 18. Before anything goes on, a person looks at which rule applies to you."),
        )
    if request.first_reply_at is None:
        day = date_format(request.reply_due_on, "l, j F")
        return Status(_("We have your request"), _("Somebody reads it and answers you by %(day)s.") % {"day": day})
    return Status(
        _("We are talking with you"),
        _("We find out together what could help. We contact nobody else before you say so."),
    )


def held_of(request: Request, office: Office) -> list[Held]:
    """Every answer that we keep, opened. What was left empty is not listed."""
    about_them = [
        Held(_("Name"), request.name or _("None: you are anonymous")),
        Held(_("How it is safe to reach you"), _reach(request)),
    ]
    asked, *rest = written_in(request, office)
    return [asked, *about_them, *rest]


def written_in(request: Request, office: Office) -> list[Held]:
    """What somebody asked for and wrote when they came; a case keeps it beside what they said since."""
    walled = request.matter.ties.filter(source=TieSource.NAMED).select_related("person")
    lines = [
        (_("What you asked for"), str(request.get_asks_for_display())),
        (_("Which of these you are"), str(request.get_constituency_display())),
        (_("Where you work or study"), office.unit_label(request.unit)),
        (_("What makes it easier for you"), request.needs),
        (_("In a few words"), request.about),
        (_("What happened"), request.story),
        (_("What you have tried"), request.tried),
        (_("What would help"), request.hope),
        (_("A day that we should know of"), request.soon),
        (_("Who else is in it"), request.others),
        (_("How you know each other"), request.connection),
        (_("Who must not see it"), "\n".join(tie.person.get_full_name() for tie in walled)),
        (_("Somebody else who must not see it"), request.keep_from),
        (_("Under 18"), _("Yes") if request.is_minor else ""),
        (_("How you heard of us"), str(request.get_referral_display())),
        (_("When you wrote to us"), moment_in_words(request.first_contact_at)),
    ]
    return [Held(name, text) for name, text in lines if text]


def _reach(request: Request) -> str:
    contact = request.contact
    details = [contact.get("email", ""), contact.get("phone", ""), contact.get("when", "")]
    if request.safe_way == SafeWay.EMAIL and contact.get("shared_mailbox"):
        details.append(_("others read this mailbox"))
    return "\n".join([str(request.get_safe_way_display()), *(line for line in details if line)])
