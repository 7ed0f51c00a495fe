"""The rubric's versions: drafting, approving, comparing; screenings stay with theirs."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from portal.audit.events import AuditEvent
from portal.audit.models import AuditLink
from portal.cases.actions import TransitionRefused
from portal.documents.statuses import VersionStatus
from portal.screening.actions import (
    DraftChanged,
    approve_rubric,
    change_bands,
    change_criterion,
    change_stop,
    decide,
    draft_rubric,
    drop_draft,
)
from portal.screening.changes import compare_rubrics
from portal.screening.models import RubricVersion
from portal.screening.queries import fit_of, rubric_in_use
from portal.screening.seeding import seed_rubric
from portal.screening.statuses import Band, LowMeans
from tests.factories import make_programme, make_staff, verified
from tests.factories.requests import make_request
from tests.factories.screening import PEOPLE, make_finding, make_scores, make_weighing_programme
from tests.factories.texts import make_texts

pytestmark = pytest.mark.django_db
NEW = {
    "words": "Both have slept on it",
    "hint": "",
    "is_retired": False,
    "per_person": False,
    "low_means": LowMeans.NOTHING,
    "safeguards": [],
    "weights": {"MEDIATION": 20},
}


@pytest.fixture
def programme():
    return make_weighing_programme()


@pytest.fixture
def coordinator(programme):
    return verified(make_staff("COORDINATOR", programme=programme))


def facts_of(line, *names):
    return {name: getattr(line, name) for name in names}


def put_in_use(draft, by, reason="The last term showed it"):
    draft.refresh_from_db()
    return approve_rubric(rubric_id=draft.pk, edition=draft.edition, reason=reason, by=by)


def test_a_programme_gets_its_first_rubric_once(programme):
    assert seed_rubric(programme) is False

    rubric = rubric_in_use(programme)
    assert (rubric.version, rubric.stops.count(), rubric.criteria.count()) == (1, 15, 18)


def test_a_draft_starts_as_what_is_in_use_and_there_is_one_at_a_time(programme, coordinator):
    draft = draft_rubric(programme=programme, by=coordinator)

    assert draft_rubric(programme=programme, by=coordinator) == draft
    assert compare_rubrics(rubric_in_use(programme), draft) == []
    assert RubricVersion.objects.count() == 2


def test_a_new_criterion_counts_once_it_is_approved_and_needs_no_code(programme, coordinator):
    draft = draft_rubric(programme=programme, by=coordinator)
    added = change_criterion(rubric_id=draft.pk, facts=NEW, by=coordinator)
    scores = make_scores(programme, every=4) | {"W19": {"ALL": 0}}
    before = fit_of(rubric_in_use(programme), "MEDIATION", scores=scores, people=PEOPLE)

    put_in_use(draft, coordinator)

    after = fit_of(rubric_in_use(programme), "MEDIATION", scores=scores, people=PEOPLE)
    assert (added.code, added.position) == ("W19", 19)
    assert (before.shown, after.shown) == (100, 82)


def test_a_retired_line_is_asked_no_more_and_its_code_is_not_used_again(programme, coordinator):
    draft = draft_rubric(programme=programme, by=coordinator)
    stop = draft.stops.get(code="S15")
    retired = facts_of(stop, "words", "hint", "effects") | {"is_retired": True}
    change_stop(rubric_id=draft.pk, code="S15", facts=retired, by=coordinator)
    put_in_use(draft, coordinator)
    request = make_request(programme=programme)

    screening = decide(
        request_id=request.pk,
        finding=make_finding(stops=["S15"], scores=make_scores(programme)),
        by=coordinator,
    )
    following = draft_rubric(programme=programme, by=coordinator)
    added = change_stop(
        rubric_id=following.pk, facts={"words": "New", "hint": "", "effects": {}, "is_retired": False}, by=coordinator
    )

    assert screening.reader == ""
    assert added.code == "S16"


def test_a_screening_keeps_the_version_it_was_made_with(programme, coordinator):
    request = make_request(programme=programme)
    screening = decide(request_id=request.pk, finding=make_finding(scores=make_scores(programme)), by=coordinator)
    draft = draft_rubric(programme=programme, by=coordinator)
    change_criterion(rubric_id=draft.pk, facts=NEW, by=coordinator)
    put_in_use(draft, coordinator)

    screening.refresh_from_db()
    assert (screening.rubric.version, screening.rubric.criteria.count()) == (1, 18)
    assert screening.rubric.status == VersionStatus.SUPERSEDED


def test_a_form_that_was_opened_with_the_version_before_is_refused(programme, coordinator):
    request = make_request(programme=programme)
    opened_with = rubric_in_use(programme)
    put_in_use(draft_rubric(programme=programme, by=coordinator), coordinator)

    with pytest.raises(TransitionRefused, match="new version of the rubric"):
        decide(
            request_id=request.pk,
            finding=make_finding(scores=make_scores(programme), rubric_id=opened_with.pk),
            by=coordinator,
        )


def test_bands_belong_to_the_version(programme, coordinator):
    draft = draft_rubric(programme=programme, by=coordinator)
    change_bands(
        rubric_id=draft.pk, facts={"suitable_from": 80, "safeguards_from": 60, "answered_from": 80}, by=coordinator
    )
    before = fit_of(rubric_in_use(programme), "MEDIATION", scores=make_scores(programme), people=PEOPLE)

    put_in_use(draft, coordinator)

    after = fit_of(rubric_in_use(programme), "MEDIATION", scores=make_scores(programme), people=PEOPLE)
    assert (before.band, after.band) == (Band.SUITABLE, Band.WITH_SAFEGUARDS)


@pytest.mark.parametrize("bands", [(50, 70, 80), (70, 50, 101)])
def test_bands_that_make_no_sense_are_refused(programme, coordinator, bands):
    draft = draft_rubric(programme=programme, by=coordinator)
    names = ("suitable_from", "safeguards_from", "answered_from")

    with pytest.raises(ValidationError):
        change_bands(rubric_id=draft.pk, facts=dict(zip(names, bands, strict=True)), by=coordinator)


@pytest.mark.parametrize(
    "wrong",
    [{"weights": {"MEDIATION": 21}}, {"weights": {"KARATE": 1}}, {"safeguards": ["A moat"]}, {"words": ""}],
)
def test_a_criterion_that_makes_no_sense_is_refused(programme, coordinator, wrong):
    draft = draft_rubric(programme=programme, by=coordinator)

    with pytest.raises(ValidationError):
        change_criterion(rubric_id=draft.pk, facts=NEW | wrong, by=coordinator)

    assert draft.criteria.count() == 18


@pytest.mark.parametrize(
    "effects",
    [{"MEDIATION": {"effect": "EXPLODES"}}, {"MEDIATION": {"effect": "STOP"}}, {"KARATE": {"effect": "OK"}}],
)
def test_a_stop_that_makes_no_sense_is_refused(programme, coordinator, effects):
    draft = draft_rubric(programme=programme, by=coordinator)
    facts = {"words": "New", "hint": "", "is_retired": False, "effects": effects}

    with pytest.raises(ValidationError):
        change_stop(rubric_id=draft.pk, facts=facts, by=coordinator)


def test_what_was_read_is_what_is_approved(programme, coordinator):
    draft = draft_rubric(programme=programme, by=coordinator)
    change_criterion(rubric_id=draft.pk, facts=NEW, by=coordinator)

    with pytest.raises(DraftChanged):
        approve_rubric(rubric_id=draft.pk, edition=0, reason="Because", by=coordinator)
    with pytest.raises(ValidationError):
        approve_rubric(rubric_id=draft.pk, edition=1, reason=" ", by=coordinator)

    assert rubric_in_use(programme).version == 1


def test_what_is_in_use_never_changes(programme, coordinator):
    in_use = rubric_in_use(programme)

    for step in (change_criterion, change_stop):
        with pytest.raises(DraftChanged):
            step(rubric_id=in_use.pk, facts=NEW, by=coordinator)
    with pytest.raises(DraftChanged):
        drop_draft(rubric_id=in_use.pk, by=coordinator)


def test_a_draft_can_be_thrown_away(programme, coordinator):
    draft = draft_rubric(programme=programme, by=coordinator)

    drop_draft(rubric_id=draft.pk, by=coordinator)

    assert RubricVersion.objects.get() == rubric_in_use(programme)


@pytest.mark.parametrize("role", ["CASE_MANAGER", "NEUTRAL", "TRAINING_MANAGER"])
def test_only_the_coordinator_and_the_director_keep_it(programme, role):
    with pytest.raises(PermissionDenied):
        draft_rubric(programme=programme, by=verified(make_staff(role, programme=programme)))


def test_the_coordinator_of_another_programme_does_not(programme):
    other = verified(make_staff("COORDINATOR", programme=make_programme()))

    with pytest.raises(PermissionDenied):
        draft_rubric(programme=programme, by=other)


def test_drafting_approving_and_dropping_are_recorded(programme, coordinator):
    draft = draft_rubric(programme=programme, by=coordinator)
    put_in_use(draft, coordinator)
    drop_draft(rubric_id=draft_rubric(programme=programme, by=coordinator).pk, by=coordinator)

    kinds = list(AuditLink.objects.filter(kind__startswith="RUBRIC").order_by("seq").values_list("kind", flat=True))
    assert kinds == [
        AuditEvent.RUBRIC_DRAFTED,
        AuditEvent.RUBRIC_APPROVED,
        AuditEvent.RUBRIC_DRAFTED,
        AuditEvent.RUBRIC_DROPPED,
    ]


def test_without_a_rubric_nothing_is_decided():
    programme = make_texts()
    RubricVersion.objects.all().delete()
    request = make_request(programme=programme)

    with pytest.raises(TransitionRefused, match="No rubric is in use yet"):
        decide(request_id=request.pk, finding=make_finding(), by=verified(make_staff()))


def test_two_versions_are_compared_line_by_line(programme, coordinator):
    draft = draft_rubric(programme=programme, by=coordinator)
    change_criterion(rubric_id=draft.pk, facts=NEW, by=coordinator)
    line = draft.criteria.get(code="W1")
    names = ("words", "hint", "is_retired", "per_person", "low_means", "safeguards")
    changed = facts_of(line, *names) | {"weights": line.weights | {"MEDIATION": 12}}
    change_criterion(rubric_id=draft.pk, code="W1", facts=changed, by=coordinator)

    changes = compare_rubrics(rubric_in_use(programme), RubricVersion.objects.get(pk=draft.pk))

    assert [(change.title.split()[0], change.is_new) for change in changes] == [("W1", False), ("W19", True)]
    assert [(one.what, one.before, one.after) for one in changes[0].differences] == [("Mediation", "10", "12")]
