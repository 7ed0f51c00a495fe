"""The addresses of what people learned: their own pages, observed practice, certificates, codes anew."""

from django.urls import path

from .views import coming_back, learning, practice, requirements, verifying

urlpatterns = [
    path("my/training/learning/", learning.learning, name="my_learning"),
    path("my/training/learning/log/", learning.add_entry, name="my_log"),
    path("my/training/learning/log/<uuid:entry>/remove/", learning.remove_entry, name="my_unlog"),
    path("my/training/learning/certificates/<int:pk>/", learning.certificate, name="my_certificate"),
    path("my/training/learning/about/", learning.describe, name="my_describe"),
    path("portal/learning/", learning.learning, name="own_learning"),
    path("portal/learning/log/", learning.add_entry, name="own_log"),
    path("portal/learning/log/<uuid:entry>/remove/", learning.remove_entry, name="own_unlog"),
    path("portal/learning/certificates/<int:pk>/", learning.certificate, name="own_certificate"),
    path("portal/learning/about/", learning.describe, name="own_describe"),
    path("certificates/", verifying.verify, name="verify"),
    path("enrol/new-code/", coming_back.address, name="back"),
    path("enrol/new-code/digits/", coming_back.code, name="back_code"),
    path("enrol/new-code/done/", coming_back.done, name="back_done"),
    path("portal/training/practice/", practice.practice, name="practice"),
    path("portal/training/practice/ask/<uuid:learner>/", practice.ask, name="ask_to_observe"),
    path("portal/training/practice/<uuid:pk>/", practice.observe, name="observe"),
    path("portal/training/practice/<uuid:pk>/stop/", practice.stop, name="stop_asking"),
    path("portal/training/log/", practice.log, name="log"),
    path("portal/training/log/<uuid:entry>/confirm/", practice.confirm, name="confirm_entry"),
    path("portal/training/log/<uuid:entry>/decline/", practice.decline, name="decline_entry"),
    path("portal/training/descriptions/", practice.descriptions, name="descriptions"),
    path("portal/training/levels/", requirements.requirements, name="requirements"),
    path("portal/training/levels/<str:level>/add/", requirements.add, name="add_requirement"),
    path("portal/training/levels/<int:pk>/", requirements.change, name="change_requirement"),
    path("portal/training/levels/<int:pk>/remove/", requirements.remove, name="remove_requirement"),
]
