import threading

from django.core.management.base import BaseCommand, CommandError

from site_project.due import run_due_jobs


class Command(BaseCommand):
    help = "Does what has become due: mail to send, answers that are late, cases to destroy. For a timer."

    def add_arguments(self, parser):
        parser.add_argument("--every", type=float, metavar="SECONDS", help="go on for ever, with this pause")

    def handle(self, *, every, **options):
        failed = run_due_jobs()
        while every:
            threading.Event().wait(every)
            run_due_jobs()
        if failed:
            raise CommandError(f"failed: {', '.join(failed)}")
