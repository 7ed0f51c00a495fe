"""What stands on every print and export of somebody's record (R15): whoever gets it may not pass it on."""

from django.utils.translation import gettext_lazy as _

REDISCLOSURE = _(
    "This is a confidential record. Whoever receives it may use it only for the purpose for which it was given. Nobody "
    "may pass it on without the written permission of the person it is about. Ask the office first."
)
