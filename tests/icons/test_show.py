from io import BytesIO

import pytest
from PIL import Image

from tests.support.database import queries

ICONS = {"/favicon.ico": (48, 48), "/apple-touch-icon.png": (180, 180)}


@pytest.mark.parametrize("path", ICONS)
def test_browsers_find_a_picture_where_they_look(client, path):
    with queries(at_most=0):
        answer = client.get(path)

    assert Image.open(BytesIO(answer.data)).size == ICONS[path]
    assert answer.headers["Cache-Control"] == "public, max-age=86400"
    assert not {"Set-Cookie", "Vary"} & set(answer.headers.keys())


def test_it_is_there_before_the_site_is(client, empty_site):
    assert client.get("/favicon.ico").status_code == 200
