from django.urls import path

from . import views

app_name = "interns"
urlpatterns = [
    path("portal/interns/", views.interns, name="interns"),
    path("portal/interns/give/", views.give, name="give"),
    path("portal/interns/<int:pledge>/trained/", views.trained, name="trained"),
    path("portal/work/", views.work, name="work"),
    path("portal/work/<int:pk>/", views.piece, name="piece"),
    path("portal/work/<int:pk>/hand-in/", views.hand_in, name="hand_in"),
    path("portal/work/<int:pk>/decide/", views.decide, name="decide"),
]
