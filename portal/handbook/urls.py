from django.urls import path

from . import views

app_name = "handbook"
urlpatterns = [
    path("portal/handbook/", views.notices, name="notices"),
    path("portal/handbook/<int:pk>/", views.notice, name="notice"),
    path("portal/handbook/<int:pk>/letter/", views.letter, name="letter"),
    path("portal/handbook/<int:pk>/draft/", views.draft, name="draft"),
    path("portal/handbook/<int:pk>/approve/", views.approve, name="approve"),
    path("portal/handbook/policies/", views.policies, name="policies"),
    path("portal/handbook/policies/add/", views.add_policy, name="add_policy"),
    path("portal/handbook/policies/<int:pk>/", views.policy, name="policy"),
    path("portal/handbook/policies/<int:pk>/draft/", views.draft_policy, name="draft_policy"),
    path("portal/handbook/policies/<int:pk>/approve/", views.approve_policy, name="approve_policy"),
    path("portal/handbook/policies/<int:pk>/holds/", views.confirm_policy, name="confirm_policy"),
    path("portal/handbook/manual/", views.procedures, name="procedures"),
    path("portal/handbook/manual/add/", views.add_procedure, name="add_procedure"),
    path("portal/handbook/manual/<int:pk>/", views.procedure, name="procedure"),
    path("portal/handbook/manual/<int:pk>/draft/", views.draft_procedure, name="draft_procedure"),
    path("portal/handbook/manual/<int:pk>/approve/", views.approve_procedure, name="approve_procedure"),
]
