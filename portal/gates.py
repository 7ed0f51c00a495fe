"""The assembly of gates: names that the workflow table uses, and the functions that answer for them."""

from portal.cases import gates as cases
from portal.cases.transitions import Gate, install_gates

GATES: dict[str, Gate] = {
    "requester_goes_on": cases.requester_goes_on,
    "somebody_to_ask": cases.somebody_to_ask,
    "everyone_willing": cases.everyone_willing,
    "companions_agreed": cases.companions_agreed,
    "pair_ready": cases.pair_ready,
}


def hand_down() -> None:
    """Called once when the app is ready."""
    install_gates(GATES)
