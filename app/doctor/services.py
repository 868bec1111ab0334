"""What stands beside the site: Redis, a mail server, the store of pictures."""

from flask import current_app
from redis import Redis, RedisError

from app.lib.post_office import Unreachable, knock
from app.lib.stores import StoreFailed
from app.lib.tokens import new_token
from app.web.checkup import checkup, note, ok, wrong
from app.web.pictures import store


@checkup("Redis")
def redis():
    url = current_app.config["REDIS_URL"]
    if not url:
        yield ok("not used: the queue and limits are files of this one machine.")
        return
    try:
        with Redis.from_url(url, socket_connect_timeout=3, socket_timeout=3) as server:
            version = server.info("server")["redis_version"]
            policy = server.info("memory").get("maxmemory_policy", "")
    except RedisError as error:
        yield wrong(f"does not answer: {error}. Is it running, is REDIS_URL right?")
        return
    if policy.startswith("allkeys"):
        yield wrong(
            f"{policy} may forget the queue. Set maxmemory-policy volatile-lru."
        )
    else:
        yield ok(f"{version} answers.")


@checkup("Mail")
def mail():
    config = current_app.config
    if not config["MAIL_URL"]:
        yield (
            ok("kept as files, to be read at /dev/mail.")
            if config["DEVELOPMENT"]
            else note("without MAIL_URL no letter leaves, and no password comes back.")
        )
    elif not config.get("DOCTOR_MAIL"):
        yield ok("MAIL_URL is set; flask doctor --mail signs in there.")
    else:
        try:
            knock(config["MAIL_URL"])
            yield ok("the server lets us in; flask mail-test sends a letter.")
        except Unreachable as error:
            yield wrong(f"the server does not let us in: {error}. Check MAIL_URL.")


@checkup("Pictures")
def pictures():
    """Can a file be kept, read and removed? It has the name of no picture."""
    name, said = f"doctor-{new_token()}", b"Inklings"
    try:
        store().put(name, "probe.txt", said)
        same = store().get(name, "probe.txt") == said
        store().delete(name)
    except StoreFailed as error:
        yield wrong(f"cannot be kept: {error}. Check MEDIA_URL, or INSTANCE_PATH.")
        return
    if same:
        yield ok("a file can be kept, read and removed.")
    else:
        yield wrong("a file came back as another. Is MEDIA_URL a store of its own?")
