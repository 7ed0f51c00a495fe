"""What must be true wherever a history leads in the programme that keeps its records."""

from hypothesis.stateful import invariant, precondition

from portal.agreements.models import Signature
from portal.audit.models import AuditLink
from portal.cases.models import Consent
from portal.cases.statuses import ConsentKind
from portal.documents.rendering import digest
from portal.instances.checking import lines_of
from portal.instances.loading import load_one
from portal.instances.queries import registered
from portal.papers.models import NoticeDelivery, OwnWords
from portal.papers.statuses import PROVES, SheetOccasion
from portal.plans.models import Resolution, ResolutionSignature, SealedCopy
from portal.plans.queries import is_whole, openings_of
from portal.plans.statuses import Capacity
from portal.records.models import Hold, KeptRecord
from portal.screening.models import AllegationRoute
from portal.screening.statuses import AllegationWay, Standing
from portal.vault.models import sealed_models

from .promises import Promises

# The law asks for these in a closed record too: holds, and who opened it.
STILL_WRITTEN = (AuditLink, Hold)


class KeptPromises(Promises):
    """For a history whose `way` keeps: `signed` is what has been signed so far, `at_close` the rows of that moment."""

    @precondition(lambda self: self.way is not None)
    @invariant()
    def how_far_it_came_is_noted(self):
        case = self.way.now()
        self.seen |= {f"ENDED: {case.ending}"} if case.ending else set()
        self.seen |= {f"AGREEMENT: {row.status}" for row in Resolution.objects.filter(case=case)}
        self.seen |= {"KEPT"} if self.way.is_kept else set()
        self.seen |= {"COPY OPENED"} if self.way.openings else set()

    @precondition(lambda self: self.way is not None)
    @invariant()
    def nothing_that_was_signed_is_ever_lost_or_changed(self):
        now = {**self._of(Signature), **self._of(ResolutionSignature), **self._of(SealedCopy)}
        assert self.signed.items() <= now.items()
        self.signed = now
        for copy in SealedCopy.objects.filter(vault_key=self.way.key).select_related("resolution__case__matter"):
            assert is_whole(copy)

    def _of(self, model):
        """What of a signature or a copy must stay as it was."""
        fixed = {Signature: "typed_name", ResolutionSignature: "text_sha256", SealedCopy: "sha256"}[model]
        return {row.pk: getattr(row, fixed) for row in model.objects.filter(vault_key=self.way.key)}

    @precondition(lambda self: self.way is not None)
    @invariant()
    def every_instance_is_in_the_register_however_it_went_but_for_whoever_has_a_tie(self):
        for person in (self.team.coordinator, self.team.director):
            assert [row.pk for row in registered(person)] == [self.way.key]
        assert self.way.key not in {row.pk for row in registered(self.team.elsewhere)}
        if self.team.colleague.pk in self.tied:
            assert not registered(self.team.colleague).exists()

    @precondition(lambda self: self.way is not None)
    @invariant()
    def nobody_says_yes_before_the_sheet_and_the_notice(self):
        yes = Consent.objects.filter(participant__case=self.way.case.pk, kind=ConsentKind.TAKE_PART, yes=True)
        for consent in yes:
            of_them = {"participant": consent.participant_id}
            words = OwnWords.objects.filter(**of_them, occasion=SheetOccasion.BEFORE, given_at__lte=consent.given_at)
            assert any(row.checked_at <= consent.given_at for row in words if row.understood)
            there = NoticeDelivery.objects.filter(**of_them, result__in=PROVES, at__lte=consent.given_at)
            assert there.exists()

    @precondition(lambda self: self.way is not None)
    @invariant()
    def no_way_counts_without_the_director(self):
        for route in AllegationRoute.objects.filter(allegation__matter=self.way.key, standing=Standing.IN_FORCE):
            assert route.signed_by_id == self.team.director.pk != route.decided_by_id

    @precondition(lambda self: self.way is not None)
    @invariant()
    def an_agreement_holds_once_all_have_signed_and_bars_only_what_it_settles(self):
        settled = set()
        for row in Resolution.objects.filter(case=self.way.case.pk, agreed_at__isnull=False):
            given = list(row.signatures.all())
            assert {one.text_sha256 for one in given} == {row.text_sha256} == {digest(row.text)}
            assert {one.capacity for one in given} == set(Capacity)
            officers = [one.officer_id for one in given if one.officer_id]
            assert len(set(officers)) == 2
            settled |= set(row.allegations.all())
        rows = self.way.allegations()
        assert {one for one in rows if one.barred_on} == settled
        assert not any(one.way_in_force and one.way_in_force.way == AllegationWay.FORMAL for one in settled)

    @precondition(lambda self: self.way is not None)
    @invariant()
    def nobody_opens_a_signed_agreement_without_a_line_in_the_audit_trail(self):
        row = self.way.agreement()
        assert len(openings_of(row) if row else []) == self.way.openings

    @precondition(lambda self: self.way is not None)
    @invariant()
    def what_is_closed_lacks_nothing_that_nobody_excused_and_is_changed_by_nobody(self):
        assert KeptRecord.objects.filter(matter=self.way.key).exists() == self.way.is_kept
        if not self.way.is_kept:
            return
        instance = load_one(self.way.matter())
        assert all(line.is_there or line.excuse for line in lines_of(instance))
        now = self.way.now()
        rows = {model: set(self._keys(model)) for model in sealed_models() if model not in STILL_WRITTEN}
        rows["case"] = (now.status, now.ending, now.process, now.ended_at)
        self.at_close = self.at_close or rows
        assert rows == self.at_close

    def _keys(self, model):
        return model._base_manager.filter(vault_key=self.way.key).values_list("pk", flat=True)
