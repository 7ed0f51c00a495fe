from .bulk import BulkStep
from .certification import Certification, SignOff
from .course import Course
from .enrolment import Attendance, Enrolment
from .group import GroupRequest
from .learner import AddressProof, Learner
from .offering import Meeting, Offering
from .requirement import Credit, Requirement
from .teaching import TrainerAssignment

__all__ = [
    "AddressProof",
    "Attendance",
    "BulkStep",
    "Certification",
    "Course",
    "Credit",
    "Enrolment",
    "GroupRequest",
    "Learner",
    "Meeting",
    "Offering",
    "Requirement",
    "SignOff",
    "TrainerAssignment",
]
