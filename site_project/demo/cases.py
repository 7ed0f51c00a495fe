"""One request or case at every step of the way."""

from __future__ import annotations

from collections.abc import Callable

from portal.cases.actions import change_brief, change_goals, check_objectives, rate_oneself, share_resource
from portal.cases.statuses import Channel, CoachingReason, Ending, GroupReason, Reached, Route, StopReason
from portal.intake.actions import end_request
from portal.intake.models import Request
from portal.joining.actions import join, say_together
from portal.programmes.models import Programme
from portal.records.actions import finish_case, place_hold
from portal.records.statuses import HoldKind
from portal.screening.actions import ask_to_screen_again
from portal.screening.statuses import Trigger
from portal.sessions.actions import answer_further
from portal.sessions.statuses import Outcome, Round
from portal.withdrawals.actions import pause_case, withdraw

from .circle import Circle
from .people import person
from .walk import Walk

RJ_PAIR = ("Amara", "Henry")
PAIRS = (("Priya", "Jonas"), ("Amara", "Henry"), ("Sofia", "Kenji"), ("Nadia", "Peter"))


def seed_cases(programme: Programme) -> int:
    """All of them, once: a database that has requests is left as it is. Returns how many were made."""
    if Request.objects.exists():
        return 0
    for place, (names, about, take) in enumerate(WAYS):
        one, other = names
        take(Walk(programme, one=one, other=other, about=about, pair=PAIRS[place % len(PAIRS)]))
    for names, about, go in CIRCLES:
        go(Circle(programme, one=names[0], other=names[1], about=about, pair=RJ_PAIR))
    return len(WAYS) + len(CIRCLES)


def _asked(walk: Walk) -> Walk:
    return walk.ask()


def _held_for_age(walk: Walk) -> Walk:
    walk.facts["is_minor"] = True
    return walk.ask()


def _anonymous(walk: Walk) -> Walk:
    walk.facts |= {"name": "", "contact": {}, "safe_way": "CODE", "asks_for": "UNSURE", "others": ""}
    return walk.ask()


def _answered(walk: Walk) -> Walk:
    return walk.ask().reply()


def _to_phone(walk: Walk) -> Walk:
    """Wants no mail: somebody has to call and say that there is an answer."""
    walk.facts |= {"safe_way": "PHONE", "contact": {"phone": "617-555-0177", "when": "weekdays after five"}}
    return _answered(walk)


def _opened(walk: Walk) -> Walk:
    return _answered(walk).screen()


def _going_on(walk: Walk) -> Walk:
    return _opened(walk).go_on()


def _inviting(walk: Walk) -> Walk:
    return _going_on(walk).invite()


def _inviting_by_requester(walk: Walk) -> Walk:
    return _opened(walk).go_on(Route.REQUESTER).invite()


def _inviting_by_phone(walk: Walk) -> Walk:
    return _opened(walk).go_on(Route.STAFF_PHONE).invite()


def _everyone(walk: Walk) -> Walk:
    return _inviting_by_requester(walk).all_take_part()


def _pair_asked(walk: Walk) -> Walk:
    return _everyone(walk).ask_pair(both_answer=False)


def _times_given(walk: Walk) -> Walk:
    return _everyone(walk).ask_pair().give_times()


def _booked(walk: Walk) -> Walk:
    return _times_given(walk).book()


def _signing(walk: Walk) -> Walk:
    return _booked(walk).gather()


def _in_session(walk: Walk) -> Walk:
    return _signing(walk).sign().look().begin()


def _held(walk: Walk) -> Walk:
    return _in_session(walk).end()


def _further(walk: Walk) -> Walk:
    _held(walk)
    asker = walk.asker
    answer_further(participant_id=asker.pk, yes=True, channel=Channel.SELF, by=asker.entry)
    return walk


def _to_close(walk: Walk) -> Walk:
    _held(walk)
    finish_case(case_id=walk.case.pk, by=person("Dana"))
    return walk


def _on_hold(walk: Walk) -> Walk:
    _to_close(walk)
    reason = "Letter of the general counsel, 12 March"
    place_hold(matter_id=walk.case.matter_id, kind=HoldKind.LITIGATION, reason=reason, by=person("Ruth"))
    return walk


