"""What people read when a code does not open anything. One sentence for every reason, so that it tells nothing."""

from django.utils.translation import gettext_lazy as _

REFUSED = _(
    "This code does not open a page. Please check each letter. If it still does not work, call us: we can give you "
    "a new one."
)
WAIT = _("Too many tries. Please wait ten minutes, then try again, or call us.")
