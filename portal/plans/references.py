"""How people name a record of the enforcing office aloud; it opens nothing."""

import secrets

from portal.cases.references import ALPHABET, LENGTH


def new_record_reference() -> str:
    return "P-" + "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
