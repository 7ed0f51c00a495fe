from django.urls import path

from . import views

app_name = "cases"

ONE = "portal/cases/<str:reference>/people/<int:number>/"
CASE = "portal/cases/<str:reference>/"

urlpatterns = [
    path("portal/cases/<str:reference>/people/add/", views.add_person, name="add_person"),
    path("portal/cases/<str:reference>/answer-day/", views.answer_day, name="answer_day"),
    path(CASE + "group/", views.brief, name="brief"),
    path(CASE + "train-us/", views.train_us, name="train_us"),
    path(CASE + "coaching/", views.coaching, name="coaching"),
    path(CASE + "turn/", views.turn_to_coaching, name="turn_to_coaching"),
    path(CASE + "tasks/give/", views.give_task, name="give_task"),
    path(CASE + "tasks/<uuid:pk>/", views.tick_task, name="tick_task"),
    path(CASE + "manual/", views.checklist, name="checklist"),
    path(CASE + "manual/<int:procedure>/give/", views.give_steps, name="give_steps"),
    path(CASE + "manual/<int:procedure>/<int:number>/", views.tick_step, name="tick_step"),
    path(CASE + "background/", views.background, name="background"),
    path(CASE + "background/ask/", views.add_collateral, name="add_collateral"),
    path(CASE + "background/ask/<uuid:pk>/", views.write_learned, name="write_learned"),
    path(CASE + "background/dynamics/", views.dynamics, name="dynamics"),
    path(ONE + "talk/", views.write_meeting, name="write_meeting"),
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
