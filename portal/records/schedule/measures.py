"""Interim measures. Where a programme keeps records, `keep_until` on the row holds back the disposal of its matter."""

from .rules import ROW, SEALED, of

LINES = {
    **of("portal.Measure", SEALED, "wish arrangement reason end_reason"),
    **of("portal.Measure", ROW, "id vault_key matter request participant kind basis status requested_on channel"),
    **of("portal.Measure", ROW, "recorded_by owner_role decided_by decided_at in_place_on review_on ended_on"),
    **of("portal.Measure", ROW, "keep_until reminded_on"),
    **of("portal.MeasureReview", SEALED, "words"),
    **of("portal.MeasureReview", ROW, "id vault_key measure held_on held_by"),
}
