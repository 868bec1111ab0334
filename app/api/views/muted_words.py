from flask_login import current_user

from app.api.blueprint import Blueprint, needs
from app.api.people import muted_word
from app.api.schemas.people import MutedWordAnswer, MutedWords, NewMutedWord
from app.extensions import db
from app.lib.word_filters import pattern_of
from app.models import MutedWord
from app.models.access_token import Scope
from app.models.muted_word import MOST
from app.web import find
from app.web.limits import against_floods
from app.web.problems import refuse

bp = Blueprint("muted_words", __name__, "What one does not want to read of.")


@bp.get("/muted-words")
@needs(Scope.PEOPLE_READ)
@bp.answers(200, MutedWords)
def index():
    """List the words and tags that lists leave out: a hundred at most."""
    words = current_user.muted_words().order_by(MutedWord.created_at.desc())
    return {"mutedWords": [muted_word(word) for word in db.session.scalars(words)]}


@bp.post("/muted-words")
@needs(Scope.PEOPLE_WRITE)
@against_floods("60 per minute")
@bp.takes(NewMutedWord)
@bp.answers(201, MutedWordAnswer)
def create(given):
    """Leave out of lists what has a word in it, or a tag."""
    word, until = given["word"], given["until"]
    if not pattern_of(word):
        refuse(422, word="needs a letter or a digit")
    if not current_user.mute_word(word, until):
        refuse(422, word=f"is one too many: let one of the {MOST} go first")
    db.session.commit()
    return {"mutedWord": muted_word(find.muted_by(word))}


@bp.delete("/muted-words/<row:key>")
@needs(Scope.PEOPLE_WRITE)
@bp.answers(204)
@bp.fails(404)
def destroy(key):
    """Read of it again."""
    db.session.delete(find.own_muted_word(key))
    db.session.commit()
    return ""
