"""The audit trail and the outbox."""

from .rules import SEALED, How, Rule, after_days, of

PROOF = Rule(How.KEPT, "proves that nothing in the trail was changed; names nobody once its key is gone")
# The timer of portal.mail looks at the state as well: this is the longest that any mail is kept.
SENT = after_days(30, "created_at", "to see what could not be sent, and to try again")

LINES = {
    **of("portal.Chain", PROOF, "id head_seq head_hash checkpointed_seq"),
    **of("portal.AuditLink", PROOF, "id vault_key chain seq kind digest previous hash"),
    **of("portal.AuditLink", SEALED, "payload"),
    **of("portal.Mailing", SEALED, "address context"),
    **of("portal.Mailing", SENT, "id vault_key kind language state attempts next_try_at error_code created_at sent_at"),
}
