"""Words that more than one screen says. They tell nothing about which accounts exist."""

from django.utils.translation import gettext_lazy as _

WRONG_PASSWORD = _("This e-mail and password do not belong together. Please check both.")
WRONG_CODE = _("This code does not work. It may be mistyped, used, or too old. Ask for a new one.")
