"""The line of every URL: who gets in. Names without "training:" in front are the portal's.

A new URL fails test_02 until it stands here. Write down who should get in, not who does.
"""

INSIDERS = ("coordinator", "director", "manager", "mediator")
OUTSIDERS = ("stranger", "asked", "former", "tied neutral", "tied coordinator", "elsewhere", "editor")
ROLES = (*INSIDERS, "training", "auditor", "editor")

STAFF = frozenset({"coordinator", "director", "manager"})
STAFF_AND_PAIR = frozenset({"coordinator", "director", "manager", "mediator"})
LEADERS = frozenset({"coordinator", "director"})
DIRECTOR = frozenset({"director"})
MEDIATOR = frozenset({"mediator"})
NOBODY = frozenset()
EVERYBODY_HERE = frozenset({"coordinator", "director", "manager", "mediator", "training", "auditor", "editor"})
COUNTING = frozenset({"coordinator", "director", "auditor"})
ROSTER = frozenset({"coordinator", "director", "training"})
ROSTER_AND_SELF = frozenset({"coordinator", "director", "mediator", "training"})
ROSTER_READERS = frozenset({"coordinator", "director", "manager", "mediator", "training"})


def lines(table):
    return {full(name): set(who) for who, names in table.items() for name in names.split()}


def full(name):
    return name if name.startswith("training:") else f"portal:{name}"


# Whatever hangs on one request or case. Nobody: it needs a row that the world of this test does not have.
OF_A_MATTER = lines(
    {
        STAFF: """
        cases:add_collateral cases:add_person cases:answer_day cases:background cases:call cases:checklist
        cases:change_route cases:code cases:details cases:dynamics cases:enter_step cases:give_task
        cases:letter cases:name_companion cases:person cases:phrase cases:take_back_companion cases:train_us cases:write
        cases:turn_to_coaching desk:move
        cases:write_meeting intake:answer intake:assign intake:code intake:contact intake:end intake:minor
        joining:permission joining:together joining:undo moving:answer_for moving:moving moving:take_back
        intake:note intake:phrase intake:talk intake:train_us
        intake:request intake:told scheduling:agree_for scheduling:answer_for
        scheduling:book scheduling:cancel scheduling:give_for scheduling:give_for_neutral scheduling:move
        scheduling:object_for scheduling:pair scheduling:propose scheduling:replace scheduling:take_back
        scheduling:times screening:ask_again screening:decide screening:decide_against screening:of_matter
        screening:screen_again sessions:further_for withdrawals:resume withdrawals:stop
    """,
        NOBODY: """
        cases:answer_companion cases:brief cases:coaching cases:give_steps cases:tick_step
        cases:tick_task cases:write_learned
        circles:add_group circles:change circles:change_words circles:circle circles:count circles:group
        circles:group_invitation circles:look_back circles:pause circles:prepare circles:ready circles:remove_group
        circles:remove_words circles:roles circles:words
        desk:delete_note papers:check papers:copy papers:delivery papers:heard papers:make_notice papers:papers
        papers:send records:kept records:release records:sign_disposal records:take_back
        scheduling:asked screening:add_allegation screening:weigh screening:allegations screening:change_allegation
        screening:formal_process screening:route_allegation screening:sign_way
        joining:join sessions:take_back_signature
    """,
        STAFF_AND_PAIR: """
        desk:case desk:note screening:emergency screening:look sessions:begin sessions:booked
        sessions:end sessions:look sessions:not_held sessions:own_pack sessions:pack sessions:paper
        sessions:paper_neutral
        sessions:points sessions:present sessions:safety sessions:session sessions:sign_here
        sessions:sign_own sessions:stop sessions:turn withdrawals:choose
        withdrawals:in_session
    """,
        LEADERS: """
        records:close records:finish records:outside
    """,
        DIRECTOR: """
        records:hold
    """,
        MEDIATOR: """
        scheduling:calendar scheduling:my_times scheduling:step_back
    """,
    }
)

# What belongs to the office or to the viewer. Nobody: as above.
OF_THE_OFFICE = lines(
    {
        MEDIATOR: "roster:own_hours",
        DIRECTOR: """
        accounts:activity accounts:end_sessions accounts:grant accounts:invite accounts:people
        accounts:person accounts:person_away accounts:reset_factor documents:approve handbook:approve
        handbook:approve_procedure
        programmes:change_programme reports:publish setting_up:left_to_do setting_up:set_up
    """,
        EVERYBODY_HERE: """
        roster:own_background training:own_describe training:own_learning
        accounts:away accounts:change_password accounts:end_my_sessions accounts:me accounts:recovery_codes
        desk:cases desk:home desk:save_view documents:templates handbook:notices handbook:policies
        handbook:procedures intake:slip
        programmes:programmes scheduling:asked_list
    """,
        NOBODY: """
        roster:background roster:background_remove roster:background_seen
        training:ask_to_observe training:change_requirement training:confirm_entry training:decline_entry
        training:observe training:own_certificate training:own_log training:own_unlog
        training:add_requirement training:stop_asking
        handbook:approve_policy handbook:confirm_policy handbook:draft_policy handbook:policy
        interns:decide interns:hand_in interns:piece interns:trained interns:work
        desk:told training:add_offering training:admit training:admit_many training:cancel training:change_course
        training:change_places
        training:evaluate_group training:group_request training:offering training:publish training:turn_down
        training:withdraw
        training:add_credit training:attendance training:change_person training:finish training:grant training:no_shows
        training:give_account training:person training:remove_trainer training:revoke training:room
        training:sign_in_sheet training:trainers training:undo_step
        training:add_credit training:attendance training:change_person training:finish training:grant
        training:no_shows training:person training:remove_trainer training:revoke training:room training:sign_in_sheet
        training:trainers training:undo_step training:goal training:milestone training:tick training:confirm_past
        training:drop_past training:left_rows training:past_import training:undo_past training:close_desk
        training:desk training:material training:outcomes training:publish_material training:retire_material
        training:take_back_message training:write_to_cohort
        accounts:end_role desk:remove_view records:receipt roster:end_tie roster:revoke
        scheduling:change_room screening:add_criterion screening:add_stop screening:approve screening:bands
        screening:compare screening:criterion screening:drop screening:rubric screening:screening
        screening:stop
    """,
        STAFF: """
        desk:calls
        desk:requests documents:draft handbook:add_procedure handbook:draft handbook:draft_procedure
        handbook:add_policy intake:log_contact
        interns:give interns:interns scheduling:add_room scheduling:rooms
        screening:rubrics screening:waiting
    """,
        STAFF_AND_PAIR: """
        documents:template documents:template_pdf handbook:letter handbook:notice handbook:procedure
    """,
        LEADERS: """
        programmes:change_office records:kept_records screening:draft
    """,
        COUNTING: """
        reports:export reports:statistics
    """,
        ROSTER: """
        training:descriptions training:log training:practice training:remove_requirement training:requirements
        training:add_course training:courses training:due training:find_person training:groups training:people
        training:add_course training:courses training:due training:find_person training:groups
        training:materials training:past training:people
        training:add_goal training:add_milestone training:begin_year training:year
        roster:add roster:grant
    """,
        ROSTER_AND_SELF: """
        roster:add_tie roster:change roster:hours
    """,
        ROSTER_READERS: """
        roster:neutral roster:roster
    """,
    }
)

