"""Which documents the record of an instance has to hold: one table, read by the register, by close and by the report.

A line holds where its switch is on (none: wherever records are kept), once its `when` has come about; then one such
document has to exist for each of its `each`. What is required changes here and nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass

from .statuses import DocumentCode, Each, When


@dataclass(frozen=True)
class Required:
    code: DocumentCode
    each: Each = Each.INSTANCE
    when: When = When.ALWAYS
    # The switch of the programme that asks for it.
    switch: str = ""


# In the order in which a matter comes by them.
TABLE = (
    Required(DocumentCode.DECISION, when=When.DECIDED),
    Required(DocumentCode.ALLEGATIONS, when=When.SETTLING, switch="tracks_allegations"),
    Required(DocumentCode.WAY, Each.ALLEGATION, switch="tracks_allegations"),
    Required(DocumentCode.SHEET, Each.CONSENTED, switch="notice_before_consent"),
    Required(DocumentCode.NOTICE, Each.CONSENTED, switch="notice_before_consent"),
    Required(DocumentCode.CONSENT, Each.ANSWERED),
    Required(DocumentCode.ATTEMPTS, Each.SILENT, when=When.NO_ANSWER),
    Required(DocumentCode.PARTICIPATION, Each.PRESENT, when=When.HELD),
    Required(DocumentCode.RESOLUTION, when=When.AGREED, switch="keeps_final_agreement"),
    Required(DocumentCode.WITHDRAWAL, Each.LEFT),
    Required(DocumentCode.SHEET_ON_LEAVING, Each.LEFT, switch="notice_before_consent"),
    Required(DocumentCode.MEASURE, Each.MEASURE),
)
