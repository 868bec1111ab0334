"""What a program writes, laid on a post: by the rules of the sheet on the page."""

from flask_login import current_user

from app.api.find_posts import own_picture, own_series
from app.api.rights import may_publish
from app.extensions import db
from app.lib import slugs
from app.models.audience import PRIVATE
from app.models.columns import now
from app.models.permissions import WRITE
from app.web.furniture import fault_of_address, fault_of_origin
from app.web.problems import refuse
from app.web.publishing import publish
from app.web.schedule import fault_of

_WORDS = {"title": "title", "description": "summary", "body": "body"}
_PLAIN = {
    "replies": "replies",
    "closeCommentsAfterDays": "close_after_days",
    "language": "language",
    "showsHistory": "shows_history",
}


def words_of(given, known=None):
    """The text, by the names that posts have for it; what is not named stays."""
    words = dict(known or dict.fromkeys(_WORDS.values(), ""))
    named = {ours: given[name] for name, ours in _WORDS.items() if name in given}
    return words | named


def begin(given):
    """Begin a post of the reader's, with nothing but its text."""
    post = current_user.write(**words_of(given))
    post.language = current_user.account.language
    db.session.flush()
    return post


def lay_on(post, given):
    """Give ``post`` what is named in ``given``; the caller commits.

    :raises Conflict: when its text is another one than that which was written over.
    """
    if given.get("visibility") == PRIVATE:
        # Before anything is changed: else this text would count as seen by others.
        post.show_to(PRIVATE)
    words = words_of(given, post.words)
    _refuse_nothing(words, _will_be_out(post, given))
    post.accept(words, over=given.get("version", post.version))
    for name, ours in _PLAIN.items():
        if name in given:
            setattr(post, ours, given[name])
    if "tagList" in given:
        post.tag_with(given["tagList"])
    if "visibility" in given:
        post.show_to(given["visibility"])
    _furnish(post, given)
    _let_appear(post, given)
    if given.keys() - {"version"}:
        post.updated_at = now()


def _refuse_nothing(words, is_for_others):
    """Refuse to give others no text, and to keep a sheet with nothing on it."""
    if words["body"].strip():
        return
    if is_for_others or not (words["title"] or words["summary"]):
        refuse(422, body="can't be blank")


def _will_be_out(post, given):
    """Whether others will have it, now or at a time that is set."""
    if given.get("status") == "published" or given.get("publishAt"):
        return True
    return post.is_promised and not _is_taken_back(post, given)


def _is_taken_back(post, given):
    waits_no_more = given.get("publishAt", post) is None and post.is_scheduled
    return given.get("status", "draft" if waits_no_more else "") == "draft"


def _furnish(post, given):
    if "slug" in given:
        if fault := fault_of_address(given["slug"], post):
            refuse(422, slug=fault)
        post.move_to(slugs.normalized(given["slug"]))
    if "canonicalUrl" in given:
        if fault := fault_of_origin(given["canonicalUrl"]):
            refuse(422, canonicalUrl=fault)
        post.canonical = given["canonicalUrl"]
    if "cover" in given:
        _cover(post, given["cover"])
    if "series" in given:
        _put_into(post, given["series"])


def _cover(post, cover):
    if cover is None:
        post.wear(None)
    elif picture := own_picture(cover["name"]):
        post.wear(picture, alt=cover["alt"], caption=cover["caption"])
    else:
        refuse(422, cover="is no picture of yours")


def _put_into(post, address):
    if address is None:
        current_user.take_out(post)
        return
    series = own_series(address) or refuse(422, series="is no series of yours")
    if not series.has_room_for(post):
        refuse(422, series="is full")
    series.append(post)


def _let_appear(post, given):
    """Publish it, have it appear at a time, or take it back."""
    at, status = given.get("publishAt"), given.get("status")
    if at and (fault := _fault_of_time(post, at, status)):
        refuse(422, publishAt=fault)
    if _is_taken_back(post, given):
        if post.is_promised:
            post.unpublish()
    elif (at or status) and not post.is_published:
        if not current_user.can(WRITE):
            refuse(403, account="may not write here")
        may_publish()
        publish(post, at)


def _fault_of_time(post, at, status):
    if status == "draft":
        return "is not for a draft"
    if post.is_published:
        return "is for what has not appeared yet"
    return fault_of(at)
