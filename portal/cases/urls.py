from django.urls import path

from . import views

app_name = "cases"

ONE = "portal/cases/<str:reference>/people/<int:number>/"

urlpatterns = [
    path("portal/cases/<str:reference>/people/add/", views.add_person, name="add_person"),
    path("portal/cases/<str:reference>/answer-day/", views.answer_day, name="answer_day"),
    path(ONE, views.person, name="person"),
    path(ONE + "enter/", views.enter_step, name="enter_step"),
    path(ONE + "route/", views.change_route, name="change_route"),
    path(ONE + "details/", views.details, name="details"),
    path(ONE + "call/", views.call, name="call"),
    path(ONE + "write/", views.write, name="write"),
    path(ONE + "letter/", views.letter, name="letter"),
    path(ONE + "code/", views.code, name="code"),
    path(ONE + "phrase/", views.phrase, name="phrase"),
    path(ONE + "companion/", views.name_companion, name="name_companion"),
    path(ONE + "companion/<int:companion>/", views.answer_companion, name="answer_companion"),
    path(ONE + "back/", views.take_back_companion, name="take_back_companion"),
]
