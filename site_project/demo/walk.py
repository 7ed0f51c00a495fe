"""One demo case on its way: each method takes one step, through the same actions that people's clicks take."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from itertools import count

from django.utils import timezone

from portal.agreements.actions import sign, sign_as_neutral
from portal.agreements.gates import in_force
from portal.agreements.statuses import SigningMethod
from portal.cases.actions import (
    add_person,
    answer_taking_part,
    arrive,
    hand_over_invitation,
    keep_details,
    move_case,
    read_rights,
    say_go_on,
    write_invitation,
)
from portal.cases.models import Case, Participant
from portal.cases.queries import notices_to_read
from portal.cases.statuses import Channel, Route, TieAnswer
from portal.intake.actions import Wish, answer, send_request
from portal.intake.envelope import EnvelopeKey
from portal.intake.models import Request
from portal.passes.actions import issue_pass
from portal.programmes.models import Programme
from portal.scheduling.actions import answer_tie, ask_neutrals, book_session, give_neutral_times, give_times
from portal.scheduling.models import Room
from portal.screening.actions import Finding, decide, look_before_session
from portal.screening.statuses import Decision
from portal.sessions.actions import begin_session, end_session, open_signing, prepare_session
from portal.sessions.models import Session
from portal.sessions.statuses import Outcome

from .people import person

_slots = count(2)


class Walk:
    """A request by two invented people, and how far it has come."""

    def __init__(
        self, programme: Programme, *, one: str, other: str, about: str, pair: tuple[str, str], **facts
    ) -> None:
        self.programme = programme
        self.one, self.other, self.about = one, other, about
        self.pair = [person(first) for first in pair]
        self.facts = facts
        self.dana = person("Dana")
        self.request: Request
        self.case: Case
        self.session: Session

    def ask(self) -> Walk:
        facts = {
            "asks_for": "MEDIATION",
            "name": self.one,
            "contact": {"email": address_of(self.one), "phone": ""},
            "safe_way": "EMAIL",
            "about": self.about,
            "story": f"{self.about}. I have tried to bring it up twice. I would like to talk with somebody there.",
            "others": self.other,
            "constituency": "GRADUATE",
            "unit": "HOUSING",
            "referral": "FRIEND",
        }
        wish = Wish(programme=self.programme, facts=facts | self.facts)
        self.request = send_request(wish=wish, key=EnvelopeKey.new())
        return self

    def write_too(self) -> Request:
        """The other person asks for help by themselves, about the same thing."""
        facts = {
            "asks_for": "MEDIATION",
            "name": self.other,
            "contact": {"email": address_of(self.other), "phone": ""},
            "safe_way": "EMAIL",
            "about": self.about,
            "story": "We do not get on since the spring. I would rather talk than go on like this.",
            "others": self.one,
            "constituency": "GRADUATE",
            "unit": "HOUSING",
            "referral": "SELF",
        }
        return send_request(wish=Wish(programme=self.programme, facts=facts), key=EnvelopeKey.new())

    def reply(self) -> Walk:
        words = "Thank you for writing. I am Dana. When would be a good time to talk, and how shall I reach you?"
        answer(entry_id=self.request.entry_id, body=words, by=self.dana)
        return self

    def screen(self, process: str = "MEDIATION") -> Walk:
        reason = "Everybody can speak for themselves; no sign of danger."
        finding = Finding(Decision.SUITABLE, reason, process, gone_through=True)
        decide(request_id=self.request.pk, finding=finding, by=self.dana)
        self.case = Case.objects.get(requests=self.request)
        return self

    def rule_out(self, stop: str) -> Walk:
        """A stop applies; other ways are named instead."""
        reason = "The order runs until June. Coaching may help meanwhile."
        ways = ["COACHING", "SUPPORT"]
        finding = Finding(Decision.ALTERNATIVES, reason, alternatives=ways, stops=[stop], gone_through=True)
        decide(request_id=self.request.pk, finding=finding, by=self.dana)
        return self

    def go_on(self, route: Route = Route.STAFF_MAIL) -> Walk:
        asker = self.asker
        say_go_on(participant_id=asker.pk, yes=True, channel=Channel.SELF, by=asker.entry)
        staff = route != Route.REQUESTER
        contact = {"email": address_of(self.other), "way": "EMAIL"} if staff else None
        add_person(
            case_id=self.case.pk,
            route=route,
            name=self.other if staff else "",
            contact=contact,
            permitted=staff,
            channel=Channel.SELF,
            by=asker.entry,
        )
        return self

    def invite(self) -> Walk:
        move_case(case_id=self.case.pk, step="invite", actor=self.dana)
        other = self.case.participants.get(is_requester=False)
        if other.route == Route.REQUESTER:
            hand_over_invitation(participant_id=other.pk, channel=Channel.SELF, by=self.asker.entry)
        elif other.route == Route.STAFF_MAIL:
            write_invitation(participant_id=other.pk, by=self.dana)
        return self

    def all_take_part(self) -> Walk:
        other = self.case.participants.get(is_requester=False)
        issued = issue_pass(key_id=self.case.vault_key)
        arrive(other.invitation, issued.entry)
        self._give_details()
        for one in self.case.participants.select_related("case__programme", "entry"):
            read_rights(participant_id=one.pk, notices=notices_to_read(one), channel=Channel.SELF, by=one.entry)
            answer_taking_part(participant_id=one.pk, yes=True, channel=Channel.SELF, by=one.entry)
        self.case.refresh_from_db()
        return self

    def _give_details(self) -> None:
        """Whoever was reached through the requester says who they are only now."""
        other = self.case.participants.select_related("entry").get(is_requester=False)
        contact = {"way": "EMAIL", "email": address_of(self.other), "shared_mailbox": False}
        keep_details(
            participant_id=other.pk, name=self.other, contact=contact, needs={}, channel=Channel.SELF, by=other.entry
        )

    def asker_takes_part(self) -> Walk:
        """Where nobody else has to be asked."""
        asker = self.asker
        read_rights(participant_id=asker.pk, notices=notices_to_read(asker), channel=Channel.SELF, by=asker.entry)
        answer_taking_part(participant_id=asker.pk, yes=True, channel=Channel.SELF, by=asker.entry)
        self.case.refresh_from_db()
        return self

    def ask_pair(self, *, both_answer: bool = True) -> Walk:
        asked = ask_neutrals(case_id=self.case.pk, neutrals=self.pair, by=self.dana)
        for row in asked if both_answer else asked[:1]:
            answer_tie(assignment_id=row.pk, answer=TieAnswer.NO, channel=Channel.SELF, by=row.neutral)
        return self

    def give_times(self) -> Walk:
        day = timezone.localdate() + timedelta(days=next(_slots) % 10 + 2)
        free = [f"{day:%Y-%m-%d}T{hour:02}:{minute:02}" for hour in range(10, 20) for minute in (0, 30)]
        for one in self.case.participants.select_related("entry"):
            give_times(participant_id=one.pk, free=free, channel=Channel.SELF, by=one.entry)
        for row in self.case.assignments.accepted().select_related("neutral"):
            give_neutral_times(assignment_id=row.pk, free=free, channel=Channel.SELF, by=row.neutral)
        self.starts_at = timezone.make_aware(datetime.combine(day, time(14, 0)))
        return self

    def book(self) -> Walk:
        room, _created = Room.objects.get_or_create(name=f"Quayside Hall 2{next(_slots):02}")
        book_session(case_id=self.case.pk, starts_at=self.starts_at, room=room, by=self.dana)
        return self

    def gather(self) -> Walk:
        self.session = prepare_session(case_id=self.case.pk, by=self.pair[0])
        people = set(self.case.participants.values_list("pk", flat=True))
        open_signing(session_id=self.session.pk, present=people | {one.pk for one in self.pair}, by=self.pair[0])
        return self

    def sign(self) -> Walk:
        agreement = in_force(self.case)
        common = {"agreement_id": agreement.pk, "agreed_to_electronic": True, "method": SigningMethod.OWN_PAGE}
        for one in self.case.participants.select_related("entry"):
            sign(participant_id=one.pk, typed_name=one.display_name, by=one.entry, **common)
        for neutral in self.pair:
            sign_as_neutral(neutral=neutral, typed_name=neutral.get_full_name(), by=neutral, **common)
        return self

    def look(self) -> Walk:
        """The short look before the session: nothing new."""
        look_before_session(case_id=self.case.pk, is_fine=True, by=self.pair[0])
        return self

    def begin(self) -> Walk:
        begin_session(session_id=self.session.pk, by=self.pair[0])
        return self

    def end(self, outcome: Outcome = Outcome.WRITTEN) -> Walk:
        end_session(session_id=self.session.pk, outcome=outcome, minutes=115, by=self.pair[0])
        return self

    @property
    def asker(self) -> Participant:
        return self.case.participants.select_related("case__programme", "entry").get(is_requester=True)


def address_of(name: str) -> str:
    return f"{name.split()[0].lower()}.{name.split()[-1].lower()}@students.example.edu"
