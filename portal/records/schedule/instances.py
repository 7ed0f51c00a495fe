"""The register of instances, which is read from the matters themselves, and what the director looks after."""

from .rules import CODED, ROW, SEALED, of

LINES = {
    **of("portal.ExcusedDocument", SEALED, "reason"),
    **of("portal.SampledCase", SEALED, "words"),
    **of("portal.SampledCase", ROW, "id vault_key sample matter findings reviewed_by reviewed_at"),
    **of("portal.Sample", CODED, "id programme term closed drawn drawn_at"),
    **of("portal.BothRoles", SEALED, "reason"),
    **of("portal.BothRoles", ROW, "id vault_key case person decided_as written_by written_at seen_by seen_at"),
    **of("portal.ExcusedDocument", ROW, "id vault_key matter code about excused_by excused_at"),
}
