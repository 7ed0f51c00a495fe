"""Two requests, one dispute: each requester's permission, joining, and undoing it until they are invited together."""

from .joining import join, resume
from .keys import finish, finish_for
from .permission import say_together
from .undoing import undo

__all__ = ["finish", "finish_for", "join", "resume", "say_together", "undo"]
