"""What people allow the office to tell, what it told, and what was told in an emergency; own records asked for."""

from .rules import ROW, SEALED, SETTING, How, Rule, after_days, of

# The days count from the review; portal.emergencies destroys the key first.
GLASS = after_days(
    0, "delete_on", "told because of imminent risk: as short as the programme says, once it was looked at"
)
GLASS_SEALED = Rule(How.WITH_KEY, "the threat and who was told: under a key of its own, destroyed after the review")
GLASS_WALLED = Rule(How.WITH_PARENT, "whoever had a tie when it happened must not read it afterwards either")

# The days count from the answer; portal.access destroys the key first.
DIRECTIVE = after_days(0, "delete_on", "a directive that came in: a year after the answer, for whoever asks about it")
DIRECTIVE_SEALED = Rule(How.WITH_KEY, "who sent a directive and whom it names: under a key of its own, for a year")

LINES = {
    **of("portal.SharePermission", SEALED, "what recipient purpose typed_name"),
    **of("portal.SharePermission", ROW, "id vault_key matter request participant until channel recorded_by signed_on"),
    **of("portal.SharePermission", ROW, "given_at revoked_at revoked_channel revoked_by"),
    **of("portal.Disclosure", SEALED, "recipient interest what"),
    **of("portal.Disclosure", ROW, "id vault_key matter request participant basis answer permission happened_on"),
    **of("portal.Disclosure", ROW, "person_told_on made_by made_at"),
    **of("portal.BreakGlass", GLASS_SEALED, "reference threat recipients told review"),
    **of("portal.BreakGlass", GLASS, "id vault_key programme matter told_at opened_by opened_at director_told_at"),
    **of("portal.BreakGlass", GLASS, "finding reviewed_by reviewed_at delete_on"),
    **of("portal.BreakGlass_walled", GLASS_WALLED, "id breakglass user"),
    **of("portal.AccessRequest", SEALED, "wish"),
    **of(
        "portal.AccessRequest", ROW, "id vault_key matter request participant status asked_on due_on channel known_by"
    ),
    **of(
        "portal.AccessRequest", ROW, "known_by recorded_by drafted_at approved_by approved_at released_at reminded_on"
    ),
    **of("portal.AccessItem", SEALED, "title body"),
    **of("portal.AccessItem", ROW, "id vault_key access position is_own hidden is_included is_edited"),
    **of("portal.AmendmentRequest", SEALED, "about wanted reason statement"),
    **of("portal.AmendmentRequest", ROW, "id vault_key matter request participant asked_on channel recorded_by"),
    **of("portal.AmendmentRequest", ROW, "decision decided_by decided_at stated_at"),
    **of("portal.Directive", DIRECTIVE_SEALED, "sender names asks"),
    **of("portal.Directive", DIRECTIVE, "id vault_key programme kind received_on answer_by logged_by answer"),
    **of("portal.Directive", DIRECTIVE, "answered_by answered_on delete_on"),
    **of("portal.EmergencyRule", SETTING, "id programme director on_call keep_days"),
}
