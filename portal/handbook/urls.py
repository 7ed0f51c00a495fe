from django.urls import path

from . import views

app_name = "handbook"
urlpatterns = [
    path("portal/handbook/", views.notices, name="notices"),
    path("portal/handbook/<int:pk>/", views.notice, name="notice"),
    path("portal/handbook/<int:pk>/letter/", views.letter, name="letter"),
    path("portal/handbook/<int:pk>/draft/", views.draft, name="draft"),
    path("portal/handbook/<int:pk>/approve/", views.approve, name="approve"),
    path("portal/handbook/manual/", views.procedures, name="procedures"),
    path("portal/handbook/manual/add/", views.add_procedure, name="add_procedure"),
    path("portal/handbook/manual/<int:pk>/", views.procedure, name="procedure"),
    path("portal/handbook/manual/<int:pk>/draft/", views.draft_procedure, name="draft_procedure"),
    path("portal/handbook/manual/<int:pk>/approve/", views.approve_procedure, name="approve_procedure"),
]
