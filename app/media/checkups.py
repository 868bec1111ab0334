"""What ``flask doctor`` asks about the files of pictures."""

from app.lib.stores import StoreFailed
from app.media.sweeping import swept
from app.web.checkup import checkup, note, ok, wrong


@checkup("Files")
def orphans():
    try:
        count = swept(only_counted=True)
    except StoreFailed as error:
        yield wrong(f"the store does not say what it has: {error}.")
        return
    if count:
        yield note(f"files of {count} pictures belong to nothing: flask media sweep")
    else:
        yield ok("every file belongs to a picture.")
