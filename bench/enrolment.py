"""Two hundred people enrol for fifty places in the same moment.

    python -m bench.enrolment [--people 200] [--places 50] [--hands 8]

All of them have pressed the button; so many hands take their requests in, as the threads of a web server do.

Goal: under ten seconds on a machine of two cores, exactly fifty with a place and a hundred and fifty on the list, in
order. Works in a database of its own, thrown away afterwards; with DATABASE_URL and KEYS_DATABASE_URL set, in those
(`scripts/with_postgresql.sh .venv/bin/python -m bench.enrolment`).
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

RESULTS = Path(__file__).parent / "results"
GOAL_SECONDS = 10


def prepare(places: int):
    """Open dates with so many places, in the demo office's own words."""
    from django.core.management import call_command
    from django.utils import timezone

    from portal.accounts.models import User
    from training.models import Course, Meeting, Offering

    call_command("migrate", verbosity=0)
    # Of the keys' database by name: every other app would only be walked there, to make nothing.
    call_command("migrate", "keystore", database="keys", verbosity=0)
    call_command("seed_office", verbosity=0)
    staff = User.objects.create_user(email="bench@example.edu", first_name="Bench", last_name="Mark")
    course = Course.objects.create(code="bench", title="Bench", category="MEDIATION", hours=2, published=True)
    begins = timezone.now() + timedelta(days=30)
    offering = Offering.objects.create(
        course=course, created_by=staff, status="OPEN", places=places, closes_at=begins, opens_at=timezone.now()
    )
    Meeting.objects.create(offering=offering, starts_at=begins, ends_at=begins + timedelta(hours=2))
    return offering


def enrol_all(offering, people: int, hands: int) -> float:
    """Each as far as a new learner with a pass and a mail in the outbox. Returns seconds for all of them."""
    from django.db import connections

    from portal.vault import keyring
    from training.actions import Wishes, enrol, know

    def take_in(number: int) -> None:
        try:
            with keyring.scope():
                learner = know(address=f"person{number}@example.org", name=f"Person {number}").learner
                enrol(offering_id=offering.pk, learner=learner, wishes=Wishes())
        finally:
            connections.close_all()

    with ThreadPoolExecutor(hands) as pool:
        start = perf_counter()
        list(pool.map(take_in, range(people)))
        return perf_counter() - start


def measure(people: int, places: int, hands: int) -> dict[str, object]:
    offering = prepare(places)
    seconds = enrol_all(offering, people, hands)
    rows = list(offering.enrolments.order_by("line").values_list("status", "line"))
    statuses = [status for status, _line in rows]
    in_order = [line for _status, line in rows] == list(range(1, people + 1))
    return {
        "people at once": people,
        "places": places,
        "hands": hands,
        "seconds": round(seconds, 2),
        "have a place": statuses.count("CONFIRMED"),
        "on the list": statuses.count("WAITING"),
        "the first have the places, the others wait in order": in_order
        and statuses == ["CONFIRMED"] * places + ["WAITING"] * (people - places),
        "within the goal": seconds < GOAL_SECONDS,
    }


def waits_for_the_disk(connection) -> bool:
    """Whether a commit is on the disk before it is answered; the PostgreSQL of the tests trades that for speed."""
    asked = {
        "postgresql": "SELECT current_setting('fsync') = 'on' AND current_setting('synchronous_commit') <> 'off'",
        # 2 is FULL. With less, a write-ahead log is brought to the disk at its checkpoints only.
        "sqlite": "SELECT synchronous >= 2 FROM pragma_synchronous",
    }
    with connection.cursor() as cursor:
        cursor.execute(asked[connection.vendor])
        return bool(cursor.fetchone()[0])


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--places", type=int, default=50)
    parser.add_argument("--hands", type=int, default=8)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ACCORD_VAR"] = folder
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_project.settings.dev")
        import django

        django.setup()
        from django.db import connection

        # How busy others kept the machine: above the number of its cores, everybody waited.
        load = os.getloadavg()[0]
        figures = measure(wanted.people, wanted.places, wanted.hands)
        vendor, is_durable = connection.vendor, waits_for_the_disk(connection)
    RESULTS.mkdir(exist_ok=True)
    result = {
        "on": date.today().isoformat(),
        "python": platform.python_version(),
        "machine": platform.machine(),
        "cores": os.cpu_count(),
        "load before": round(load, 1),
        "database": vendor,
        "waits for the disk": is_durable,
        "figures": figures,
    }
    name = f"enrolment-{vendor}-{date.today().isoformat()}.json"
    (RESULTS / name).write_text(json.dumps(result, indent=2) + "\n")
    sys.stdout.write(json.dumps(result, indent=2) + "\n")


if __name__ == "__main__":
    main()