# Plans: the world of this test has a case of a process that makes none, so nobody finds one there.
OF_A_MATTER |= lines(
    {
        NOBODY: """
        plans:add_commitment plans:amend plans:answer_for plans:ask plans:change_commitment plans:change_words
        plans:check_in plans:end plans:hand_in plans:link plans:match plans:pdf plans:plan plans:remove_commitment
        plans:resolution plans:change_facts plans:add_term plans:change_term plans:remove_term plans:look
        plans:leaving plans:open_signing plans:revise plans:sign plans:paper plans:breach_of plans:copy plans:openings
        plans:withdraw_for
    """
    }
)
OF_THE_OFFICE |= lines(
    {
        EVERYBODY_HERE: "plans:board plans:check_copy",
        NOBODY: """
        plans:breach plans:check_in_record plans:due plans:end_record plans:record plans:record_list plans:record_pdf
        plans:remove_requirement plans:requirements plans:requirements_list plans:review plans:review_list
    """,
    }
)

# A participant's own pages.
OWN = {
    full(name)
    for name in [
        "papers:notice",
        "papers:notice_pdf",
        "papers:sheet",
        "party:add_other",
        "party:agreement",
        "party:agreement_pdf",
        "party:appointment",
        "party:calendar",
        "party:companion_answer",
        "party:companion_back",
        "party:companions",
        "party:circle",
        "party:circle_pause",
        "party:circle_words",
        "party:conversation",
        "party:details",
        "party:fine",
        "party:further",
        "party:go_on",
        "party:group",
        "party:held",
        "party:home",
        "party:invitation",
        "party:meet",
        "party:one",
        "party:more_time",
        "party:others",
        "party:plan",
        "party:plan_look",
        "party:rating",
        "party:resolution",
        "party:resolution_copy",
        "party:withdraw_resolution",
        "party:reach",
        "party:rights",
        "party:sign",
        "party:somebody_else",
        "party:stop",
        "party:take_part",
        "party:times",
        "withdrawals:withdraw",
        "withdrawals:withdrew",
        "training:my_answer",
        "training:my_certificate",
        "training:my_describe",
        "training:my_learning",
        "training:my_log",
        "training:my_unlog",
        "training:my_training",
        "training:my_transfer",
    ]
}

# The registers: what may be told and what was, what an emergency made us tell, one's own record, directives.
OF_A_MATTER |= lines(
    {
        STAFF: """
        access:ask access:ask_change disclosures:disclose disclosures:permit disclosures:register disclosures:sharing
        measures:ask
    """,
        STAFF_AND_PAIR: """
        emergencies:tell
    """,
        NOBODY: """
        disclosures:revoke disclosures:share guests:admit guests:end guests:guests guests:new_code
    """,
    }
)
OF_THE_OFFICE |= lines(
    {
        DIRECTOR: """
        access:directives emergencies:emergencies emergencies:people
    """,
        LEADERS: """
        access:board
    """,
        STAFF: """
        measures:measures
    """,
        NOBODY: """
        access:statement_for access:take_back_for
        access:access access:amendment access:approve access:directive access:draft access:item access:letter
        access:package access:release emergencies:record
        measures:measure measures:step
    """,
    }
)
OWN |= {
    full(name)
    for name in [
        "access:change",
        "access:own",
        "access:own_package",
        "access:statement",
        "access:take_back",
        "disclosures:own",
        "disclosures:own_register",
        "disclosures:take_back",
        "guests:open_document",
        "guests:own",
        "guests:sign",
        "measures:own",
        "moving:own",
    ]
}

# The register of instances: this world's programme destroys its records, so there is none to find.
OF_A_MATTER |= lines({NOBODY: "instances:instance instances:excuse"})
OF_THE_OFFICE |= lines({NOBODY: "instances:register instances:completeness instances:export"})

# Looking after a programme that keeps its records: as above.
OF_A_MATTER |= lines({NOBODY: "oversight:review oversight:seen"})
OF_THE_OFFICE |= lines({NOBODY: "oversight:queue oversight:access"})

OF_THE_OFFICE |= lines({DIRECTOR: "seats:seats seats:hand_over", NOBODY: "seats:act"})
