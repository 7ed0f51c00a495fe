"""Resources for everybody used to say nothing; now they say so, as events and campaigns do."""

from django.db import migrations


def name_everybody(apps, schema_editor):
    apps.get_model("pages", "ResourcePage").objects.filter(audience="").update(audience="EVERYBODY")


class Migration(migrations.Migration):
    dependencies = [("pages", "0002_audience_of_resources")]
    operations = [migrations.RunPython(name_everybody, migrations.RunPython.noop, elidable=True)]
