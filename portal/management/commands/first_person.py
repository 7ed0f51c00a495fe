from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from portal.accounts.actions import grant_role, invite_person
from portal.accounts.models import RoleGrant
from portal.programmes.models import Programme


class Command(BaseCommand):
    help = "Invite the very first director of a programme by mail. Everybody after that is invited on the People page."

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument("first_name")
        parser.add_argument("last_name")
        parser.add_argument("--programme", default="MEDIATION", help="its code")

    def handle(self, *args, email, first_name, last_name, programme, **options):
        led = Programme.objects.filter(code=programme).first()
        if led is None:
            raise CommandError(f"There is no programme {programme}.")
        if RoleGrant.objects.valid().filter(role="DIRECTOR", programme=led).exists():
            raise CommandError("This programme has a director, who invites people on the People page.")
        person = invite_person(email=email, first_name=first_name, last_name=last_name, by=None)
        grant_role(
            user_id=person.pk,
            role="DIRECTOR",
            programme=led,
            starts_on=timezone.localdate(),
            ends_on=None,
            interest="First director, appointed by the office",
            by=None,
        )
        self.stdout.write("The invitation is on its way; its code works once, within seven days.")
