"""People who work here, their roles, and their sign-ins."""

from .people import RoleGrant, User
from .signing_in import AccountInvitation, StaffSession

__all__ = ["AccountInvitation", "RoleGrant", "StaffSession", "User"]
