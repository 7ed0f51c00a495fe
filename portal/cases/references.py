"""References: short, sayable, random, and opening nothing (P14)."""

import secrets

# No 0 O 1 I L: a reference is read out over the phone.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH = 5
_OF_CASE, _OF_REQUEST = "C", "R"


def _reference(prefix: str) -> str:
    return f"{prefix}-" + "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def new_case_reference() -> str:
    return _reference(_OF_CASE)


def new_request_reference() -> str:
    return _reference(_OF_REQUEST)


def is_of_case(reference: str) -> bool:
    """Whether a reference can only be that of a case."""
    return reference.startswith(f"{_OF_CASE}-")
