"""One office with two cases and a request, and everybody who might look at them: what the matrix is tried on."""

from contextlib import suppress
from dataclasses import dataclass, field
from itertools import product
from uuid import UUID

from django.db import transaction
from django.test import Client
from django.urls import NoReverseMatch, URLResolver, get_resolver, reverse
from django.utils import timezone

from portal.accounts.doors import Door, door_of
from portal.cases.models import Tie
from portal.cases.statuses import AssignmentEnd, TieAnswer, TieSource
from portal.documents.models import DocumentTemplate
from portal.handbook.models import Notice, Procedure
from portal.roster.models import NeutralProfile
from tests.factories import (
    make_assignment,
    make_case,
    make_neutral,
    make_programme,
    make_request,
    make_staff,
    make_user,
    sign_in,
    use_pass,
)
from tests.factories.sessions import make_gathered_session


class Match:
    """As much of a resolved URL as the doors look at."""

    def __init__(self, name, route):
        self.view_name, self.route, self.namespaces = name, route, name.split(":")[:-1]


def every_url(resolver=None, names=(), route="", asked=()):
    """(name, route, names of the arguments) of every URL that the project knows."""
    for entry in (resolver or get_resolver()).url_patterns:
        here, wanted = route + str(entry.pattern), (*asked, *entry.pattern.converters)
        if isinstance(entry, URLResolver):
            yield from every_url(entry, (*names, entry.namespace) if entry.namespace else names, here, wanted)
        else:
            yield ":".join((*names, entry.name or "")), here, wanted


def behind(door):
    """The portal's and training's own URLs behind one door; the CMS's have a walk of their own."""
    return {
        name: asked
        for name, route, asked in every_url()
        if door_of(Match(name, route)) is door and name.startswith(("portal:", "training:"))
    }


STAFF_URLS, PASS_URLS = behind(Door.STAFF), behind(Door.PASS)


NO_NUMBER, NO_ID = 999_999, UUID(int=0)
OF_ROOMS = {"portal:scheduling:change_room"}


@dataclass
class World:
    """The rows, and a client for everybody who looks."""

    case: object
    other_case: object
    session: object
    request: object
    viewers: dict[str, Client] = field(default_factory=dict)

    def address(self, name, asked, *, nested_in=None, missing=False):
        """Where this URL leads in this world; its inner id belongs to `nested_in`, another case, when that is given."""
        known = self._outer(name) | self._inner(name, nested_in or self.case)
        if nested_in:
            known |= {"number": NO_NUMBER, "whose": "person-999"}
        if missing:
            known |= {"reference": "M-2000-XXXX", "pk": NO_NUMBER if isinstance(known["pk"], int) else NO_ID}
        return self._reversed(name, asked, known)

    def _reversed(self, name, asked, known):
        """Some rows are numbered and others have ids; of what is not known here, one of the two fits."""
        open_ends = [one for one in asked if one not in known or known[one] in (NO_NUMBER, NO_ID)]
        for guess in product((NO_NUMBER, NO_ID), repeat=len(open_ends)):
            with suppress(NoReverseMatch):
                return reverse(
                    name, kwargs={one: known.get(one) for one in asked} | dict(zip(open_ends, guess, strict=True))
                )
        raise NoReverseMatch(name)

    def _outer(self, name):
        """What an address begins with: the matter, or a row of the office."""
        feature = name.split(":")[1] if ":" in name else ""
        of_request = feature in {"intake", "joining"} or name == "portal:screening:decide"
        # The conversation of somebody in a case.
        of_request = of_request and name != "portal:intake:talk"
        rows = {
            "sessions": self.session,
            "circles": self.session,
            # Their only address with a pk: leaving in the room.
            "withdrawals": self.session,
            "accounts": self.case.coordinator,
            "roster": NeutralProfile.objects.first(),
            "documents": DocumentTemplate.objects.first(),
            "handbook": Procedure.objects.first() if name.endswith("procedure") else Notice.objects.first(),
        }
        return {
            "reference": self.request.reference if of_request else self.case.reference,
            "pk": rows[feature].pk if feature in rows else NO_NUMBER,
            "code": "MEDIATION",
            "programme": "MEDIATION",
            "step": "end",
        }

    def _inner(self, name, case):
        """What belongs to one case, and to no other."""
        part = case.assignments.order_by("pk").first()
        inner = {
            "number": 2,
            "whose": "person-2",
            "participant": case.participants.get(number=2).pk,
            "neutral": part.neutral_id,
            "grant": NO_NUMBER,
            "credential": NO_NUMBER,
            "tie": NO_NUMBER,
            "requirement": NO_ID,
            "commitment": NO_ID,
            "companion": NO_NUMBER,
            "enrolment": NO_ID,
            "row": NO_ID,
        }
        return inner | ({"pk": part.pk} if name.startswith("portal:scheduling:") and name not in OF_ROOMS else {})


def make_world():
    session, pair = make_gathered_session()
    case = session.case
    manager = make_staff("CASE_MANAGER")
    other_case = make_case(accepted=[make_neutral()], coordinator=case.coordinator)
    world = World(case, other_case, session, make_request())
    people = {
        "coordinator": case.coordinator,
        "director": make_staff("DIRECTOR"),
        "manager": manager,
        "mediator": pair[0],
        "stranger": make_neutral(),
        "asked": make_neutral(),
        "former": make_neutral(),
        "tied neutral": make_neutral(),
        "tied coordinator": make_staff("COORDINATOR"),
        "elsewhere": make_staff("DIRECTOR", programme=make_programme("TITLE")),
        "auditor": make_staff("AUDITOR"),
        "training": make_staff("TRAINING_MANAGER"),
        "editor": make_staff("EDITOR"),
        "superuser": make_user(is_superuser=True),
    }
    make_assignment(case, people["asked"])
    make_assignment(case, people["former"], accepted=True, ended_at=timezone.now(), end_reason=AssignmentEnd.OBJECTION)
    make_assignment(case, people["tied neutral"], accepted=True)
    for matter in (case.matter, world.request.matter):
        for name in ("tied neutral", "tied coordinator"):
            tie(matter, people[name])
    for name, person in people.items():
        world.viewers[name] = Client()
        sign_in(world.viewers[name], person)
    for number, name in ((1, "party A"), (2, "party B")):
        world.viewers[name] = Client()
        use_pass(world.viewers[name], case.participants.get(number=number).entry)
    world.viewers["anonymous"] = Client()
    return world


def tie(matter, person):
    return Tie.objects.create(matter=matter, person=person, answer=TieAnswer.YES, source=TieSource.NAMED)


def tried(client, address):
    """What a viewer gets: by GET, or by an empty POST where there is nothing to get. It changes nothing."""
    with transaction.atomic(), transaction.atomic(using="keys"):
        response = client.get(address)
        if response.status_code == 405:
            response = client.post(address)
        transaction.set_rollback(True)
        transaction.set_rollback(True, using="keys")
    return response
