"""Who sees which case, participant or assignment. Views reach rows only through here."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Count, Q, Value

from portal.accounts.roles import Permission
from portal.passes.models import Pass
from portal.vault.querysets import SealedQuerySet

from .counting import counted
from .statuses import OPEN_STATUSES, PARTY_ROLES, MatterStatus, NoteAudience, TieAnswer

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.accounts.viewer import Viewer


class MatterQuerySet(models.QuerySet):
    def live(self) -> Self:
        return self.exclude(status=MatterStatus.DESTROYING)

    def visible_to(self, viewer: Viewer) -> Self:
        """Matters of the programmes whose cases this viewer opens; a tie comes before any role."""
        if isinstance(viewer, Pass) or not viewer.is_verified():
            return self.none()
        tied = self.model.objects.filter(ties__person=viewer, ties__answer=TieAnswer.YES)
        works_on = Q(programme__in=viewer.programmes_with(Permission.OPEN_CASES)) & ~Q(status=MatterStatus.KEPT)
        reads = Q(programme__in=viewer.programmes_with(Permission.OPEN_KEPT), status=MatterStatus.KEPT)
        permitted = self.live().filter(works_on | reads)
        return permitted.exclude(pk__in=tied.values("pk"))


# The columns of the index `case_facets`, from which cases are counted (decision 67).
_IN_INDEX = ("programme", "status", "process")


class CaseQuerySet(SealedQuerySet):
    def open(self) -> Self:
        return self.filter(status__in=OPEN_STATUSES)

    def conducted_by(self, viewer: Viewer) -> Self:
        """Cases that this neutral has said yes to and was not released from. Says nothing of ties."""
        return self.filter(
            assignments__neutral=viewer, assignments__accepted_at__isnull=False, assignments__ended_at=None
        )

    def visible_to(self, viewer: Viewer) -> Self:
        """Cases this viewer may open. Every view reaches cases through here."""
        if isinstance(viewer, Pass):
            own = self.model.objects.filter(participants__entry=viewer)
            closed = self.model.objects.exclude(matter__status=MatterStatus.OPEN)
            return self._without(closed).filter(pk__in=own.values("pk"))
        if not viewer.is_verified():
            return self.none()
        return self._without(*self._closed_to(viewer)).filter(self._reached_by(viewer))

    def counted_for(self, viewer: User, *columns: str) -> list[dict[str, Any]]:
        """How many cases this viewer may open, by columns of an index: what counting `visible_to` gives, much faster.

        Where whole programmes are open to somebody, an index counts them alone (see `counting`); the few cases among
        them that are closed to this viewer are counted beside it and taken off, those conducted elsewhere are added.
        """
        everything, opens = self.model.objects.all(), viewer.programmes_with(Permission.OPEN_CASES)
        programmes = Q(programme__in=opens)
        closed = self._closed_to(viewer)
        elsewhere = everything.filter(pk__in=everything.conducted_by(viewer).values("pk")).exclude(programmes)
        # Each begins at an index of its own; what is closed for two reasons is taken off once.
        parts = [(elsewhere._without(*closed), 1)]
        for at, rows in enumerate(closed):
            parts.append((everything.filter(programmes, pk__in=rows.values("pk"))._without(*closed[:at]), -1))
        # In the order of the index, where what belongs together lies together; no column is looked into.
        columns = tuple(sorted(columns, key=_IN_INDEX.index))
        whole = everything.filter(programmes)._numbers(columns)
        few, *others = (rows._numbers(columns, sign) for rows, sign in parts)
        counts: Counter[tuple] = Counter()
        key = (columns, *sorted(opens))
        for *row, count in (*counted(key, lambda: list(whole)), *few.union(*others, all=True)):
            counts[tuple(row)] += count
        return [dict(zip(columns, row, strict=True)) | {"cases": count} for row, count in counts.items() if count > 0]

    def _numbers(self, columns: tuple[str, ...], sign: int = 1) -> models.QuerySet:
        return self.order_by().values_list(*columns).annotate(cases=Count("*") * Value(sign))

    def _reached_by(self, viewer: User) -> Q:
        """Through a role in its programme, or by conducting it. Being asked is not yet access: see `asked_of`."""
        # A subquery, not a join: a join counts a case once per neutral in facets.
        conducts = self.model.objects.conducted_by(viewer)
        in_programme = Q(programme__in=viewer.programmes_with(Permission.OPEN_CASES))
        return Q(pk__in=conducts.values("pk")) | in_programme

    def _closed_to(self, viewer: User) -> tuple[Self, ...]:
        """What comes before any role: a matter that goes, a kept record that only some read, a tie."""
        cases, reads = self.model.objects, viewer.programmes_with(Permission.OPEN_KEPT)
        # Said as "not open", as the index `matter_closed` says it: nearly all are open, and nothing looks through them.
        gone = cases.exclude(matter__status=MatterStatus.OPEN)
        gone = gone.exclude(matter__status=MatterStatus.KEPT, programme__in=reads)
        return gone, cases.filter(matter__ties__person=viewer, matter__ties__answer=TieAnswer.YES)

    def _without(self, *closed: Self) -> Self:
        """Subqueries, not joins: hardly anything is closed at any moment, and the list stays in its index."""
        found = self
        for rows in closed:
            found = found.exclude(pk__in=rows.values("pk"))
        return found


class ParticipantQuerySet(SealedQuerySet):
    def parties(self) -> Self:
        """Those whose own matter it is, in whatever role the process gives them."""
        return self.filter(role__in=PARTY_ROLES)

    def active(self) -> Self:
        """Still in the case: has not withdrawn and has not said no."""
        return self.filter(left_at=None).exclude(willing="NO")

    def visible_to(self, viewer: Viewer) -> Self:
        """A pass sees its own row and no other; staff and accepted neutrals see the people of their cases."""
        if isinstance(viewer, Pass):
            return self.filter(entry=viewer, case__matter__status=MatterStatus.OPEN)
        cases = self.model.case.field.related_model.objects.visible_to(viewer)
        return self.filter(case__in=cases.values("pk"))


class TellingQuerySet(SealedQuerySet):
    def open(self) -> Self:
        return self.filter(told_at=None)

    def visible_to(self, viewer: Viewer) -> Self:
        """Whom staff have to tell something, in the matters they may open. Neutrals and passes see none."""
        matters = self.model.matter.field.related_model.objects.visible_to(viewer)
        return self.filter(matter__in=matters.values("pk"))


class AssignmentQuerySet(models.QuerySet):
    def current(self) -> Self:
        return self.filter(ended_at=None)

    def accepted(self) -> Self:
        return self.current().filter(accepted_at__isnull=False)

    def asked_of(self, viewer: Viewer) -> Self:
        """Questions still waiting for this neutral's answer: names and units only, never the case."""
        if isinstance(viewer, Pass) or not viewer.is_verified():
            return self.none()
        tied = self.model.objects.filter(case__matter__ties__person=viewer, case__matter__ties__answer=TieAnswer.YES)
        waiting = self.current().filter(neutral=viewer, accepted_at=None)
        return waiting.filter(case__matter__status=MatterStatus.OPEN).exclude(pk__in=tied.values("pk"))