def _paused(walk: Walk) -> Walk:
    _times_given(walk)
    pause_case(case_id=walk.case.pk, reason=StopReason.OFFICE, by=person("Dana"))
    return walk


def _withdrawn(walk: Walk) -> Walk:
    _booked(walk)
    asker = walk.asker
    withdraw(participant_id=asker.pk, channel=Channel.SELF, by=asker.entry)
    return walk


def _stopped_in_screening(walk: Walk) -> Walk:
    """An order forbids contact: mediation is ruled out, and the requester reads about other ways."""
    walk.ask().reply().rule_out("S5")
    return walk


def _screen_again(walk: Walk) -> Walk:
    """Something new about safety: the booked session waits until somebody has screened again."""
    _booked(walk)
    words = "One of them called: somebody waited for her outside the lab last night."
    ask_to_screen_again(case_id=walk.case.pk, trigger=Trigger.SAFETY, words=words, by=person("Dana"))
    return walk


def _circle_reaching_out(circle: Circle) -> Circle:
    return circle.ask().reply().screen().reach_out()


def _circle_preparing(circle: Circle) -> Circle:
    return _circle_reaching_out(circle).all_take_part().plan().ask_pair()


def _circle_booked(circle: Circle) -> Circle:
    return _circle_preparing(circle).add_floor().prepare().give_times().book()


def _circle_running(circle: Circle) -> Circle:
    return _circle_booked(circle).count().gather().sign().look().begin().go_round((Round.HAPPENED,)).write()


def _circle_held(circle: Circle) -> Circle:
    return _circle_running(circle).go_round((Round.REPAIR,)).end(Outcome.NO_PLAN)


def _circle_paused(circle: Circle) -> Circle:
    return _circle_preparing(circle).pause()


def _ended_request(walk: Walk) -> Walk:
    _answered(walk)
    end_request(request_id=walk.request.pk, ending=Ending.NOT_PURSUED, by=person("Dana"))
    return walk


def _both_wrote(walk: Walk) -> Walk:
    """The other person wrote as well; neither knows of it, and one of them has not been asked yet."""
    walk.ask()
    walk.write_too()
    _allows(walk, walk.request)
    return walk


def _joined(walk: Walk) -> Walk:
    walk.ask()
    other = walk.write_too()
    for request in (walk.request, other):
        _allows(walk, request)
    join(request_id=other.pk, other_id=walk.request.pk, by=walk.dana)
    return walk


def _allows(walk: Walk, request: Request) -> None:
    say_together(request_id=request.pk, yes=True, channel=Channel.PHONE, by=walk.dana)


def _coaching(walk: Walk) -> Walk:
    """Somebody wants to solve it alone; the other person is never asked."""
    walk.facts |= {"asks_for": "COACHING", "others": ""}
    walk.pair = walk.pair[:1]
    _answered(walk).screen("COACHING").asker_takes_part()
    facts = {"goals": "Say no to my supervisor without a quarrel.", "reason": CoachingReason.BY_MYSELF}
    change_goals(case_id=walk.case.pk, by=walk.dana, **facts)
    rate_oneself(participant_id=walk.asker.pk, rating=3, channel=Channel.SELF, by=walk.asker.entry)
    return walk


def _coached(walk: Walk) -> Walk:
    _coaching(walk).ask_pair().give_times().book().gather().sign().look().begin().end(Outcome.HELD)
    rate_oneself(participant_id=walk.asker.pk, rating=7, channel=Channel.SELF, by=walk.asker.entry)
    share_resource(case_id=walk.case.pk, by=walk.pair[0])
    return walk


def _group(walk: Walk) -> Walk:
    """A group of forty that says what it wants to reach, without a list of names."""
    walk.facts |= {"asks_for": "FACILITATION", "others": ""}
    walk.pair = walk.pair[:1]
    _answered(walk).screen("FACILITATION").asker_takes_part()
    change_brief(
        case_id=walk.case.pk,
        group="The makerspace volunteers",
        objectives="Agree who decides about the tools, and how we say no to each other.",
        success_signs="Nobody leaves a meeting angry for a month.",
        reason=GroupReason.BACK_ON_TRACK,
        headcount=40,
        by=walk.asker.entry,
    )
    return walk


