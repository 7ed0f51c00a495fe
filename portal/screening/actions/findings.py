"""What somebody found when screening, checked against the rubric, and how it is written down."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from portal.cases.actions import TransitionRefused
from portal.programmes.processes import definition

from ..models import RubricVersion, Screening
from ..policies import may_lift
from ..queries import NoRubric, fit_of, rubric_in_use
from ..scoring import Fit
from ..statuses import Band, Decision, LiftedBy, Occasion, Reader, Safeguard, Standing
from ..stops import Way, ways

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.cases.models import Matter
    from portal.programmes.models import Programme

# Forms in which nobody sits in one room with the other.
_APART = frozenset({Safeguard.SEPARATE_ROOMS, Safeguard.WRITTEN, Safeguard.SURROGATE})
_READERS = (LiftedBy.STAFF, LiftedBy.COORDINATOR, LiftedBy.DIRECTOR)


@dataclass(frozen=True)
class Finding:
    """What the person who decides says; reasons, ticks and scores are for staff and are sealed."""

    decision: Decision
    reason: str
    process: str = ""
    alternatives: Sequence[str] = ()
    refer_to: str = ""
    own_words: str = ""
    asked: Sequence[str] = ()
    talked_on: date | None = None
    # The codes of the stops that apply, and that all of them were gone through.
    stops: Collection[str] = ()
    gone_through: bool = False
    # Why it goes on although a stop or the band speaks against it.
    override: str = ""
    # Pairs of a key and a name, and {criterion: {key: score}}; used only where the programme weighs.
    people: Sequence[tuple[str, str]] = ()
    scores: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    safeguards: Collection[str] = ()
    # The version that was on the screen; None takes the one in use.
    rubric_id: int | None = None


@dataclass(frozen=True)
class Advice:
    """What the rubric makes of a finding: the band, who has to read it, and what the chosen way asks for."""

    rubric: RubricVersion
    band: str = ""
    reader: str = Reader.NONE
    safeguards: tuple[str, ...] = ()


def weigh(finding: Finding, *, programme: Programme, by: User) -> Advice:
    """Hold a finding against the rubric in use. Raises TransitionRefused with what stands against it."""
    rubric = _rubric(finding, programme)
    if finding.decision != Decision.SUITABLE:
        return Advice(rubric, safeguards=tuple(finding.safeguards))
    if not finding.gone_through:
        raise _refused(_("Go through the stops first, and say that you have."))
    way = ways(rubric.stops.all(), finding.stops, programme)[finding.process]
    _refuse_final(way)
    fit = _fit(finding, rubric)
    chosen = tuple(dict.fromkeys([*way.safeguards, *finding.safeguards]))
    _ask_for_reason(finding, way, fit, chosen)
    if fit and fit.band == Band.WITH_SAFEGUARDS and not chosen:
        raise _refused(_("In this band it is suitable only with safeguards. Choose at least one."))
    return Advice(rubric, band=fit.band if fit else "", reader=_reader(way, fit, programme, by), safeguards=chosen)


def _fit(finding: Finding, rubric: RubricVersion) -> Fit | None:
    if not rubric.programme.weighted_criteria:
        return None
    return fit_of(rubric, finding.process, scores=finding.scores, people=finding.people)


def _rubric(finding: Finding, programme: Programme) -> RubricVersion:
    try:
        rubric = rubric_in_use(programme)
    except NoRubric as nothing:
        raise _refused(_("No rubric is in use yet. The coordinator approves one first.")) from nothing
    if finding.rubric_id not in (None, rubric.pk):
        raise _refused(_("A new version of the rubric is in use since you opened this page. Please look again."))
    return rubric


def _refuse_final(way: Way) -> None:
    if way.final:
        names = get_text_list([one.stop.code for one in way.final], _("and"))
        words = _("%(process)s is not possible: %(stops)s stands in the way, and nobody may lift that.")
        raise _refused(words % {"process": way.process.label, "stops": names})


def _ask_for_reason(finding: Finding, way: Way, fit: Fit | None, chosen: Collection[str]) -> None:
    """Against a stop or the band only with a reason."""
    if finding.override.strip():
        return
    if way.to_lift:
        names = get_text_list([one.stop.code for one in way.to_lift], _("and"))
        raise _refused(_("%(stops)s stands in the way. Say why it can go on all the same.") % {"stops": names})
    if fit and fit.band in (Band.NOT_ADVISED, Band.NOT_ENOUGH):
        words = _("The criteria say: %(band)s. Say why it can go on all the same.")
        raise _refused(words % {"band": fit.band_label.lower()})
    if fit and not fit.joint_talk and not _APART & set(chosen):
        raise _refused(_("A talk in one room is not advised. Choose a form without it, or say why it is right."))


def _reader(way: Way, fit: Fit | None, programme: Programme, by: User) -> str:
    """Who has to read it: the gravest of what this person may not lift, or another person where the band asks."""
    open_to_others = [one.cell.lifted_by for one in way.to_lift if not may_lift(by, one.cell.lifted_by, programme)]
    if open_to_others:
        return str(max(open_to_others, key=lambda one: _READERS.index(LiftedBy(one))))
    return Reader.ANOTHER if fit and fit.band != Band.SUITABLE else Reader.NONE


def write_down(
    finding: Finding, advice: Advice, *, matter: Matter, by: User, occasion: Occasion = Occasion.FIRST
) -> Screening:
    """One more row; scores are kept only where the programme weighs."""
    weighs = bool(advice.band)
    return Screening.objects.create(
        vault_key=matter.pk,
        matter=matter,
        rubric=advice.rubric,
        occasion=occasion,
        standing=Standing.WAITING if advice.reader else Standing.IN_FORCE,
        decision=finding.decision,
        process=finding.process,
        band=advice.band,
        alternatives=list(finding.alternatives),
        refer_to=finding.refer_to,
        reason=finding.reason,
        override=finding.override,
        own_words=finding.own_words,
        conversation={"asked": list(finding.asked)},
        answers={
            "stops": list(finding.stops),
            "safeguards": list(advice.safeguards),
            "people": [list(one) for one in finding.people] if weighs else [],
            "scores": {code: dict(given) for code, given in finding.scores.items()} if weighs else {},
        },
        talked_on=finding.talked_on,
        decided_by=by,
        decided_at=timezone.now(),
        reader=advice.reader,
    )


def label_of(process: str) -> str:
    return str(definition(process).label) if process else ""


def _refused(words: str) -> TransitionRefused:
    return TransitionRefused(step="screen", words=words)
