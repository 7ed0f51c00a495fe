from django.urls import path

from .views import commitments, copies, offices, plan, records, resolution

app_name = "plans"

CASE = "portal/cases/<str:reference>/plan"
AGREEMENT = "portal/cases/<str:reference>/resolution"

urlpatterns = [
    path(f"{CASE}/", plan.plan, name="plan"),
    path(f"{CASE}/words/", plan.change_words, name="change_words"),
    path(f"{CASE}/proceeding/", plan.link, name="link"),
    path(f"{CASE}/requirements/<uuid:pk>/", plan.match, name="match"),
    path(f"{CASE}/commitments/", commitments.add, name="add_commitment"),
    path(f"{CASE}/commitments/<uuid:pk>/", commitments.change, name="change_commitment"),
    path(f"{CASE}/commitments/<uuid:pk>/remove/", commitments.remove, name="remove_commitment"),
    path(f"{CASE}/commitments/<uuid:pk>/look/", commitments.check_in, name="check_in"),
    path(f"{CASE}/ask/", plan.ask, name="ask"),
    path(f"{CASE}/answers/<int:number>/", plan.answer_for, name="answer_for"),
    path(f"{CASE}/amend/", plan.amend, name="amend"),
    path(f"{CASE}/hand-in/", plan.hand_in, name="hand_in"),
    path(f"{CASE}/end/", plan.end, name="end"),
    path(f"{CASE}/plan.pdf", plan.pdf, name="pdf"),
    path(f"{AGREEMENT}/", resolution.resolution, name="resolution"),
    path(f"{AGREEMENT}/words/", resolution.change_facts, name="change_facts"),
    path(f"{AGREEMENT}/terms/", resolution.add_term, name="add_term"),
    path(f"{AGREEMENT}/terms/<uuid:pk>/", resolution.change_term, name="change_term"),
    path(f"{AGREEMENT}/terms/<uuid:pk>/remove/", resolution.remove_term, name="remove_term"),
    path(f"{AGREEMENT}/terms/<uuid:pk>/look/", resolution.look, name="look"),
    path(f"{AGREEMENT}/leaving/<int:number>/", resolution.leaving, name="leaving"),
    path(f"{AGREEMENT}/open/", resolution.open_signing, name="open_signing"),
    path(f"{AGREEMENT}/revise/", resolution.revise, name="revise"),
    path(f"{AGREEMENT}/sign/", resolution.sign, name="sign"),
    path(f"{AGREEMENT}/paper/<int:number>/", resolution.paper, name="paper"),
    path(f"{AGREEMENT}/withdraw/<int:number>/", resolution.withdraw_for, name="withdraw_for"),
    path(f"{AGREEMENT}/breach/", resolution.breach, name="breach_of"),
    path(f"{AGREEMENT}/copy.pdf", copies.copy, name="copy"),
    path(f"{AGREEMENT}/openings/", copies.openings, name="openings"),
    path("portal/copies/", copies.check, name="check_copy"),
    path("portal/follow-through/", commitments.board, name="board"),
    path("portal/plans/requirements/", offices.requirements_list, name="requirements_list"),
    path("portal/plans/requirements/<uuid:pk>/", offices.requirements, name="requirements"),
    path(
        "portal/plans/requirements/<uuid:pk>/<uuid:requirement>/remove/",
        offices.remove_requirement,
        name="remove_requirement",
    ),
    path("portal/plans/review/", offices.review_list, name="review_list"),
    path("portal/plans/review/<uuid:pk>/", offices.review, name="review"),
    path("portal/plans/records/", records.record_list, name="record_list"),
    path("portal/plans/records/<uuid:pk>/", records.record, name="record"),
    path("portal/plans/records/<uuid:pk>/breach/", records.breach, name="breach"),
    path("portal/plans/records/<uuid:pk>/end/", records.end_record, name="end_record"),
    path("portal/plans/records/<uuid:pk>/plan.pdf", records.pdf, name="record_pdf"),
    path("portal/plans/records/<uuid:pk>/<uuid:commitment>/look/", records.check_in, name="check_in_record"),
    path("portal/plans/records/<uuid:pk>/<uuid:commitment>/day/", records.due, name="due"),
]
