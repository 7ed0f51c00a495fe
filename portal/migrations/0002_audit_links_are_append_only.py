from django.db import migrations

from portal.audit.append_only import protect, unprotect


class Migration(migrations.Migration):
    dependencies = [("portal", "0001_initial")]

    operations = [
        migrations.RunPython(
            lambda apps, editor: protect(editor.connection),
            lambda apps, editor: unprotect(editor.connection),
        ),
    ]
