from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("processes", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="OutboxMark",
            fields=[
                ("key", models.CharField(max_length=60, primary_key=True, serialize=False)),
                ("number", models.PositiveBigIntegerField(default=0)),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.AddField("attendance", "email", models.EmailField(blank=True, default="", max_length=254), preserve_default=False),
        migrations.AddField("meeting", "ends_at", models.DateTimeField(blank=True, null=True)),
        migrations.AddField("meeting", "reason", models.TextField(blank=True, default=""), preserve_default=False),
    ]
