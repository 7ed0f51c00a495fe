from django.urls import path

from . import views

app_name = "screening"

urlpatterns = [
    path("portal/requests/<str:reference>/screening/", views.decide, name="decide"),
    path("portal/cases/<str:reference>/another-way/", views.decide_against, name="decide_against"),
    path("portal/emergency/<str:reference>/", views.emergency, name="emergency"),
]
