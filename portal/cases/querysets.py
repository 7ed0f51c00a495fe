"""Who sees which case, participant or assignment. Views reach rows only through here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

from portal.accounts.roles import Permission
from portal.passes.models import Pass
from portal.vault.querysets import SealedQuerySet

from .statuses import OPEN_STATUSES, PARTY_ROLES, MatterStatus, NoteAudience, TieAnswer

if TYPE_CHECKING:
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
        # A subquery, not a join: hardly any matter is being destroyed at any moment, and the list stays in its index.
        going = self.model.objects.filter(matter__status=MatterStatus.DESTROYING)
        kept = self.model.objects.filter(matter__status=MatterStatus.KEPT)
        cases = self.exclude(pk__in=going.values("pk"))
        if isinstance(viewer, Pass):
            own = self.model.objects.filter(participants__entry=viewer)
            return cases.filter(pk__in=own.values("pk")).exclude(pk__in=kept.values("pk"))
        if not viewer.is_verified():
            return self.none()
        # Subqueries, not joins: a join counts a case once per neutral in facets.
        conducts = self.model.objects.conducted_by(viewer)
        in_programme = Q(programme__in=viewer.programmes_with(Permission.OPEN_CASES))
        # A tie comes before any role. Being asked is not yet access: see AssignmentQuerySet.asked_of().
        tied = self.model.objects.filter(matter__ties__person=viewer, matter__ties__answer=TieAnswer.YES)
        works_on = cases.filter(Q(pk__in=conducts.values("pk")) | in_programme)
        # A record that is kept is opened by fewer people than a case that is worked on.
        unread = kept.exclude(programme__in=viewer.programmes_with(Permission.OPEN_KEPT))
        return works_on.exclude(pk__in=unread.values("pk")).exclude(pk__in=tied.values("pk"))


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
