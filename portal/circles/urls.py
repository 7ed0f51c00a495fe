from django.urls import path

from .views import debriefing, groups, overview, people, words

app_name = "circles"

CIRCLE = "portal/cases/<str:reference>/circle/"
ONE = CIRCLE + "<int:number>/"
GROUP = CIRCLE + "groups/<int:number>/"
ROOM = "portal/sessions/<uuid:pk>/"

urlpatterns = [
    path(CIRCLE, overview.circle, name="circle"),
    path(CIRCLE + "change/", overview.change, name="change"),
    path(CIRCLE + "looking-back/", debriefing.look_back, name="look_back"),
    path(ONE, people.prepare, name="prepare"),
    path(ONE + "role/", people.roles, name="roles"),
    path(ONE + "ready/", people.ready, name="ready"),
    path(ONE + "pause/", people.pause, name="pause"),
    path(CIRCLE + "groups/add/", groups.add, name="add_group"),
    path(GROUP, groups.change, name="group"),
    path(GROUP + "remove/", groups.remove, name="remove_group"),
    path(GROUP + "invitation/", groups.invitation, name="group_invitation"),
    # Below the session page, where a device that is kept on that page can reach them.
    path(ROOM + "count/<int:number>/", groups.count, name="count"),
    path(ROOM + "words/", words.words, name="words"),
    path(ROOM + "words/<uuid:row>/", words.change, name="change_words"),
    path(ROOM + "words/<uuid:row>/remove/", words.remove, name="remove_words"),
]
