from .bulk import BulkStep
from .certification import Certification, SignOff
from .check_in import CheckInDesk
from .cohort import CohortMessage
from .course import Course
from .enrolment import Attendance, Enrolment
from .evaluation import EvaluationTally
from .goal import Goal, Milestone
from .group import GroupRequest
from .learner import AddressProof, Learner
from .material import Material
from .offering import Meeting, Offering
from .past import PastImport, PastRow
from .requirement import Credit, Requirement
from .teaching import TrainerAssignment

__all__ = [
    "AddressProof",
    "Attendance",
    "BulkStep",
    "Certification",
    "CheckInDesk",
    "CohortMessage",
    "Course",
    "Credit",
    "Enrolment",
    "EvaluationTally",
    "Goal",
    "GroupRequest",
    "Learner",
    "Material",
    "Meeting",
    "Milestone",
    "Offering",
    "PastImport",
    "PastRow",
    "Requirement",
    "SignOff",
    "TrainerAssignment",
]
