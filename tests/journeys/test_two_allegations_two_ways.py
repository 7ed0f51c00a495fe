"""Two allegations, two ways (C11): one is talked about and settled, the other stays open to a formal process (R12)."""

import pytest
from django.core.cache import cache

from portal.screening.models import Allegation
from tests.factories import make_staff, verified
from tests.factories.requests import make_request_with_slip
from tests.factories.texts import make_resolution_texts

from . import one_report_two_ways as steps
from .actors import is_signed_in
from .test_a_plan_is_made_and_followed import holds_page

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_allegations_go_two_ways_and_only_one_is_settled(person):
    cache.clear()
    programme = make_resolution_texts()
    cora = verified(make_staff(programme=programme, first_name="Cora"))
    dora = make_staff("DIRECTOR", programme, first_name="Dora")
    request, slip = make_request_with_slip(programme=programme)
    coordinator, director = person(), person()
    is_signed_in(coordinator, cora)
    is_signed_in(director, dora)

    reference = request.reference
    steps.one_is_written_down(coordinator, reference, what=steps.MOCKED, named="Sam Lee", named_is="STUDENT")
    by_an_employee = {"named": "Dr Vance", "named_is": "FACULTY", "law": "Title IX", "ground": "SEX"}
    steps.one_is_written_down(coordinator, reference, what=steps.GRADED, **by_an_employee)
    steps.it_goes(coordinator, 1, "Mediation", "Both are students and wish to talk.")
    steps.it_goes(coordinator, 2, "The formal process", "A teacher and a student.", not_this="Mediation")
    steps.the_director_signs_both(director, reference)

    case, participant = steps.it_is_decided_and_sam_is_asked(cora, reference)
    alex, sam = person(phone=True), person(phone=True)
    holds_page(sam, participant)
    steps.the_notice_is_made(coordinator, case)
    steps.a_yes_is_too_early(sam)
    steps.the_letter_comes_back_and_it_is_handed_over(coordinator, "p2")
    steps.alex_enters_and_reads_the_notice(alex, slip["code"])
    steps.it_is_said_in_own_words(alex, "I may say no, and I can still report it.")
    steps.it_is_said_in_own_words(sam, "Nobody finds that I did it, and what we sign is kept.")
    steps.the_words_are_read(coordinator, case)
    steps.both_take_part(alex, sam)

    steps.the_agreement_is_written(coordinator, case)
    steps.all_four_sign(case, ((alex, "Alex Rivera"), (sam, "Sam Lee")), (coordinator, director))
    steps.the_settled_one_is_barred_and_the_other_goes_on(coordinator, case.reference)
    steps.the_register_names_nobody_and_lacks_nothing(
        coordinator, case.reference, ("Alex", "Rivera", "Sam Lee", "Vance")
    )

    settled, formal = Allegation.objects.order_by("number")
    assert settled.barred_on is not None
    assert formal.barred_on is None
    assert formal.formal_runs
