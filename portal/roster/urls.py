from django.urls import path

from . import views

app_name = "roster"
urlpatterns = [
    path("portal/roster/", views.roster, name="roster"),
    path("portal/roster/add/", views.add, name="add"),
    path("portal/roster/own-hours/", views.own_hours, name="own_hours"),
    path("portal/roster/<int:pk>/", views.neutral, name="neutral"),
    path("portal/roster/<int:pk>/change/", views.change, name="change"),
    path("portal/roster/<int:pk>/credential/", views.grant, name="grant"),
    path("portal/roster/<int:pk>/credential/<int:credential>/take-back/", views.revoke, name="revoke"),
    path("portal/roster/<int:pk>/hours/", views.hours, name="hours"),
    path("portal/roster/<int:pk>/tie/", views.add_tie, name="add_tie"),
    path("portal/roster/<int:pk>/tie/<int:tie>/end/", views.end_tie, name="end_tie"),
    path("portal/background/", views.own_background, name="own_background"),
    path("portal/background/<uuid:person>/", views.background, name="background"),
    path("portal/background/line/<int:pk>/seen/", views.background_seen, name="background_seen"),
    path("portal/background/line/<int:pk>/remove/", views.background_remove, name="background_remove"),
]
