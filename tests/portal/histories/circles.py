"""A case whose people are prepared one by one, have roles, and speak in rounds."""

from django.utils import timezone

from portal.cases import actions
from portal.cases.statuses import Channel, CircleForm, OutreachOrder, ParticipantRole, Route
from portal.circles.actions import confirm_readiness, write_preparation
from portal.circles.checklist import items_for
from portal.sessions.actions import take_turn
from portal.sessions.models import Session
from portal.sessions.statuses import Outcome, SessionStatus

from .office import Way

# Who is added, in this order; whoever asked was harmed.
_ROLES = (ParticipantRole.CAUSED_HARM, ParticipantRole.COMMUNITY_REPRESENTATIVE)


class CircleWay(Way):
    def adds(self):
        count = len(self.people())
        return self.tried(
            actions.add_person,
            case_id=self.case.pk,
            role=_ROLES[(count - 1) % len(_ROLES)],
            route=Route.STAFF_MAIL,
            name=f"Sam {count}",
            contact={"email": f"sam{count}@example.net", "way": "EMAIL"},
            permitted=True,
            channel=Channel.PHONE,
            by=self.team.coordinator,
        )

    def everyone_takes_part(self):
        """Whoever was harmed is asked first (M50)."""
        harmed = self.people()[0]
        self.gets_ready(harmed)
        self.takes_part(harmed)
        if len(self.people()) == 1:
            self.adds()
        super().everyone_takes_part()

    def asks_neutrals(self, *, tie=False):
        super().asks_neutrals(tie=tie)
        self.prepares()

    def prepares(self):
        """How they meet, a talk with each alone, and each facilitator by themselves with whoever caused harm."""
        self.tried(
            actions.change_circle,
            case_id=self.case.pk,
            community_is_harmed=False,
            nobody_is_known=False,
            order=OutreachOrder.HARMED_FIRST,
            form=CircleForm.IN_ONE_ROOM,
            safety="",
            by=self.team.coordinator,
        )
        for person in self.people():
            self.tried(
                write_preparation,
                participant_id=person.pk,
                met_on=timezone.localdate(),
                gone_through=[item.code for item in items_for(person)],
                forms=tuple(CircleForm),
                wishes="",
                safety="",
                by=self.team.coordinator,
            )
            if ParticipantRole.CAUSED_HARM in person.roles:
                self._is_ready(person)

    def _is_ready(self, person):
        for row in self.case.assignments.accepted():
            neutral = next(one for one in self.team.neutrals if one.pk == row.neutral_id)
            self.tried(confirm_readiness, participant_id=person.pk, by=neutral)

    def starts(self):
        self.prepares()
        return super().starts()

    def ends_well(self):
        session = Session.objects.filter(case=self.case.pk, status=SessionStatus.RUNNING).first()
        for code in self.team.definition.rounds if session else ():
            for person in self.people():
                arguments = {"session_id": session.pk, "participant_id": person.pk, "in_round": code}
                self.tried(take_turn, passed=False, by=self.team.coordinator, **arguments)
        return self.session_ends(Outcome.NO_PLAN)


def way_of(team):
    """The way through of a process: with circles, or without."""
    return CircleWay(team) if team.definition.rounds else Way(team)
