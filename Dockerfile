# The site in a small image: pip, and whatever building leaves behind, stay in the first stage.
FROM python:3.12-slim AS builder
WORKDIR /app
RUN python -m venv --without-pip /venv
COPY requirements.txt .
RUN pip --python /venv/bin/python install --no-cache-dir --disable-pip-version-check -r requirements.txt
COPY config.py config_checks.py config_flask.py gunicorn.conf.py wsgi.py ./
COPY migrations migrations
COPY bin bin
COPY app app
COPY serving serving
# The final file system may be read-only, so all that a start would write is written here.
RUN /venv/bin/pybabel --quiet compile -d app/translations \
 && /venv/bin/python -m compileall -q app serving config.py config_checks.py config_flask.py wsgi.py

FROM python:3.12-slim
LABEL org.opencontainers.image.title="Inklings" \
      org.opencontainers.image.description="A blog and a social network for people who write" \
      org.opencontainers.image.licenses="MIT"
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    FLASK_APP=wsgi \
    INSTANCE_PATH=/data \
    PORT=8000

# A fixed number: volumes keep their owner when the image is built anew.
# New volumes take the owner of the folder that they are mounted on.
RUN useradd --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin inklings \
 && install --directory --owner inklings --group inklings --mode 700 /data /secrets /objects

WORKDIR /app
COPY --from=builder /venv /venv
COPY --from=builder /app /app

USER 10001:10001
VOLUME /data
EXPOSE 8000
# Not urllib: it would ask a proxy named in HTTP_PROXY.
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=3 \
  CMD ["python", "-c", "import http.client as h, os; c = h.HTTPConnection('127.0.0.1', int(os.environ['PORT']), timeout=4); c.request('GET', '/healthz'); raise SystemExit(c.getresponse().status != 200)"]
ENTRYPOINT ["/app/bin/entrypoint"]
