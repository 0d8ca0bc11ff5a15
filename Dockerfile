# docs/running.md says how to use it. Nothing is compiled: every package of requirements.lock comes as a wheel.
FROM python:3.11-slim-bookworm AS build
COPY requirements.lock /tmp/requirements.lock
RUN python -m venv /venv \
    && /venv/bin/python -m pip install --no-cache-dir --no-compile --disable-pip-version-check --require-hashes \
        -r /tmp/requirements.lock
WORKDIR /app
COPY LICENSE pyproject.toml bot.py preview.py ./
COPY cogs cogs
COPY db db
COPY data data
ENV PYTHONOPTIMIZE=2 PYTHONNODEBUGRANGES=1
# The first question keeps what phrases say beside the byte code.
RUN /venv/bin/python -m compileall -q bot.py preview.py cogs db \
    && { /venv/bin/python -m compileall -qq -x '/tests?/' /venv/lib || true; } \
    && /venv/bin/python bot.py ask Portland > /dev/null

FROM python:3.11-slim-bookworm
# Docstrings, assertions and the columns of lines, 5 MiB, are left out. Python's own modules are not compiled in its image.
ENV PYTHONOPTIMIZE=2 PYTHONNODEBUGRANGES=1
RUN { python -m compileall -qq -x '/(tests?|lib2to3)/' /usr/local/lib/python3.11 || true; } \
    && useradd --uid 10001 --no-log-init --no-create-home --shell /usr/sbin/nologin tiewatch \
    && install -d -m 0700 -o tiewatch /data
COPY --from=build /venv /venv
COPY --from=build /app /app
WORKDIR /app
ENV TIEWATCH_DATABASE=/data/tiewatch.sqlite3 \
    PYTHONDONTWRITEBYTECODE=1
USER 10001
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=2m --timeout=20s --start-period=3m CMD ["/venv/bin/python", "bot.py", "health"]
ENTRYPOINT ["/venv/bin/python", "bot.py"]
CMD ["run"]
