"""At which steps of a case a circle is prepared, written and looked back on."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from portal.cases.statuses import CaseStatus

# The talks go on until the circle begins.
PREPARING = frozenset({CaseStatus.OPENED, CaseStatus.INVITING, CaseStatus.ARRANGING, CaseStatus.BOOKED})
# The group writes when it is together, and may put right afterwards what was written wrong.
WRITING = frozenset({CaseStatus.IN_SESSION, CaseStatus.HELD})
# Those who led it look back once it is over, for as long as the case is there.
LOOKED_BACK_ON = frozenset({CaseStatus.HELD, CaseStatus.ENDED})


class Held(TextChoices):
    """How far something went as it should, in a look back."""

    YES = "YES", _("Yes")
    PARTLY = "PARTLY", _("In part")
    NO = "NO", _("No")
