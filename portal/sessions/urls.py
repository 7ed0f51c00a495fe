from django.urls import path

from .views import further, papers, room, signing

app_name = "sessions"

urlpatterns = [
    path("portal/cases/<str:reference>/session/", room.booked, name="booked"),
    path("portal/cases/<str:reference>/pack.pdf", papers.pack, name="pack"),
    path("portal/cases/<str:reference>/further/", further.further_for, name="further_for"),
    path("portal/sessions/<uuid:pk>/", room.session, name="session"),
    path("portal/sessions/<uuid:pk>/present/", signing.present, name="present"),
    path("portal/sessions/<uuid:pk>/sign/", signing.sign_own, name="sign_own"),
    path("portal/sessions/<uuid:pk>/sign/<uuid:participant>/", signing.sign_here, name="sign_here"),
    path("portal/sessions/<uuid:pk>/paper/<uuid:participant>/", signing.paper, name="paper"),
    path("portal/sessions/<uuid:pk>/paper/neutral/<uuid:neutral>/", signing.paper_neutral, name="paper_neutral"),
    path("portal/sessions/<uuid:pk>/signatures/<uuid:signature>/", signing.take_back, name="take_back_signature"),
    path("portal/sessions/<uuid:pk>/look/", room.look, name="look"),
    path("portal/sessions/<uuid:pk>/begin/", room.begin, name="begin"),
    path("portal/sessions/<uuid:pk>/turn/", room.turn, name="turn"),
    path("portal/sessions/<uuid:pk>/end/", room.end, name="end"),
    path("portal/sessions/<uuid:pk>/not-held/", room.not_held, name="not_held"),
    path("portal/sessions/<uuid:pk>/stop/", room.stop, name="stop"),
    path("portal/sessions/<uuid:pk>/safety/", room.safety, name="safety"),
    path("portal/sessions/<uuid:pk>/pack.pdf", papers.own_pack, name="own_pack"),
    path("portal/sessions/<uuid:pk>/points/", papers.points, name="points"),
]
