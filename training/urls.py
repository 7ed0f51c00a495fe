from django.urls import path

from .views import enrolling, groups, places

app_name = "training"

urlpatterns = [
    path("enrol/courses.ics", enrolling.feed, name="feed"),
    path("enrol/group/", groups.ask, name="group"),
    path("enrol/group/sent/", groups.sent, name="group_sent"),
    path("enrol/<int:pk>/", enrolling.enrol, name="enrol"),
    path("enrol/<int:pk>/code/", enrolling.code, name="code"),
    path("enrol/<int:pk>/about/", enrolling.about, name="about"),
    path("enrol/<int:pk>/done/", enrolling.enrolled, name="enrolled"),
    path("enrol/place/<str:token>/", places.place, name="place"),
    path("my/training/", places.my_training, name="my_training"),
    path("my/training/<uuid:enrolment>/answer/", places.my_answer, name="my_answer"),
    path("my/training/<uuid:enrolment>/move/", places.my_transfer, name="my_transfer"),
]
