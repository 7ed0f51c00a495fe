from django.urls import path

from . import views

app_name = "handbook"
urlpatterns = [
    path("portal/handbook/", views.notices, name="notices"),
    path("portal/handbook/<int:pk>/", views.notice, name="notice"),
    path("portal/handbook/<int:pk>/letter/", views.letter, name="letter"),
    path("portal/handbook/<int:pk>/draft/", views.draft, name="draft"),
    path("portal/handbook/<int:pk>/approve/", views.approve, name="approve"),
]
