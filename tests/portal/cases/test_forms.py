from portal.cases.forms import StaffAnswerForm
from portal.cases.forms.people import StepForm


def anchors(form):
    return [problem.anchor for problem in form.errors_for_summary()]


def test_what_they_said_comes_before_how_they_said_it():
    assert anchors(StepForm({}, steps=[("GO_ON", "We may go on")])) == ["id_step_0", "id_channel_0"]
    assert anchors(StaffAnswerForm({})) == ["id_answer_0", "id_channel_0"]