class NoteQuerySet(SealedQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """Staff read those for staff, the pair the pair's, and one's own only oneself, while one may open the case."""
        if isinstance(viewer, Pass) or not viewer.is_verified():
            return self.none()
        matter = self.model.matter.field.related_model
        cases, matters = matter.case.related.related_model.objects, matter.objects.visible_to(viewer)
        conducted = cases.visible_to(viewer).filter(pk__in=cases.conducted_by(viewer).values("pk"))
        of_staff = Q(audience=NoteAudience.STAFF, matter__in=matters.values("pk"))
        of_pair = Q(audience=NoteAudience.PAIR, matter__in=conducted.values("matter"))
        mine = Q(audience=NoteAudience.OWN, author=viewer)
        reached = Q(matter__in=matters.values("pk")) | Q(matter__in=conducted.values("matter"))
        return self.filter(of_staff | of_pair | (mine & reached))


class TaskQuerySet(SealedQuerySet):
    def open(self) -> Self:
        return self.filter(done_at=None)

    def visible_to(self, viewer: Viewer) -> Self:
        """Staff see the tasks of the cases they open; a neutral only those given to them."""
        if isinstance(viewer, Pass) or not viewer.is_verified():
            return self.none()
        cases = self.model.case.field.related_model.objects.visible_to(viewer)
        of_programme = Q(case__programme__in=viewer.programmes_with(Permission.OPEN_CASES))
        return self.filter(of_programme | Q(person=viewer), case__in=cases.values("pk"))


class CircleSheetQuerySet(SealedQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """The safety plan, and who is counted: for staff and those who conduct it, for no participant."""
        if isinstance(viewer, Pass):
            return self.none()
        cases = self.model.case.field.related_model.objects.visible_to(viewer)
        return self.filter(case__in=cases.values("pk"))


class BackgroundQuerySet(SealedQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """What was found out about a case is for staff: not for participants, and not for those who conduct it."""
        if isinstance(viewer, Pass) or not viewer.is_verified():
            return self.none()
        cases = self.model.case.field.related_model.objects.visible_to(viewer)
        of_programme = cases.filter(programme__in=viewer.programmes_with(Permission.OPEN_CASES))
        return self.filter(case__in=of_programme.values("pk"))


class ServiceQuerySet(SealedQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """Whoever may open the case: the people of it, those who conduct it, and staff."""
        cases = self.model.case.field.related_model.objects.visible_to(viewer)
        return self.filter(case__in=cases.values("pk"))
