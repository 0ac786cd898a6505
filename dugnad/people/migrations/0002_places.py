"""Every database knows the municipalities, counties and regions of Norway and Denmark."""

from django.db import migrations

from dugnad.people.commands.places import add_missing_places


def load(apps, schema_editor):
    """Add the official places; written so that running it again changes nothing."""
    add_missing_places(apps.get_model("people", "Place"))


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
