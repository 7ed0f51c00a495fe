from django.urls import path

from . import views
from .views import agreement, answers, arranging, circle, conversation, further, plan, resolution, together, waiting

app_name = "party"

# Neutral paths: whoever looks over a shoulder, or into a history, reads nothing in them.
urlpatterns = [
    path("my/", views.home, name="home"),
    path("my/messages/", conversation.conversation, name="conversation"),
    path("my/reach/", waiting.reach, name="reach"),
    path("my/one/", together.one, name="one"),
    path("my/stop/", waiting.stop, name="stop"),
    path("my/first/", views.go_on, name="go_on"),
    path("my/reading/", views.rights, name="rights"),
    path("my/answer/", views.take_part, name="take_part"),
    path("my/about/", views.details, name="details"),
    path("my/time/", views.more_time, name="more_time"),
    path("my/held/", views.held, name="held"),
    path("my/others/", views.others, name="others"),
    path("my/others/add/", views.add_other, name="add_other"),
    path("my/others/<int:number>/", views.invitation, name="invitation"),
    path("my/along/", views.companions, name="companions"),
    path("my/along/<int:number>/", views.companion_answer, name="companion_answer"),
    path("my/along/<int:number>/back/", views.companion_back, name="companion_back"),
    path("my/meet/", arranging.meet, name="meet"),
    path("my/meet/fine/", arranging.fine, name="fine"),
    path("my/meet/<int:pk>/", arranging.somebody_else, name="somebody_else"),
    path("my/free/", arranging.times, name="times"),
    path("my/agreement/", agreement.agreement, name="agreement"),
    path("my/agreement/copy/", agreement.agreement_pdf, name="agreement_pdf"),
    path("my/agreement/sign/", agreement.sign, name="sign"),
    path("my/group/", answers.group, name="group"),
    path("my/able/", views.rating, name="rating"),
    path("my/wishes/", circle.wishes, name="circle"),
    path("my/break/", circle.pause, name="circle_pause"),
    path("my/together/", circle.words, name="circle_words"),
    path("my/again/", further.further, name="further"),
    path("my/agreed/", resolution.resolution, name="resolution"),
    path("my/agreed/withdraw/", resolution.withdraw_resolution, name="withdraw_resolution"),
    path("my/agreed/copy/", resolution.resolution_copy, name="resolution_copy"),
    path("my/plan/", plan.plan, name="plan"),
    path("my/plan/<int:number>/", plan.plan_look, name="plan_look"),
    path("my/appointment/", arranging.appointment, name="appointment"),
    path("my/appointment/file/", arranging.calendar, name="calendar"),
]
