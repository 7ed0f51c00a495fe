"""Plans, and what becomes of them: in the case for as long as the case; in the enforcing office's own record longer."""

from .rules import RECORD, ROW, SEALED, of

LINES = {
    **of("portal.Plan", SEALED, "harms needs done_when if_not_done follow_up proceeding"),
    **of("portal.Plan", ROW, "id vault_key case status edition is_linked begun_by begun_at asked_at submitted_at"),
    **of("portal.Plan", ROW, "in_force_at ended_at"),
    # A commitment is in a plan or in a record, and goes with whichever it is in.
    **of("portal.Commitment", SEALED, "by_whom what for_whom shown_by mentor obstacle meets"),
    **of(
        "portal.Commitment",
        ROW,
        "id vault_key plan record resolution number kind owner is_support starts_on due_on",
    ),
    **of("portal.Commitment", ROW, "status settled_on reminded_at overdue_told_at"),
    **of("portal.CheckIn", SEALED, "words"),
    **of("portal.CheckIn", ROW, "id vault_key commitment state said_by channel noted_by noted_at"),
    **of("portal.Requirement", SEALED, "words"),
    **of("portal.Requirement", ROW, "id vault_key plan number met_by entered_by entered_at"),
    **of("portal.Confirmation", ROW, "id vault_key plan edition participant yes channel recorded_by given_at"),
    **of("portal.Review", SEALED, "comment"),
    **of("portal.Review", ROW, "id vault_key plan edition decision decided_by decided_at"),
    **of("portal.Amendment", SEALED, "words"),
    **of("portal.Amendment", ROW, "id vault_key plan record edition made_by made_at"),
    **of("portal.EnforcementRecord", SEALED, "proceeding person done_when if_not_done follow_up comment"),
    **of("portal.EnforcementRecord", RECORD, "id vault_key reference programme chain_id status edition approved_by"),
    **of("portal.EnforcementRecord", RECORD, "approved_at ended_on keep_until"),
    **of("portal.RecordBar", RECORD, "id record person"),
    **of("portal.BreachReport", SEALED, "to_whom words"),
    **of("portal.BreachReport", RECORD, "id vault_key record resolution reported_by reported_at"),
    **of("portal.Resolution", SEALED, "acknowledgement covers measures permitted breach_to text"),
    **of("portal.Resolution", ROW, "id vault_key case version status wording review_on ends_on template"),
    **of("portal.Resolution", ROW, "text_sha256 made_by made_at opened_at agreed_at ended_at"),
    **of("portal.Resolution", ROW, "review_warned_at end_warned_at"),
    **of("portal.Resolution_allegations", ROW, "id resolution allegation"),
    **of("portal.Leaving", ROW, "id vault_key resolution participant kind leaves_on effect warned_at"),
    **of("portal.ResolutionSignature", SEALED, "typed_name"),
    **of("portal.ResolutionSignature", ROW, "id vault_key resolution capacity participant officer method"),
    **of("portal.ResolutionSignature", ROW, "agreed_to_electronic text_sha256 signed_at recorded_by"),
    **of("portal.SealedCopy", SEALED, "pdf"),
    **of("portal.SealedCopy", ROW, "id vault_key resolution sha256 sealed_at"),
}
