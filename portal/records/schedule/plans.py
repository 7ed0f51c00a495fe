"""Plans, and what becomes of them: in the case for as long as the case; in the enforcing office's own record longer."""

from .rules import RECORD, ROW, SEALED, of

LINES = {
    **of("portal.Plan", SEALED, "harms needs done_when if_not_done follow_up proceeding"),
    **of("portal.Plan", ROW, "id vault_key case status edition is_linked begun_by begun_at asked_at submitted_at"),
    **of("portal.Plan", ROW, "in_force_at ended_at"),
    # A commitment is in a plan or in a record, and goes with whichever it is in.
    **of("portal.Commitment", SEALED, "by_whom what for_whom shown_by mentor obstacle meets"),
    **of("portal.Commitment", ROW, "id vault_key plan record number kind owner is_support starts_on due_on status"),
    **of("portal.Commitment", ROW, "settled_on"),
    **of("portal.CheckIn", SEALED, "words"),
    **of("portal.CheckIn", ROW, "id vault_key commitment state noted_by noted_at"),
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
    **of("portal.BreachReport", RECORD, "id vault_key record reported_by reported_at"),
}
