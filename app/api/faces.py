"""What somebody shows beside their name: a part of a picture of their own."""

from flask import current_app
from flask_login import current_user

from app.extensions import db
from app.lib.crops import SHAPES, Crop
from app.web import find, pictures
from app.web.problems import refuse


def wear(kind, given):
    """Show a part of a picture as ``kind``, of crops.SHAPES, and say where it is."""
    picture = find.own_picture(given["name"])
    try:
        pictures.wear(kind, picture, Crop(**given["crop"]))
    except pictures.NotKept as why:
        refuse(422, name=str(why.words))
    db.session.commit()
    path = getattr(current_user, f"{kind}_at")(SHAPES[kind].widths[-1])
    return {"face": {"url": f"{current_app.config['SITE_URL']}{path}"}}


def take_off(kind):
    """Show again what is drawn from one's username."""
    find.oneself(f"{kind}_name").take_off(kind)
    db.session.commit()
    return ""
