from django.urls import path

from .views import log, questions, report, request, short, steps, talk, training

app_name = "intake"

urlpatterns = [
    path("request/", questions.start, name="start"),
    path("report/", report.report, name="report"),
    path("request/check/", questions.check, name="check"),
    path("request/sent/", short.sent, name="sent"),
    path("request/gone/", questions.gone, name="gone"),
    path("request/independent/", questions.independent, name="independent"),
    path("request/contact-me/", short.contact_me, name="contact_me"),
    path("request/information/", short.information, name="information"),
    path("request/<slug:slug>/", questions.question, name="question"),
    path("portal/cases/<str:reference>/people/<int:number>/messages/", talk.talk, name="talk"),
    path("portal/requests/log/", log.log_contact, name="log_contact"),
    path("portal/requests/slip/", log.slip, name="slip"),
    path("portal/requests/<str:reference>/", request.request_page, name="request"),
    path("portal/requests/<str:reference>/answer/", steps.answer, name="answer"),
    path("portal/requests/<str:reference>/told/", steps.told, name="told"),
    path("portal/requests/<str:reference>/note/", steps.note, name="note"),
    path("portal/requests/<str:reference>/assign/", steps.assign, name="assign"),
    path("portal/requests/<str:reference>/phrase/", steps.phrase, name="phrase"),
    path("portal/requests/<str:reference>/minor/", steps.minor, name="minor"),
    path("portal/requests/<str:reference>/code/", steps.code, name="code"),
    path("portal/requests/<str:reference>/contact/", steps.contact, name="contact"),
    path("portal/requests/<str:reference>/train-us/", training.train_us, name="train_us"),
    path("portal/requests/<str:reference>/end/", steps.end, name="end"),
]
