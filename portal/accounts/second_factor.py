"""Whether a second factor was shown on this device, and still stands."""

from functools import partial

from django.utils.functional import SimpleLazyObject
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.middleware import OTPMiddleware
from django_otp.models import Device

from .models import StaffSession


class SecondFactorMiddleware(OTPMiddleware):
    """As django-otp's own, but one question fetches the sign-in on this device and asks about its factor.

    Whoever is signed in without such a row, as nobody is who came in by our own pages, is not verified. The row is
    `request.sign_in` from the moment `request.user` was looked at.
    """

    def _verify_user_sync(self, request, user):
        self._init_user_fields(user)
        request.sign_in = None
        if user.is_authenticated and (factor := request.session.get(DEVICE_ID_SESSION_KEY)):
            open_here = StaffSession.objects.open().filter(session_key=request.session.session_key, user=user)
            request.sign_in = open_here.asking_whether_stands(factor).first()
        if request.sign_in is not None and request.sign_in.factor_stands:
            user.otp_device = SimpleLazyObject(partial(Device.from_persistent_id, factor))
        return user
