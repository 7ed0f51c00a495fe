from django.db import migrations

from portal.disclosures.append_only import protect, unprotect


class Migration(migrations.Migration):
    dependencies = [("portal", "0010_registers")]

    operations = [
        migrations.RunPython(
            lambda apps, editor: protect(editor.connection),
            lambda apps, editor: unprotect(editor.connection),
        ),
    ]
