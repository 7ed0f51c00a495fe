"""The case list beside itself: with numbers and without, its last page and its first, a person found and a scan.

    python -m bench.caselist [--cases 100000]

Works in a database of its own, thrown away afterwards; with DATABASE_URL and KEYS_DATABASE_URL set, in those
(`scripts/with_postgresql.sh .venv/bin/python -m bench.caselist`).
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import perf_counter

RESULTS = Path(__file__).parent / "results"
ROUNDS = 15


def timed(work: Callable[[], object]) -> float:
    """The median time of one call, in milliseconds; the first call warms up and is not counted."""
    work()
    times = []
    for _round in range(ROUNDS):
        start = perf_counter()
        work()
        times.append((perf_counter() - start) * 1000)
    return statistics.median(times)


def prepare(cases: int):
    from django.core.management import call_command
    from django.db import connection

    from portal.accounts.models import RoleGrant, User
    from portal.programmes.models import Programme

    call_command("migrate", verbosity=0)
    call_command("migrate", "keystore", database="keys", verbosity=0)
    call_command("seed_office", verbosity=0)
    call_command("synthesize", cases=cases, verbosity=0)
    if connection.vendor == "postgresql":
        # What happens by itself overnight: without it no index can answer alone.
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
    staff = User.objects.create_user(email="bench@example.edu", first_name="Bench", last_name="Mark")
    programme = Programme.objects.get(code="MEDIATION")
    RoleGrant.objects.create(user=staff, role="COORDINATOR", programme=programme, interest="Measuring")
    staff.is_verified = lambda: True
    return staff


def measure(cases: int) -> dict[str, float]:
    from django.db import connection

    from portal.cases import counting
    from portal.cases.models import Case
    from portal.desk.clocks import since_first_contact
    from portal.desk.keyset import Place, stretch
    from portal.desk.queries.cases import spoken_title
    from portal.desk.queries.lists import PAGE, case_list
    from portal.vault import keyring

    staff = prepare(cases)
    rows = Case.objects.select_related("programme", "matter", "coordinator").prefetch_related("participants")

    def plain() -> None:
        """Fifty rows as the page shows them, and nothing else."""
        with keyring.scope():
            for case in stretch(rows.visible_to(staff), "opened_at", PAGE).rows:
                spoken_title(case), since_first_contact(case)

    def full(**place: str) -> None:
        with keyring.scope():
            case_list(staff, {}, **place)

    def anew() -> None:
        """The same when nobody has looked for a minute: every case is counted."""
        counting.forget()
        full()

    depth = min(2000, cases // PAGE - 1)
    last = Case.objects.order_by("-opened_at", "-pk")[(depth - 1) * PAGE - 1]
    far = str(Place(last.opened_at, last.pk))
    name = Case.objects.order_by("-opened_at")[cases // 2].participants.first()
    with keyring.scope():
        name.refresh_from_db()
        words = name.name

    def found() -> None:
        with keyring.scope():
            case_list(staff, {"q": words})

    def scanned() -> None:
        """What finding somebody costs without the index: opening every name, measured on a twentieth."""
        from portal.cases.models import Participant

        with keyring.scope():
            share = Participant.objects.all()[: cases * 2 // 20]
            assert sum(one.name == words for one in share) >= 0  # noqa: S101 - reads every name

    least, whole, deep = timed(plain), timed(full), timed(lambda: full(after=far))
    person, counting_all = timed(found), timed(anew)
    start = perf_counter()
    scanned()
    scan = (perf_counter() - start) * 1000 * 20
    return {
        "database": connection.vendor,
        "cases": cases,
        "50 rows alone (ms)": round(least, 1),
        "first page with all numbers (ms)": round(whole, 1),
        "ratio of the full view to the rows alone (goal 2)": round(whole / least, 2),
        "the same, counted anew (ms)": round(counting_all, 1),
        f"page {depth} (ms)": round(deep, 1),
        f"ratio of page {depth} to page 1 (goal 1.5)": round(deep / whole, 2),
        "a person found by name, with the page (ms)": round(person, 1),
        "opening every name (ms, from a twentieth)": round(scan),
        "ratio of finding to opening every name (goal 0.1)": round(person / scan, 4),
    }


def main() -> None:
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--cases", type=int, default=100_000)
    cases = wanted.parse_args().cases
    with tempfile.TemporaryDirectory(prefix="accord-bench.") as var:
        os.environ["ACCORD_VAR"] = var
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_project.settings.dev")
        import django

        django.setup()
        figures = measure(cases)
    today = date.today().isoformat()
    result = {"on": today, "python": platform.python_version(), "machine": platform.machine(), "figures": figures}
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"caselist-{figures['database']}-{today}.json").write_text(json.dumps(result, indent=2) + "\n")
    sys.stdout.write(json.dumps(figures, indent=2) + "\n")


if __name__ == "__main__":
    main()
