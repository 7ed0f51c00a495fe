"""Campaigns in the CMS: the list, the form, and the page where they are checked and approved."""

from django.contrib import messages
from django.contrib.admin.utils import quote
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button, HeaderButton
from wagtail.snippets.views.snippets import CreateView, EditView, IndexView, SnippetViewSet

from pages import campaign_steps
from pages.models.campaigns import Campaign


def steps_url(campaign: Campaign) -> str:
    return reverse("campaigns:steps", args=[quote(campaign.pk)])


class CampaignIndexView(IndexView):
    def get_list_more_buttons(self, instance):
        label = _("Proof and approval")
        return [*super().get_list_more_buttons(instance), Button(label, steps_url(instance), icon_name="check")]


class CampaignCreateView(CreateView):
    def get_initial(self):
        return super().get_initial() | {"owner": self.request.user.pk}


class CampaignEditView(EditView):
    @cached_property
    def header_buttons(self):
        return [HeaderButton(_("Proof and approval"), steps_url(self.object), icon_name="check")]


class CampaignStepsView(WagtailAdminTemplateMixin, TemplateView):
    """The printed sheets to look at, the checks with who and when, and a button for each step that is open."""

    template_name = "pages/campaigns/steps.html"
    page_title = _("Proof and approval")
    header_icon = "check"
    PRINTS = (
        ("poster", "letter", _("Poster, letter")),
        ("poster", "a4", _("Poster, A4")),
        ("handout", "letter", _("Handout, two on a letter sheet")),
        ("handout", "a4", _("Handout, two on an A4 sheet")),
    )

    def dispatch(self, request, *args, **kwargs):
        if not may_see_campaigns(request.user):
            raise PermissionDenied
        people = ("owner", "facts_checked_by", "access_checked_by", "approved_by")
        self.campaign = get_object_or_404(Campaign.objects.select_related(*people, "target_page"), pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def post(self, request, pk):
        name = request.POST.get("step", "")
        if name not in campaign_steps.MOVES:
            messages.error(request, _("Please choose one of the steps on this page."))
            return redirect(steps_url(self.campaign))
        try:
            campaign = campaign_steps.take(name=name, campaign_id=pk, by=request.user)
        except campaign_steps.StepRefused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, campaign.state.label)
        return redirect(steps_url(self.campaign))

    def get_page_subtitle(self):
        return self.campaign.title

    def get_breadcrumbs_items(self):
        above = {"url": reverse("campaigns:list"), "label": _("Campaigns")}
        return [*super().get_breadcrumbs_items(), above, {"url": "", "label": self.campaign.title}]

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "campaign": self.campaign,
            "moves": campaign_steps.open_to(self.request.user, self.campaign),
            "prints": self.PRINTS,
            "may_edit": self.request.user.has_perm("pages.change_campaign"),
        }


def may_see_campaigns(user) -> bool:
    return any(user.has_perm(f"pages.{may}_campaign") for may in ("view", "change", "check_facts", "check_access"))


class CampaignViewSet(SnippetViewSet):
    model = Campaign
    icon = "clipboard-list"
    menu_label = _("Campaigns")
    menu_order = 210
    add_to_admin_menu = True
    url_namespace = admin_url_namespace = "campaigns"
    base_url_path = "campaigns"
    list_display = ["title", Column("state_label", label=_("State"), accessor=lambda campaign: campaign.state.label)]
    list_display += ["audience", "code", "publish_on", "expire_on"]
    list_filter = {"step": ["exact"], "audience": ["exact"], "owner": ["exact"], "expire_on": ["lte", "gte"]}
    search_fields = ["title", "heading", "code"]
    list_per_page = 30
    index_view_class = CampaignIndexView
    add_view_class = CampaignCreateView
    edit_view_class = CampaignEditView
    copy_view_enabled = False

    def get_urlpatterns(self):
        return [*super().get_urlpatterns(), path("steps/<int:pk>/", CampaignStepsView.as_view(), name="steps")]
