"""At which steps of a case a circle is prepared and written."""

from portal.cases.statuses import CaseStatus

# The talks go on until the circle begins.
PREPARING = frozenset({CaseStatus.OPENED, CaseStatus.INVITING, CaseStatus.ARRANGING, CaseStatus.BOOKED})
# The group writes when it is together, and may put right afterwards what was written wrong.
WRITING = frozenset({CaseStatus.IN_SESSION, CaseStatus.HELD})
