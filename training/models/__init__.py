from .bulk import BulkStep
from .certification import Certification, SignOff
from .check_in import CheckInDesk
from .cohort import CohortMessage
from .course import Course
from .describing import SelfDescription
from .enrolment import Attendance, Enrolment
from .evaluation import EvaluationTally
from .goal import Goal, Milestone
from .group import GroupRequest
from .learner import AddressProof, Learner
from .log import LogEntry
from .material import Material
from .offering import Meeting, Offering
from .past import PastImport, PastRow
from .practice import Observation
from .renewal import RenewalReminder
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
    "LogEntry",
    "Material",
    "Meeting",
    "Milestone",
    "Observation",
    "Offering",
    "PastImport",
    "PastRow",
    "RenewalReminder",
    "Requirement",
    "SelfDescription",
    "SignOff",
    "TrainerAssignment",
]
