"""Circles of hundreds: a pair leads, others lead circles beside it, whole groups are counted (C28, M52)."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from portal.cases.actions import TransitionRefused
from portal.cases.models import Assignment, Case, CircleGroup
from portal.cases.statuses import CaseStatus, Channel, TieAnswer
from portal.cases.transitions import missing
from portal.circles import actions
from portal.programmes.models import Programme
from portal.reports.coding import coded_values
from portal.scheduling.actions import answer_tie, ask_neutrals
from portal.scheduling.gates import pair_is_complete, pair_round
from portal.scheduling.queries.pair import who_can_be_asked
from tests.factories import make_assignment, make_case, make_neutral, sign_in, use_pass, verified
from tests.factories.circles import make_booked_circle, make_circle

pytestmark = pytest.mark.django_db


def waits(case, step="begin"):
    return [line.words for line in missing(Case.objects.get(pk=case.pk), step)]


def add(case, invited=200, **facts):
    return actions.keep_group(case_id=case.pk, label="The third floor", invited=invited, by=case.coordinator, **facts)


def test_a_circle_is_led_by_exactly_two():
    case, _pair = make_circle(pair=False, ready=False)
    three = [make_neutral("RJ") for _each in range(3)]

    for wrong in (three[:1], three):
        with pytest.raises(TransitionRefused, match="Choose exactly 2"):
            ask_neutrals(case_id=case.pk, neutrals=wrong, by=case.coordinator)


def test_more_facilitators_lead_circles_beside_the_pair_and_are_asked_about_ties():
    case, _pair = make_circle()
    extra = [make_neutral("RJ") for _each in range(3)]

    asked = ask_neutrals(case_id=case.pk, neutrals=extra, extra=True, by=case.coordinator)

    assert [(row.is_extra, row.is_lead, row.tie) for row in asked] == [(True, False, TieAnswer.UNANSWERED)] * 3
    for row in asked:
        answer_tie(assignment_id=row.pk, answer=TieAnswer.NO, channel=Channel.SELF, by=verified(row.neutral))
    assert Assignment.objects.filter(case=case, accepted_at__isnull=False).count() == 5


def test_who_is_not_trained_for_it_leads_no_circle_beside_the_pair_either():
    case, _pair = make_circle()

    with pytest.raises(TransitionRefused):
        ask_neutrals(case_id=case.pk, neutrals=[make_neutral("MEDIATION")], extra=True, by=case.coordinator)

    assert not Assignment.objects.filter(is_extra=True).exists()


def test_those_beside_the_pair_do_not_stand_in_for_it():
    case, pair = make_circle()
    make_assignment(case, make_neutral("RJ"), accepted=True, is_extra=True)
    case.assignments.filter(neutral=pair[0]).update(ended_at=case.opened_at, end_reason="OBJECTION")

    case = Case.objects.get(pk=case.pk)
    assert not pair_is_complete(case)
    assert pair_round(case) == 2
    assert "1 more facilitator is needed" in waits(case, "book")


def test_a_mediation_has_no_circles_beside_the_pair():
    case = make_case(accepted=[make_neutral(), make_neutral()], coordinator=verified(make_circle()[0].coordinator))

    with pytest.raises(TransitionRefused, match="no circles beside the pair"):
        ask_neutrals(case_id=case.pk, neutrals=[make_neutral()], extra=True, by=case.coordinator)
    with pytest.raises(TransitionRefused, match="another service"):
        add(case)


def test_more_are_asked_from_the_page_of_the_pair(client):
    case, _pair = make_circle()
    extra = make_neutral("RJ", first_name="Mina")
    sign_in(client, case.coordinator)
    place = reverse("portal:scheduling:pair", args=[case.reference])
    assert "Ask more, for circles beside the pair" in client.get(place).text

    client.post(place, {"neutral": [extra.pk]})

    assert Assignment.objects.get(neutral=extra).is_extra


@pytest.mark.parametrize("invited", [1, 500])
def test_a_whole_group_is_invited_and_counted_without_a_name(invited):
    case, pair = make_booked_circle()
    group = add(case, invited)
    actions.invite_group(case_id=case.pk, number=group.number, by=case.coordinator)
    assert waits(case)[0] == "The third floor: nobody has counted yet"

    count = {"case_id": case.pk, "number": group.number, "here": invited, "by": pair[0]}
    actions.count_group(agreed=invited - 1, **count)
    assert waits(case)[0].startswith("The third floor: 1 person has not said yes")

    actions.count_group(agreed=invited, **count)
    assert not [line for line in waits(case) if "third floor" in line]


def test_more_cannot_say_yes_than_are_here():
    case, pair = make_booked_circle()
    group = add(case)

    with pytest.raises(TransitionRefused, match="No more people"):
        actions.count_group(case_id=case.pk, number=group.number, here=2, agreed=3, by=pair[0])
    with pytest.raises(IntegrityError), transaction.atomic():
        CircleGroup.objects.update(here=2, agreed=3)
    with pytest.raises(TransitionRefused, match="at least one"):
        add(case, 0)


def test_only_who_conducts_the_case_leads_a_circle_of_it():
    case, pair = make_circle()

    assert add(case, facilitator=pair[1]).facilitator == pair[1]
    with pytest.raises(TransitionRefused, match="conducts this case"):
        add(case, facilitator=make_neutral("RJ"))


def test_groups_are_kept_by_staff_and_only_until_it_begins():
    case, pair = make_circle(CaseStatus.IN_SESSION)
    with pytest.raises(TransitionRefused):
        add(case)
    with pytest.raises(PermissionDenied):
        actions.keep_group(case_id=case.pk, label="The third floor", invited=3, by=pair[0])
    CircleGroup.objects.create(vault_key=case.vault_key, case=case, number=1, label="x", invited=3)
    with pytest.raises(TransitionRefused, match="when they have come"):
        actions.count_group(case_id=case.pk, number=1, here=1, agreed=1, by=pair[0])


def test_no_participant_reads_who_is_counted():
    case, _pair = make_circle()
    add(case)

    assert not CircleGroup.objects.visible_to(case.participants.first().entry).exists()
    assert CircleGroup.objects.visible_to(case.coordinator).count() == 1


def test_the_screens_of_groups(client):
    case, pair = make_booked_circle()
    sign_in(client, case.coordinator)
    place = reverse("portal:circles:add_group", args=[case.reference])
    assert client.post(place, {"label": "The third floor", "invited": "many"}).status_code == 422
    client.post(place, {"label": "The third floor", "invited": "120", "facilitator": str(pair[1].pk)})
    group = reverse("portal:circles:group", args=[case.reference, 1])
    client.post(group, {"label": "The whole third floor", "invited": "130"})
    row = CircleGroup.objects.get()
    assert (row.label, row.invited, row.facilitator) == ("The whole third floor", 130, None)

    paper = client.post(reverse("portal:circles:group_invitation", args=[case.reference, 1]))
    assert paper["Content-Type"] == "application/pdf"
    assert CircleGroup.objects.get().invited_at
    client.post(reverse("portal:sessions:booked", args=[case.reference]))
    session = case.sessions.get()
    count = reverse("portal:circles:count", args=[session.pk, 1])
    assert count in client.get(session.get_absolute_url()).text
    refused = client.post(count, {"here": "100", "agreed": "101"})
    assert refused.status_code == 422
    assert 'value="101"' in refused.text
    client.post(count, {"here": "100", "agreed": "100"})
    assert CircleGroup.objects.get().agreed == 100

    assert client.get(reverse("portal:circles:group", args=[case.reference, 7])).status_code == 404
    client.post(reverse("portal:circles:remove_group", args=[case.reference, 1]))
    assert not CircleGroup.objects.exists()


def test_a_large_circle_leaves_a_coarse_number_in_the_statistics():
    case, _pair = make_circle()
    add(case, 180)

    assert coded_values(case.matter)["crowd"] == "HUNDREDS"


def test_somebody_from_outside_is_asked_only_where_the_programme_allows_it_and_parties_are_told(client):
    case, pair = make_circle()
    outside = make_neutral("RJ", first_name="Olga")
    outside.neutral_profile.is_external = True
    outside.neutral_profile.save()
    assert outside not in who_can_be_asked(case)

    Programme.objects.update(external_neutrals=True)
    case = Case.objects.get(pk=case.pk)
    assert outside in who_can_be_asked(case)

    case.assignments.filter(neutral=pair[0]).delete()
    make_assignment(case, outside, accepted=True)
    use_pass(client, case.participants.get(number=1).entry)
    assert "Comes from outside this institution" in client.get(reverse("portal:party:meet")).text
