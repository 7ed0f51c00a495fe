"""What a programme with these switches keeps and destroys, in words; a test holds it against the schedule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .retention import years_of
from .statuses import RetentionClass

if TYPE_CHECKING:
    from portal.programmes.models import Programme

# In a person's words, every kind of row that is sealed under the key of a matter.
UNDER_THE_KEY: dict[str | Promise, str] = {
    gettext_lazy("Who people are and how they are reached"): "Case Participant Pass Guest Mailing Joining",
    gettext_lazy("What somebody wrote to us, and every message"): "Request Message",
    gettext_lazy(
        "Screening, allegations and their ways, with reasons"
    ): "Screening ScreenAgain Weighing Allegation AllegationRoute",
    gettext_lazy("Notes, tasks, meetings and background"): "Note Task Meeting CollateralContact DynamicsSheet",
    gettext_lazy("Sheets acknowledged and notices given"): "OwnWords WrittenNotice",
    gettext_lazy("Agreements to participate and their signatures"): "Agreement Signature",
    gettext_lazy("Free times, sessions and places"): "Availability Booking",
    gettext_lazy(
        "What coaching, groups and circles need"
    ): "CoachingSheet GroupBrief CircleSheet CircleGroup Preparation Harm Debrief",
    gettext_lazy("Plans and what was promised"): "Plan Commitment CheckIn Requirement Review Amendment",
    gettext_lazy("Interim measures"): "Measure MeasureReview",
    gettext_lazy("Permissions, disclosures and own records asked for"): (
        "SharePermission Disclosure AccessRequest AccessItem AmendmentRequest"
    ),
    gettext_lazy("Holds, disposals, excused documents, and how cases were looked after"): (
        "Hold KeptRecord ExcusedDocument SampledCase BothRoles"
    ),
}
# Only where the programme keeps what people agree on.
FINAL_AGREEMENT = "Resolution ResolutionSignature SealedCopy"
# Under keys of their own: what closing a matter does not touch.
UNDER_OWN_KEYS: dict[str | Promise, str] = {
    gettext_lazy(
        "An approved plan of a formal process: the enforcing office's record"
    ): "EnforcementRecord BreachReport",
    gettext_lazy("What was told because of imminent risk: until it was reviewed, and a few days"): "BreakGlass",
    gettext_lazy("An order or a subpoena that came in: a year after its answer"): "Directive",
}


@dataclass(frozen=True)
class Fate:
    """One line of the preview: what, what becomes of it, and whether it stays beyond the close."""

    what: str | Promise
    becomes: str
    stays: bool


def preview(programme: Programme) -> list[Fate]:
    """The fate of everything that a matter of this programme, saved or not, could hold."""
    lines = [_of_a_matter(what, programme) for what in UNDER_THE_KEY]
    lines.append(_final_agreement(programme))
    lines += [Fate(what, _("Has a time of its own, in every programme."), stays=True) for what in UNDER_OWN_KEYS]
    lines.append(
        Fate(
            _("The statistics"),
            _("Coded numbers without names, which cannot be joined back to a case, stay."),
            stays=True,
        )
    )
    lines.append(Fate(_("The audit trail"), _trail(programme), stays=True))
    return lines


def outside() -> list[str]:
    """What no switch can change, said with every preview (P13)."""
    return [
        _("Mail that was delivered, paper and copies that people hold are out of our reach."),
        _("A hold, or an open request for one's own record, stops every destruction until it is over."),
    ]


def _of_a_matter(what: str | Promise, programme: Programme) -> Fate:
    return Fate(what, _closing_words(programme), stays=programme.keeps_records)


def _closing_words(programme: Programme) -> str:
    if programme.destroys_at_close:
        return _("Destroyed when the case closes; backups cannot bring it back.")
    years = years_of(RetentionClass.OFFICE, programme)
    law = years_of(RetentionClass.TITLE_IX, programme)
    if law > years:
        words = _("Kept for %(years)d years, under Title IX for %(law)d; then destroyed once two people have signed.")
        return words % {"years": years, "law": law}
    return _("Kept for %(years)d years; then destroyed once two people have signed.") % {"years": years}


def _final_agreement(programme: Programme) -> Fate:
    what = _("What people agree on in the end")
    if not programme.keeps_final_agreement:
        return Fate(what, _("Never stored: printed for them, and gone."), stays=False)
    return Fate(what, _("Kept signed and sealed, each opening written down. ") + _closing_words(programme), stays=True)


def _trail(programme: Programme) -> str:
    if programme.destroys_at_close:
        return _("Its chain stays and can be verified, but what it says of a case cannot be read any more.")
    return _("Stays readable as long as the record; afterwards its chain can only be verified.")
