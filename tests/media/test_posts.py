"""Pictures in posts: drawn from what is known of them."""

from app.lib.markdown import render
from tests.fixtures.writing import publish
from tests.support.browser import Browser


def test_a_post_shows_a_picture_in_all_its_sizes(app, ann, heron):
    post = publish(ann, "Herons", body=f"![]({heron.path()})")

    page = Browser(app.test_client()).visit(post.path)

    image = page.select(".prose picture img")[0]
    assert (image["width"], image["alt"]) == ("600", "A heron")
    assert page.select(".prose source")[-1]["srcset"].endswith("600.webp 600w")


def test_lists_show_a_small_one(ann, heron):
    post = publish(ann, "Herons", body=f"![]({heron.path()})")

    assert post.picture == heron.path("600.webp")


def test_a_picture_that_is_not_here_is_drawn_as_it_is_written():
    path = f"/media/{'a' * 26}"

    assert f'src="{path}"' in render(f"![x]({path})").html
