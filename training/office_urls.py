"""The office's side of courses beyond their dates: people, the day itself, trainers. All behind the staff door."""

from django.urls import path

from .views import attending, people, teaching

urlpatterns = [
    path("portal/training/people/", people.people, name="people"),
    path("portal/training/people/find/", people.find, name="find_person"),
    path("portal/training/people/due/", people.due, name="due"),
    path("portal/training/people/<uuid:pk>/", people.person, name="person"),
    path("portal/training/people/<uuid:pk>/change/", people.change_person, name="change_person"),
    path("portal/training/people/<uuid:pk>/credit/", people.add_credit, name="add_credit"),
    path("portal/training/people/<uuid:pk>/certify/<str:level>/", people.grant, name="grant"),
    path("portal/training/people/<uuid:pk>/take-back/<int:certification>/", people.revoke, name="revoke"),
    path("portal/training/dates/<int:pk>/attendance/", attending.attendance, name="attendance"),
    path("portal/training/dates/<int:pk>/not-come/", attending.no_shows, name="no_shows"),
    path("portal/training/dates/<int:pk>/finish/", attending.finish, name="finish"),
    path("portal/training/dates/<int:pk>/sheet/<int:meeting>.pdf", attending.sign_in_sheet, name="sign_in_sheet"),
    path("portal/training/steps/<int:pk>/undo/", attending.undo, name="undo_step"),
    path("portal/training/dates/<int:pk>/trainers/", teaching.trainers, name="trainers"),
    path("portal/training/trainers/<int:assignment>/remove/", teaching.remove_trainer, name="remove_trainer"),
    path("portal/training/dates/<int:pk>/room/<int:meeting>/", teaching.room, name="room"),
]
