"""One case, walked through by its viewers: what each page that they get asks of both databases."""

from django.test import Client

from tests import page_costs
from tests.factories import make_assignment, make_neutral, make_request, sign_in, use_pass
from tests.security.world import PASS_URLS, STAFF_URLS, World, tried

# What is shown of cases; the office's own pages look the same whatever lies in one.
FEATURES = {
    "access", "cases", "circles", "desk", "disclosures", "emergencies", "guests", "instances", "joining", "measures",
    "moving", "oversight", "papers", "plans", "records", "scheduling", "screening", "sessions", "withdrawals",
}  # fmt: skip


def cost(client, address):
    """What a page asks of the databases; None for what is no page that somebody looks at. It changes nothing."""
    with page_costs.listening() as statements:
        response = tried(client, address)
    return page_costs.cost_of(statements) if page_costs.is_page(response) else None


def too_dear(pages):
    return {name: number for name, number in pages.items() if number > page_costs.limit_of(name)}


class Walk(World):
    """A case with its rows: what stands at the end of an address, by the name of the page or of its feature."""

    def __init__(self, case, rows, session=None):
        if not case.assignments.exists():
            make_assignment(case, make_neutral(), accepted=True, asked_by=case.coordinator)
        super().__init__(case, case, session or case, make_request(programme=case.programme))
        self.rows = rows

    def _outer(self, name):
        return super()._outer(name) | {"programme": self.case.programme.code, "code": self.case.programme.code}

    def _inner(self, name, case):
        row = self.rows.get(name) or self.rows.get(name.split(":")[1])
        whose = {"whose": "person-1", "person": case.coordinator_id, "about": case.matter_id, "document": "DECISION"}
        return super()._inner(name, case) | whose | ({"pk": row.pk} if row else {})

    def of_staff(self, person):
        """What each page costs that somebody gets who has signed in."""
        client = Client()
        sign_in(client, person)
        urls = {name: wanted for name, wanted in STAFF_URLS.items() if name.split(":")[1] in FEATURES}
        return self._costs(client, urls, first="/portal/cases/")

    def of_party(self, number):
        client = Client()
        use_pass(client, self.case.participants.get(number=number).entry)
        return self._costs(client, PASS_URLS, first="/my/")

    def _costs(self, client, urls, *, first):
        # The first entry of a chain, and the office's key, are made once.
        client.get(first)
        found = {name: cost(client, self.address(name, wanted)) for name, wanted in urls.items()}
        return {name: number for name, number in found.items() if number is not None}
