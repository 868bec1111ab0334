"""What ``flask doctor`` asks about the files of pictures."""

from app.lib.stores import StoreFailed
from app.media.sweeping import DOUBT, found
from app.web.checkup import checkup, note, ok, wrong


@checkup("Files")
def orphans():
    try:
        they = found()
    except StoreFailed as error:
        yield wrong(f"the store does not say what it has: {error}.")
        return
    if they.are_doubtful:
        yield wrong(DOUBT % (len(they.orphans), they.total))
    elif they.orphans:
        count = len(they.orphans)
        yield note(f"files of {count} pictures belong to nothing: flask media sweep")
    else:
        yield ok("every file belongs to a picture.")
