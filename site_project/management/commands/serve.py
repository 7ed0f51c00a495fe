import errno
import os
import socket
import time
from functools import partial

from django.conf import settings
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from site_project.demo.preparing import prepare
from site_project.supervisor import StopAsked, Supervisor
from site_project.web import Web

START_SECONDS = 60


class Command(BaseCommand):
    help = "Runs the whole of Accord: web server, worker and timer. PORT and HOST say where."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--demo", action="store_true", help="first make the databases and the demo office")
        parser.add_argument("--every", type=float, default=5, metavar="SECONDS", help="pause of the timer")

    def handle(self, *, demo, every, **options):
        host, port = os.environ.get("HOST", "127.0.0.1"), int(os.environ.get("PORT", "8000"))
        refuse_taken_port(host, port)
        if demo:
            prepare()
        connections.close_all()
        later = partial(once_up, host, port)
        parts = {
            "web": Web(bind=f"{host}:{port}", workers=int(os.environ.get("WEB_CONCURRENCY", "2"))).run,
            "worker": partial(
                later, call_command, "db_worker", interval=0.5, reload=False, startup_delay=False, verbosity=0
            ),
            "timer": partial(later, call_command, "run_due", every=every),
        }
        try:
            with Supervisor(**parts) as supervisor:
                self.welcome(supervisor, host, port, demo=demo)
                ended = supervisor.ended()
        except StopAsked:
            self.stdout.write("Stopped.")
        else:
            raise CommandError(f"The {ended} ended, so everything was stopped.")

    def welcome(self, supervisor, host, port, *, demo):
        wait_until_up(supervisor, host, port)
        self.stdout.write(f"\nAccord is up: {settings.ACCORD_BASE_URL}\n")
        if demo and "demo" in get_commands():
            call_command("demo", "--print", stdout=self.stdout)
        self.stdout.write("Ctrl-C stops it.\n")
        self.stdout.flush()


def refuse_taken_port(host, port):
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            message = f"Port {port} is taken by another program. Choose another one: PORT={port + 1} make run"
            raise CommandError(message) from error


def wait_until_up(supervisor, host, port):
    give_up_at = time.monotonic() + START_SECONDS
    while time.monotonic() < give_up_at:
        if ended := supervisor.ended(0.05):
            raise CommandError(f"The {ended} could not start.")
        if is_up(host, port):
            return
    raise CommandError("The web server did not answer.")


def once_up(host, port, part, *args, **options):
    """Run a part when the web server is up: whoever has just typed the command waits for nothing else."""
    give_up_at = time.monotonic() + START_SECONDS
    while time.monotonic() < give_up_at and not is_up(host, port):
        time.sleep(0.1)
    part(*args, **options)


def is_up(host, port):
    with socket.socket() as trial:
        return trial.connect_ex((host, port)) == 0
