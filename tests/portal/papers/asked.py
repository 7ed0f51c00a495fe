"""A case in which two people are asked, and its notice."""

from portal.cases.statuses import CaseStatus, Willing
from portal.papers import actions
from tests.factories.allegations import make_routed_allegation
from tests.factories.cases import make_case, make_matter
from tests.factories.people import make_staff
from tests.factories.signing_in import verified
from tests.factories.texts import make_resolution_texts

SAYS = {"facilitator": "Noor Rahman", "timeline": "Answer in ten days."}


def asked_case(**facts):
    """Two people are asked whether they take part; the coordinator is its own."""
    programme = make_resolution_texts()
    matter = make_matter(programme)
    make_routed_allegation(matter, **facts)
    case = make_case(CaseStatus.INVITING, matter=matter, coordinator=make_staff(programme=programme))
    case.participants.update(willing=Willing.ASKED, rights_read_at=case.opened_at)
    return case, verified(case.coordinator)


def made(case, by, **changes):
    return actions.make_notice(case_id=case.pk, by=by, **(SAYS | changes))
