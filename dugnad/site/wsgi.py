"""The WSGI entry point: Django's fast handler."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dugnad.site.settings")
application = get_wsgi_application()
