"""Cases of a programme that keeps what people agree on, and their agreements at any step."""

from datetime import timedelta

from django.utils import timezone

from portal.agreements.statuses import SigningMethod
from portal.cases.statuses import CaseStatus
from portal.handbook.seeding import seed_texts
from portal.plans import actions
from portal.plans.models import Resolution
from portal.plans.statuses import Capacity

from .allegations import give_papers, make_routed_allegation
from .cases import make_case, make_matter
from .office import make_office, make_programme
from .people import make_staff
from .signing_in import verified
from .texts import make_resolution_texts

NAMES = ("Alex", "Sam")


def make_keeping_programme():
    make_office()
    programme = make_programme(
        "ADR", name="Coordinator's programme", destroys_at_close=False, keeps_final_agreement=True
    )
    seed_texts(programme)
    return programme


def make_kept_case(status=CaseStatus.HELD, **facts):
    programme = facts.pop("programme", None) or make_keeping_programme()
    coordinator = verified(make_staff(programme=programme, first_name="Cora"))
    return make_case(status, programme=programme, coordinator=coordinator, names=facts.pop("names", NAMES), **facts)


def director_of(case):
    return verified(make_staff("DIRECTOR", programme=case.programme, first_name="Dora"))


def day(number):
    return timezone.localdate() + timedelta(days=number)


def make_resolution(**facts):
    """An agreement being written that has all it needs: one promise of Alex, one undertaking, nobody leaving."""
    case = facts.pop("case", None) or make_kept_case(**facts)
    by = case.coordinator
    row = actions.begin_resolution(case_id=case.pk, by=by)
    change(row, by=by)
    alex = case.participants.get(number=1)
    term(row, owner=alex, by=by)
    term(row, what="Move one lab session", by_whom="School of Science", by=by)
    for person in case.participants.all():
        leave = {"participant_id": person.pk, "kind": "GRADUATION", "leaves_on": None, "effect": ""}
        actions.say_leaving(resolution_id=row.pk, by=by, **leave)
    return fetch(row)


def change(row, *, by, **facts):
    usual = {
        "wording": "NO_FINDING",
        "acknowledgement": "",
        "covers": "Remarks in the lab in October",
        "measures": "Separate benches until June",
        "permitted": "The two supervisors",
        "breach_to": "The coordinator hears it; the director may reopen talks",
        "review_on": day(60),
        "ends_on": day(200),
    }
    return actions.change_resolution(resolution_id=row.pk, by=by, **(usual | facts))


def term(row, *, owner=None, by, **facts):
    usual = {
        "what": "Stay away from bench four",
        "for_whom": "Sam",
        "kind": "SPACE",
        "starts_on": None,
        "due_on": day(90),
        "shown_by": "",
        "mentor": "",
        "obstacle": "",
        "by_whom": "",
    }
    return actions.keep_term(resolution_id=row.pk, owner_id=owner and owner.pk, by=by, **(usual | facts))


def make_open_resolution(**facts):
    row = make_resolution(**facts)
    actions.open_resolution(resolution_id=row.pk, by=row.case.coordinator)
    return fetch(row)


def sign_as(row, number):
    person = row.case.participants.select_related("entry").get(number=number)
    return actions.sign_resolution(
        participant_id=person.pk,
        resolution_id=row.pk,
        typed_name=person.display_name,
        method=SigningMethod.OWN_PAGE,
        agreed_to_electronic=True,
        by=person.entry,
    )


def sign_for(row, capacity, by):
    return actions.sign_for_office(
        resolution_id=row.pk, capacity=capacity, typed_name=str(by), agreed_to_electronic=True, by=by
    )


def make_agreed_resolution(**facts):
    row = make_open_resolution(**facts)
    for number in (1, 2):
        sign_as(row, number)
    sign_for(row, Capacity.COORDINATOR, row.case.coordinator)
    sign_for(row, Capacity.DIRECTOR, director_of(row.case))
    return fetch(row)


def fetch(row):
    found = Resolution.objects.select_related("case__matter", "case__programme", "case__coordinator").get(pk=row.pk)
    verified(found.case.coordinator)
    return found


def make_almost_agreed():
    """Alex and the coordinator have signed, Sam and the director not. The agreement, and the director."""
    programme = make_resolution_texts()
    matter = make_matter(programme)
    allegation = make_routed_allegation(matter)
    by = verified(make_staff(programme=programme, first_name="Cora"))
    case = make_case(CaseStatus.INVITING, matter=matter, coordinator=by, names=NAMES)
    give_papers(case, by)
    case.status = CaseStatus.ARRANGING
    case.save(update_fields=["status"])
    row = make_resolution(case=case)
    change(row, by=by, allegations=[allegation.pk])
    actions.open_resolution(resolution_id=row.pk, by=by)
    row = fetch(row)
    sign_as(row, 1)
    sign_for(row, Capacity.COORDINATOR, row.case.coordinator)
    return row, director_of(row.case)