def _group_met(walk: Walk) -> Walk:
    _group(walk).ask_pair().give_times().book().gather().sign().look().begin().end(Outcome.HELD)
    check_objectives(case_id=walk.case.pk, reached=Reached.PARTLY, by=walk.dana)
    return walk


WAYS: tuple[tuple[tuple[str, str], str, Callable[[Walk], Walk]], ...] = (
    (("Alex Moreau", "Sam Rivera"), "Roommates, quiet hours", _asked),
    (("Noor Aziz", "Lena Fischer"), "A group project that stalled", _held_for_age),
    (("Robin Blake", "Kit Larsen"), "Something in our lab", _anonymous),
    (("Maya Chen", "Theo Brandt"), "Who is named first on a paper", _answered),
    (("Rosa Leal", "Tim Ford"), "A loan of lab supplies", _to_phone),
    (("Ines Costa", "Paul Weber"), "Shared kitchen, old words", _opened),
    (("Farah Malik", "Jon Ashby"), "Desk space in the office", _going_on),
    (("Bea Novotny", "Carl Ohlsen"), "Orchestra rehearsals", _inviting),
    (("Dele Adeyemi", "Ron Kessler"), "Teaching assistants and marking", _inviting_by_requester),
    (("Yuki Tanaka", "Eva Holm"), "A promise about the sublet", _inviting_by_phone),
    (("Omar Said", "Liv Berg"), "Club money and trust", _everyone),
    (("Grace Lim", "Ivan Petrov"), "Messages late at night", _pair_asked),
    (("Ada Quist", "Ben Moss"), "Two supervisors, one student", _times_given),
    (("Nina Roth", "Joe Tran"), "Instrument time", _booked),
    (("Zoe Klein", "Max Udo"), "Neighbors on one floor", _signing),
    (("Iris Vale", "Leo Stark"), "A podcast and who owns it", _in_session),
    (("Tess Ward", "Abe Cole"), "A shift plan in the library", _held),
    (("Una Frost", "Gil Serra"), "Team captain and bench", _further),
    (("Vera Hahn", "Kai Long"), "An old friendship at work", _to_close),
    (("Hugo Lind", "Pia Rossi"), "A borrowed car", _on_hold),
    (("Jade Bloom", "Ned Frank"), "Noise above the studio", _paused),
    (("Cora Dunn", "Eli Marsh"), "Words at a meeting", _withdrawn),
    (("Otto Kern", "Ana Silva"), "A place at the bench", _ended_request),
    (("Kira Blum", "Theo Marsh"), "An order not to write to each other", _stopped_in_screening),
    (("Rosa Levin", "Curt Blake"), "A lab bench and who locks up", _screen_again),
    (("Ari Costa", "Nobody Named"), "Working with my supervisor", _coaching),
    (("Mona Reyes", "Nobody Named"), "Speaking up in the lab", _coached),
    (("Jules Petit", "Nobody Named"), "Tools and who decides", _group),
    (("Nils Aker", "Nobody Named"), "A choir before its tour", _group_met),
    (("Lou Hartman", "Mina Roy"), "A reading group and its list", _both_wrote),
    (("Gus Lindner", "Faye Ortiz"), "Who waters the roof garden", _joined),
)
CIRCLES: tuple[tuple[tuple[str, str], str, Callable[[Circle], Circle]], ...] = (
    (("Mara Olsen", "Finn Decker"), "A mural that was painted over", _circle_reaching_out),
    (("Lise Amsel", "Tom Harker"), "Words on a door", _circle_preparing),
    (("Ayo Bello", "Ray Sutton"), "A party that went wrong", _circle_booked),
    (("Ida Storm", "Gus Weber"), "A broken instrument", _circle_running),
    (("Noa Perl", "Dan Whit"), "A list that was passed around", _circle_held),
    (("Elin Roos", "Cy Tanner"), "A night in the common room", _circle_paused),
)
