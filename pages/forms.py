"""What visitors may narrow a list by. The answers stand in the address, and nowhere else."""

from django import forms
from django.utils.translation import gettext_lazy as _

from pages.audiences import Audience
from pages.kinds import ResourceKind


class ResourceFilter(forms.Form):
    q = forms.CharField(
        label=_("Words"), required=False, max_length=80, widget=forms.TextInput(attrs={"type": "search"})
    )
    topic = forms.ChoiceField(label=_("Topic"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    audience = forms.ChoiceField(label=_("For"), required=False)

    def __init__(self, *args, **kwargs):
        from pages.models import Topic

        super().__init__(*args, **kwargs)
        self.fields["topic"].choices = [("", _("Any topic")), *Topic.objects.values_list("slug", "name")]
        self.fields["kind"].choices = [("", _("Any kind")), *ResourceKind.choices]
        self.fields["audience"].choices = [("", _("Everybody")), *Audience.of_some()]
