from django.urls import path

from . import learning_urls, office_urls
from .views import enrolling, groups, offerings, places

app_name = "training"

urlpatterns = [
    *office_urls.urlpatterns,
    *learning_urls.urlpatterns,
    path("enrol/courses.ics", enrolling.feed, name="feed"),
    path("enrol/group/", groups.ask, name="group"),
    path("enrol/group/sent/", groups.sent, name="group_sent"),
    path("enrol/<int:pk>/", enrolling.enrol, name="enrol"),
    path("enrol/<int:pk>/code/", enrolling.code, name="code"),
    path("enrol/<int:pk>/about/", enrolling.about, name="about"),
    path("enrol/<int:pk>/done/", enrolling.enrolled, name="enrolled"),
    path("enrol/place/<str:token>/", places.place, name="place"),
    path("portal/training/", offerings.courses, name="courses"),
    path("portal/training/courses/add/", offerings.add_course, name="add_course"),
    path("portal/training/courses/<int:pk>/", offerings.change_course, name="change_course"),
    path("portal/training/courses/<int:pk>/dates/", offerings.add_offering, name="add_offering"),
    path("portal/training/dates/<int:pk>/", offerings.offering, name="offering"),
    path("portal/training/dates/<int:pk>/open/", offerings.publish, name="publish"),
    path("portal/training/dates/<int:pk>/cancel/", offerings.cancel, name="cancel"),
    path("portal/training/dates/<int:pk>/places/", offerings.change_places, name="change_places"),
    path("portal/training/dates/<int:pk>/admit/", offerings.admit_many, name="admit_many"),
    path("portal/training/applications/<uuid:enrolment>/admit/", offerings.admit, name="admit"),
    path("portal/training/applications/<uuid:enrolment>/turn-down/", offerings.turn_down, name="turn_down"),
    path("portal/training/enrolments/<uuid:enrolment>/withdraw/", offerings.withdraw, name="withdraw"),
    path("portal/training/groups/", groups.groups, name="groups"),
    path("portal/training/groups/<uuid:pk>/", groups.group, name="group_request"),
    path("portal/training/groups/<uuid:pk>/evaluation/", groups.evaluate, name="evaluate_group"),
    path("my/training/", places.my_training, name="my_training"),
    path("my/training/<uuid:enrolment>/answer/", places.my_answer, name="my_answer"),
    path("my/training/<uuid:enrolment>/move/", places.my_transfer, name="my_transfer"),
]
