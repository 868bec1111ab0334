"""What is found, and in which order: the same table on every database."""

from datetime import timedelta

import pytest

from app.extensions import db
from app.lib.search_query import parsed
from app.models import searches
from tests.fixtures.writing import publish

# Each with its age in days: title, body, summary, tags.
POSTS = {
    "heron": (30, "The heron", "It stands in the water and waits.", "", ""),
    "old heron": (900, "Heron", "Grey, patient, alone.", "", ""),
    "ancient": (5000, "A heron in winter", "Snow on the bank.", "", ""),
    "passing": (2, "Eleven mornings", f"{'Mist. ' * 80} A heron passed.", "", ""),
    "opening": (3, "By the sluice", "A heron came first.", "", ""),
    "tagged": (4, "Grey birds", "Long legs.", "", "heron, water"),
    "many": (5, "Herons", "Two herons are one too many.", "", ""),
    "door": (6, "Stairs", "Every flat had a kitchen door for friends.", "", ""),
    "apart": (7, "Halls", "The door of the kitchen was shut.", "", ""),
    "cafe": (8, "Café crème", "Zoë pays. Ærø is far.", "", ""),
    "strasse": (9, "Straße", "Viele Fußgänger.", "", "Köln"),
    "墨": (10, "墨水瓶", "今天我买了一瓶新的墨水。", "", ""),
    "arabic": (11, "الكِتَاب الأوّل", "قرأتُ كتاباً عن البحـــر.", "", ""),
    "thai": (12, "นกกระสา", "ฉันเห็นนกกระสาริมน้ำ", "", ""),
    "korean": (13, "학교에서", "학교에서 돌아왔다.", "", ""),
    "hindi": (14, "हिन्दी", "हिन्दी में लिखा।", "", ""),
    "code": (15, "node.js and C++", "Don’t use e-mail.", "", ""),
}
FOUND = {
    "heron": "old heron, heron, many, tagged, opening, passing, ancient",
    "HÉRON": "old heron, heron, many, tagged, opening, passing, ancient",
    "herons": "many",
    "her*": "many, heron, tagged, old heron, opening, passing, ancient",
    '"heron"': "old heron, heron, tagged, opening, passing, ancient",
    "heron water": "heron, tagged",
    "heron -water": "old heron, opening, passing, ancient",
    "heron -tag:water": "old heron, heron, opening, passing, ancient",
    "the heron": "heron, opening, ancient",
    "kitchen door": "door, apart",
    '"kitchen door"': "door",
    '"kitchen door': "door",
    "“kitchen door”": "door",
    "kitchen -“kitchen door”": "apart",
    "title:heron": "old heron, heron, ancient",
    "title:heron snow": "ancient",
    "title:snow": "",
    "tag:heron": "tagged",
    "#water": "tagged",
    "tag:koln": "strasse",
    "cafe": "cafe",
    "CRÈME": "cafe",
    "zoe": "cafe",
    "aero": "cafe",
    "strasse": "strasse",
    "fussganger": "strasse",
    "墨": "墨",
    "墨水": "墨",
    "水瓶": "墨",
    "瓶墨": "",
    "新的墨水": "墨",
    "كتاب": "arabic",
    "الاول": "arabic",
    "البحر": "arabic",
    "นก": "thai",
    "ริมน้ำ": "thai",
    "학교": "korean",
    "हिन्दी": "hindi",
    "node.js": "code",
    "email": "",
    "e-mail": "code",
    "don't": "code",
    "c++": "code",
    "nowhere": "",
    "nowhere:heron": "",
    "heron before:2001": "",
    "heron after:2001": "old heron, heron, tagged, opening, passing, ancient",
    "from:bob": "",
    "from:nobody heron": "",
    "from:ann tag:heron": "tagged",
    "tag:heron tag:water": "tagged",
    "tag:heron tag:koln": "",
    "in:saved heron": "",
    "in:drafts heron": "",
    "": "",
    "-heron": "",
}


@pytest.fixture
def town(ann, bob):
    """Ann's posts, and what each is called here."""
    names = {}
    for name, (days, title, body, summary, tags) in POSTS.items():
        post = publish(ann, title, body, summary, ago=timedelta(days=days))
        post.tag_with([tag for tag in tags.split(", ") if tag])
        db.session.commit()
        names[post.id] = name
    return names


def test_the_table(town, bob):
    found = {
        typed: ", ".join(
            town[hit.key] for hit in searches.best_posts(parsed(typed), bob)
        )
        for typed in FOUND
    }

    assert found == FOUND
