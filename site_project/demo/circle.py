"""A circle on its way: who was harmed, who caused it, who speaks for the house; each step as people take it."""

from __future__ import annotations

from django.utils import timezone

from portal.agreements.actions import sign, sign_as_neutral
from portal.agreements.gates import in_force
from portal.agreements.statuses import SigningMethod
from portal.cases.actions import (
    add_person,
    answer_taking_part,
    arrive,
    change_circle,
    hide_contact,
    move_case,
    read_rights,
    write_invitation,
)
from portal.cases.models import Case, Participant
from portal.cases.queries import notices_to_read
from portal.cases.statuses import Channel, CircleForm, OutreachOrder, ParticipantRole, Route
from portal.circles.actions import (
    confirm_readiness,
    count_group,
    invite_group,
    keep_group,
    pause_circle,
    say_wishes,
    write_harm,
    write_preparation,
)
from portal.circles.checklist import items_for
from portal.passes.actions import issue_pass
from portal.screening.actions import Finding, decide
from portal.screening.statuses import Decision
from portal.sessions.actions import take_turn
from portal.sessions.statuses import Round

from .walk import Walk, address_of

ANYWHERE = tuple(CircleForm)
SPEAKER = "Bram Visser"


class Circle(Walk):
    """A request by somebody who was harmed; `other` caused it, and somebody speaks for the house."""

    def ask(self) -> Circle:
        self.facts = {"asks_for": "RESTORATIVE_JUSTICE"} | self.facts
        super().ask()
        return self

    def screen(self) -> Circle:
        reason = "He says that he did it and wants to make it right; she wants to be heard. Nothing else is open."
        finding = Finding(Decision.SUITABLE, reason, "RESTORATIVE_JUSTICE", gone_through=True)
        decide(request_id=self.request.pk, finding=finding, by=self.dana)
        self.case = Case.objects.get(requests=self.request)
        return self

    def reach_out(self) -> Circle:
        """Staff reach out: first to whoever was harmed, then to the others."""
        self._says_yes(self.asker)
        for name, role in ((self.other, ParticipantRole.CAUSED_HARM), (SPEAKER, self.speaks)):
            add_person(
                case_id=self.case.pk,
                role=role,
                route=Route.STAFF_MAIL,
                name=name,
                contact={"email": address_of(name), "way": "EMAIL"},
                permitted=True,
                channel=Channel.PHONE,
                by=self.dana,
            )
        move_case(case_id=self.case.pk, step="invite", actor=self.dana)
        for person in self._others():
            write_invitation(participant_id=person.pk, by=self.dana)
        return self

    def all_take_part(self) -> Circle:
        for person in self._others():
            arrive(person.invitation, issue_pass(key_id=self.case.vault_key).entry)
            self._says_yes(Participant.objects.select_related("case__programme", "entry").get(pk=person.pk))
        self.case.refresh_from_db()
        return self

    def plan(self, form: CircleForm = CircleForm.IN_ONE_ROOM) -> Circle:
        """How they meet, and what keeps them safe."""
        change_circle(
            case_id=self.case.pk,
            community_is_harmed=False,
            nobody_is_known=False,
            order=OutreachOrder.HARMED_FIRST,
            form=form,
            safety="She arrives a quarter of an hour earlier and sits by the door. Breaks whenever she asks.",
            by=self.dana,
        )
        asker = self.asker
        wishes = {"wishes": "Not to speak first.", "safety": "A seat by the door."}
        mine = {"participant_id": asker.pk, "channel": Channel.SELF, "by": asker.entry}
        say_wishes(forms=[CircleForm.IN_ONE_ROOM, CircleForm.IN_TWO_ROOMS], **wishes, **mine)
        hide_contact(hide=True, **mine)
        return self

    def prepare(self) -> Circle:
        """A talk with each person alone, and each facilitator by themselves with whoever caused harm."""
        for person in self._people():
            row = getattr(person, "preparation", None)
            write_preparation(
                participant_id=person.pk,
                met_on=timezone.localdate(),
                gone_through=[item.code for item in items_for(person)],
                forms=[CircleForm(one) for one in row.forms] if row else ANYWHERE,
                wishes=row.wishes if row else "",
                safety=row.safety if row else "",
                by=self.pair[0],
            )
        caused = self.case.participants.get(role=ParticipantRole.CAUSED_HARM)
        for one in self.pair:
            confirm_readiness(participant_id=caused.pk, by=one)
        return self

    def add_floor(self, invited: int = 120) -> Circle:
        """The whole floor is asked as a group: nobody's name is written down."""
        group = keep_group(case_id=self.case.pk, label="The whole third floor", invited=invited, by=self.dana)
        invite_group(case_id=self.case.pk, number=group.number, by=self.dana)
        return self

    def count(self, here: int = 74) -> Circle:
        count_group(case_id=self.case.pk, number=1, here=here, agreed=here, by=self.pair[0])
        return self

    def sign(self) -> Circle:
        common = {"agreed_to_electronic": True, "method": SigningMethod.OWN_PAGE}
        for one in self._people():
            own = in_force(self.case, one).pk
            sign(agreement_id=own, participant_id=one.pk, typed_name=one.display_name, by=one.entry, **common)
        for neutral in self.pair:
            name, theirs = neutral.get_full_name(), in_force(self.case).pk
            sign_as_neutral(agreement_id=theirs, neutral=neutral, typed_name=name, by=neutral, **common)
        return self

    def go_round(self, rounds: tuple[Round, ...] = tuple(Round)) -> Circle:
        for code in rounds:
            for person in self._people():
                common = {"session_id": self.session.pk, "participant_id": person.pk, "by": self.pair[0]}
                take_turn(in_round=code, passed=False, **common)
        return self

    def write(self) -> Circle:
        """What the group says about harm, need and who owes what."""
        caused = self.case.participants.get(role=ParticipantRole.CAUSED_HARM)
        for harm, need, obligation in (
            (
                "The mural that three of us painted is gone.",
                "That it is there again.",
                "Paints it anew with us.",
            ),
            ("She does not sleep well since that night.", "Quiet after eleven.", "Keeps the common room locked."),
        ):
            facts = {"harm": harm, "need": need, "obligation": obligation, "owed_by": caused.pk}
            write_harm(case_id=self.case.pk, by=self.pair[0], **facts)
        return self

    def pause(self) -> Circle:
        """She needs a pause; the others read that it is paused, and nothing else."""
        asker = self.asker
        pause_circle(participant_id=asker.pk, channel=Channel.SELF, by=asker.entry)
        return self

    speaks = ParticipantRole.COMMUNITY_REPRESENTATIVE

    def _says_yes(self, one: Participant) -> None:
        mine = {"participant_id": one.pk, "channel": Channel.SELF, "by": one.entry}
        read_rights(notices=notices_to_read(one), **mine)
        answer_taking_part(yes=True, **mine)

    def _people(self) -> list[Participant]:
        return list(self.case.participants.select_related("case__programme", "entry", "preparation"))

    def _others(self) -> list[Participant]:
        return list(self.case.participants.filter(is_requester=False).select_related("invitation"))
