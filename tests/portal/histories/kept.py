"""A case of the programme that keeps its record: allegations, papers, an agreement, and every document in its place."""

from django.test import Client
from django.urls import reverse

from portal.agreements.statuses import SigningMethod
from portal.cases.models import Matter
from portal.cases.statuses import CaseStatus
from portal.instances.actions import excuse_document
from portal.instances.checking import missing_in
from portal.instances.loading import load_one
from portal.papers import actions as papers
from portal.papers.gates import current_notice
from portal.papers.models import OwnWords
from portal.papers.statuses import DeliveryResult, DeliveryWay
from portal.plans import actions as plans
from portal.plans.models import Resolution
from portal.plans.statuses import CURRENT_RESOLUTIONS, Capacity
from portal.records import actions as records
from portal.screening import actions as screening
from portal.screening.models import AllegationRoute
from portal.screening.statuses import AllegationWay, Standing
from tests.factories import sign_in, use_pass
from tests.factories.allegations import make_allegation
from tests.factories.resolutions import change, term
from tests.factories.screening import make_screening

from .circles import CircleWay
from .office import Way


class KeptRecord:
    """What the switches of such a programme add to any way."""

    def __init__(self, team):
        super().__init__(team)
        make_screening(self.case.matter, by=team.coordinator, process=team.process)
        self.clients, self.openings, self.is_kept = {}, 0, False

    def matter(self):
        return Matter.objects.select_related("programme").get(pk=self.key)

    def allegations(self):
        return list(self.matter().allegations.prefetch_related("routes"))

    # Allegations.
    def alleges(self, way=None, *, is_signed=True):
        """One more, with its way; signed by the director, or not yet."""
        facts = {"matter": self.matter(), "by": self.team.coordinator}
        if self.tried(make_allegation, **facts):
            self.routes(self.allegations()[-1], way or self.team.process)
            if is_signed:
                self.director_signs()

    def routes(self, allegation, way):
        arguments = {"allegation_id": allegation.pk, "way": AllegationWay(way), "reason": "Talked over"}
        return self.tried(screening.route_allegation, by=self.team.coordinator, **arguments)

    def director_signs(self, by=None, *, agrees=True):
        for route in AllegationRoute.objects.filter(allegation__matter=self.key, standing=Standing.WAITING):
            arguments = {"route_id": route.pk, "agrees": agrees, "words": "" if agrees else "Why not talk?"}
            self.tried(screening.sign_way, by=by or self.team.director, **arguments)

    # Papers.
    def makes_notice(self, facilitator="Noor Rahman"):
        arguments = {"facilitator": facilitator, "timeline": "Answer in ten days."}
        return self.tried(papers.make_notice, case_id=self.case.pk, by=self.team.coordinator, **arguments)

    def delivers(self, person, result=DeliveryResult.HANDED_OVER):
        notice = current_notice(self.case)
        if notice is None:
            return False
        arguments = {"notice_id": notice.pk, "participant_id": person.pk, "way": DeliveryWay.IN_PERSON}
        return self.tried(papers.note_delivery, result=result, by=self.team.coordinator, **arguments)

    def says_in_own_words(self, person, *, by_self=False):
        return self.says(person, papers.say_in_own_words, by_self=by_self, words="I may say no.")

    def reads_the_words(self, *, understood):
        row = OwnWords.objects.filter(participant__case=self.case.pk, understood=None).first()
        if row is not None:
            by = self.team.coordinator
            self.tried(papers.check_own_words, own_words_id=row.pk, understood=understood, by=by)

    def gets_ready(self, person):
        """Paper by paper; a yes is tried before each of them, and has to wait for the last one."""
        super().gets_ready(person)
        self.makes_notice()
        self.delivers(person, DeliveryResult.SENT)
        steps = (self.says_in_own_words, self.delivers)
        for step in steps if person.number % 2 else reversed(steps):
            self.takes_part(person)
            step(person)

    def everyone_is_asked(self):
        self.has_allegations()
        super().everyone_is_asked()

    def everyone_takes_part(self):
        self.has_allegations()
        super().everyone_takes_part()

    def has_allegations(self):
        """Two allegations, two ways."""
        if not self.allegations():
            self.alleges()
            self.alleges(AllegationWay.FORMAL)

    # The agreement.
    def agreement(self):
        rows = Resolution.objects.select_related("case__matter", "case__programme", "copy")
        found = rows.filter(case=self.case.pk, status__in=CURRENT_RESOLUTIONS).first()
        return found or rows.filter(case=self.case.pk).first()

    def writes(self):
        """All that it has to say: what it settles, one promise, nobody leaving."""
        by = self.team.coordinator
        if not self.tried(plans.begin_resolution, case_id=self.case.pk, by=by):
            return
        row, process = self.agreement(), self.now().process
        here = [one.pk for one in self.allegations() if not one.goes_elsewhere(process)]
        self.tried(change, row=row, by=by, allegations=here)
        parties = [one for one in self.parties() if one.is_active]
        if parties and not row.commitments.exists():
            self.tried(term, row=row, owner=parties[0], by=by)
        for person in parties:
            arguments = {"participant_id": person.pk, "kind": "GRADUATION", "leaves_on": None, "effect": ""}
            self.tried(plans.say_leaving, resolution_id=row.pk, by=by, **arguments)

    def opens_for_signing(self):
        row = self.agreement()
        return row is not None and self.tried(plans.open_resolution, resolution_id=row.pk, by=self.team.coordinator)

    def signs(self, person):
        row = self.agreement()
        if row is None:
            return False
        own = person.entry is not None
        return self.tried(
            plans.sign_resolution,
            participant_id=person.pk,
            resolution_id=row.pk,
            typed_name=person.display_name,
            method=SigningMethod.OWN_PAGE if own else SigningMethod.PAPER,
            agreed_to_electronic=own,
            by=person.entry if own else self.team.coordinator,
        )

    def signs_for_office(self, capacity, by):
        row = self.agreement()
        if row is None:
            return False
        arguments = {"resolution_id": row.pk, "capacity": capacity, "typed_name": "By hand"}
        return self.tried(plans.sign_for_office, agreed_to_electronic=True, by=by, **arguments)

    def agrees(self):
        self.writes()
        self.opens_for_signing()
        for person in self.parties():
            self.signs(person)
        self.signs_for_office(Capacity.COORDINATOR, self.team.coordinator)
        self.signs_for_office(Capacity.DIRECTOR, self.team.director)

    def is_read(self):
        """What was signed, opened by whoever coordinates."""
        self.fetches_copy(self.team.coordinator)

    def withdraws_from_agreement(self, person):
        return self.says(person, plans.withdraw_from_resolution, by_self=False)

    def revises(self):
        row = self.agreement()
        return row is not None and self.tried(plans.revise_resolution, resolution_id=row.pk, by=self.team.coordinator)

    def fetches_copy(self, viewer):
        """Whoever it is asks for the sealed copy in a browser of their own; the answer."""
        own = viewer in [person.entry for person in self.people()]
        if viewer.pk not in self.clients:
            self.clients[viewer.pk] = Client()
            (use_pass if own else sign_in)(self.clients[viewer.pk], viewer)
        url = reverse("portal:party:resolution_copy") if own else self._copy_url()
        response = self.clients[viewer.pk].get(url)
        self.openings += response.status_code == 200
        return response

    def _copy_url(self):
        return reverse("portal:plans:copy", args=[self.case.reference])

    # Closing.
    def lacks(self):
        instance = load_one(self.matter())
        return missing_in(instance)

    def excuses(self, by=None):
        for line in self.lacks():
            arguments = {"matter_id": self.key, "code": line.code, "about": line.about, "reason": "Never made"}
            self.tried(excuse_document, by=by or self.team.director, **arguments)

    def closes(self):
        """Finish and close: whether it is kept now. Nothing is destroyed."""
        self.finishes()
        may = not self.lacks() and self.now().status == CaseStatus.ENDED and not self.is_held() and not self.is_kept
        done = self.tried(records.close, matter_id=self.key, by=self.team.coordinator)
        assert done == may, "it is closed exactly when it has ended, is whole, and nothing holds it"
        self.is_kept = self.is_kept or done
        return done

    def is_held(self):
        return self.matter().hold_rows.filter(released_at=None).exists()

    def excuses_and_closes(self):
        """Whoever coordinates tries it first: only the director lets a document go."""
        self.finishes()
        lacked = len(self.lacks())
        self.excuses(self.team.coordinator)
        assert len(self.lacks()) == lacked
        self.excuses()
        return self.closes()


class KeptWay(KeptRecord, Way):
    pass


class KeptCircleWay(KeptRecord, CircleWay):
    def asks_neutrals(self, *, tie=False):
        """One is enough to conduct it here, but two have to find that whoever caused harm is ready (M51)."""
        super().asks_neutrals(tie=tie)
        super().asks_neutrals()


def kept_way_of(team):
    return KeptCircleWay(team) if team.definition.rounds else KeptWay(team)
