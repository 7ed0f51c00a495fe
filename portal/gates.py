"""The assembly: names that the workflow table uses with the functions that answer for them, and what upper features
tell lower ones to call."""

from portal.accounts import browser, open_work
from portal.agreements import gates as agreements
from portal.cases import gates as cases
from portal.cases import queries as case_queries
from portal.cases.transitions import Gate, install_gates
from portal.circles import gates as circles
from portal.intake import queries as intake_queries
from portal.intake.views import cookies
from portal.joining import hindrances
from portal.papers import gates as papers
from portal.passes import farewells
from portal.records import gates as records
from portal.scheduling import gates as scheduling
from portal.screening import gates as screening
from portal.sessions import gates as sessions

GATES: dict[str, Gate] = {
    "others_may_be_asked": cases.others_may_be_asked,
    "others_asked": cases.others_asked,
    "objectives_written": cases.objectives_written,
    "requester_goes_on": cases.requester_goes_on,
    "somebody_to_ask": cases.somebody_to_ask,
    "everyone_willing": cases.everyone_willing,
    "companions_agreed": cases.companions_agreed,
    "roles_filled": cases.roles_filled,
    "somebody_came_back": cases.somebody_came_back,
    "screened_again": screening.screened_again,
    "screened_for_session": screening.screened_for_session,
    "allegations_routed": screening.allegations_routed,
    "rights_acknowledged": papers.rights_acknowledged,
    "notice_delivered": papers.notice_delivered,
    "pair_ready": scheduling.pair_ready,
    "pair_agreed": scheduling.pair_agreed,
    "everyone_signed": agreements.everyone_signed,
    "everyone_wants_another": sessions.everyone_wants_another,
    "everyone_had_a_turn": sessions.everyone_had_a_turn,
    "circle_concluded": sessions.circle_concluded,
    "everyone_prepared": circles.everyone_prepared,
    "way_agreed": circles.way_agreed,
    "ready_to_make_right": circles.ready_to_make_right,
    "headcount_agreed": circles.headcount_agreed,
}


def hand_down() -> None:
    """Called once when the app is ready."""
    install_gates(GATES)
    farewells.register(cookies.forget)
    farewells.register(browser.leave_at_exit)
    open_work.register(intake_queries.open_work_of)
    open_work.register(case_queries.open_work_of)
    hindrances.register(records.hinders_joining)
