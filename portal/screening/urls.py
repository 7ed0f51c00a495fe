from django.urls import path

from .views import again, allegations, deciding, reading, rubric, weighing

app_name = "screening"

urlpatterns = [
    path("portal/requests/<str:reference>/screening/", deciding.decide, name="decide"),
    path("portal/cases/<str:reference>/another-way/", deciding.decide_against, name="decide_against"),
    path("portal/cases/<str:reference>/screen-again/", again.screen_again, name="screen_again"),
    path("portal/cases/<str:reference>/screen-again/ask/", again.ask_again, name="ask_again"),
    path("portal/cases/<str:reference>/before-session/", again.look, name="look"),
    path("portal/emergency/<str:reference>/", deciding.emergency, name="emergency"),
    path("portal/screening/", reading.waiting, name="waiting"),
    path("portal/screening/of/<str:reference>/", reading.of_matter, name="of_matter"),
    path("portal/screening/<uuid:pk>/", reading.screening, name="screening"),
    path("portal/allegations/<str:reference>/", allegations.allegations, name="allegations"),
    path("portal/allegations/<str:reference>/add/", allegations.add, name="add_allegation"),
    path("portal/allegations/<str:reference>/<uuid:pk>/", allegations.change, name="change_allegation"),
    path("portal/allegations/<str:reference>/<uuid:pk>/way/", allegations.route, name="route_allegation"),
    path("portal/allegations/<str:reference>/<uuid:pk>/criteria/", weighing.weigh, name="weigh"),
    path("portal/allegations/<str:reference>/<uuid:pk>/formal/", allegations.formal, name="formal_process"),
    path("portal/allegations/<str:reference>/ways/<uuid:pk>/sign/", allegations.sign, name="sign_way"),
    path("portal/rubric/", rubric.versions, name="rubrics"),
    path("portal/rubric/<int:pk>/", rubric.version, name="rubric"),
    path("portal/rubric/<int:pk>/compare/", rubric.compare, name="compare"),
    path("portal/rubric/<slug:code>/draft/", rubric.draft, name="draft"),
    path("portal/rubric/<int:pk>/approve/", rubric.approve, name="approve"),
    path("portal/rubric/<int:pk>/drop/", rubric.drop, name="drop"),
    path("portal/rubric/<int:pk>/bands/", rubric.bands, name="bands"),
    path("portal/rubric/<int:pk>/stops/add/", rubric.stop, {"code": ""}, name="add_stop"),
    path("portal/rubric/<int:pk>/stops/<slug:code>/", rubric.stop, name="stop"),
    path("portal/rubric/<int:pk>/criteria/add/", rubric.criterion, {"code": ""}, name="add_criterion"),
    path("portal/rubric/<int:pk>/criteria/<slug:code>/", rubric.criterion, name="criterion"),
]
