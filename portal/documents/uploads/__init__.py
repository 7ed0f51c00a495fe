"""Files that somebody brings: looked into before they are kept, kept under a random name, given out as attachments.

A file passes when its extension is on the list *and* its content is what the extension says, when it is small enough
however far it unpacks, and when the scanner has said yes. Everything else is refused, with a reason to act on.
"""

from .checking import Checked, UploadRefused, check
from .kinds import DOCUMENTS, SHEETS, Kind
from .serving import attachment
from .storing import forget, keep, open_kept, quota_left, sweep

__all__ = [
    "DOCUMENTS",
    "SHEETS",
    "Checked",
    "Kind",
    "UploadRefused",
    "attachment",
    "check",
    "forget",
    "keep",
    "open_kept",
    "quota_left",
    "sweep",
]
