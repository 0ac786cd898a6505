"""The ASGI entry point: uvicorn gives every request to Django's WSGI handler in a fixed pool of threads.

Django's own ASGI handler starts two threads a request and costs nine times the CPU
(docs/decisions/0011-server.md).
"""

from a2wsgi import WSGIMiddleware

from dugnad.site.wsgi import application as wsgi_application

application = WSGIMiddleware(wsgi_application, workers=8)  # type: ignore[arg-type]
