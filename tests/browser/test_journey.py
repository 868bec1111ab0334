import pytest
from playwright.sync_api import expect

from tests.support.chromium import from_menu, publish, sign_in, write

pytestmark = pytest.mark.browser

ARTICLE = """\
## At the lock

It is **high** water again.[^1]

```python
print("tide")
```

[^1]: By the width of a hand.
"""


def test_a_stranger_becomes_a_member(either_way, request):
    page = either_way("/")
    page.get_by_role("link", name="Join").first.click()
    page.get_by_label("Your name").fill("Nell Newcomer")
    page.get_by_label("Handle").fill(f"nell_{len(request.node.name)}")
    page.get_by_label("Email").fill(f"nell{len(request.node.name)}@example.org")
    page.get_by_label("Password").fill("four rather plain words")

    page.get_by_role("button", name="Make my account").click()

    expect(page.get_by_role("heading", name="A quiet timeline")).to_be_visible()
    expect(page.get_by_role("button", name="Your menu")).to_be_visible()


def test_a_text_is_previewed_before_it_is_sent(either_way):
    page = either_way("/", "finn")
    write(page, ARTICLE, "Low tide")

    page.get_by_role("button", name="Preview", exact=True).click()

    expect(page.locator("#preview strong")).to_have_text("high")
    expect(page.get_by_label("Your text, in Markdown")).to_have_value(ARTICLE)


def test_an_article_is_set_as_its_writer_meant_it(either_way):
    page = either_way("/", "finn")

    publish(page, ARTICLE, "The lock")

    expect(page.get_by_role("heading", name="At the lock")).to_be_visible()
    expect(page.locator(".footnotes")).to_contain_text("By the width of a hand.")
    expect(page.locator(".highlight")).to_contain_text('print("tide")')


def test_people_are_found_and_read_at_home(either_way):
    page = either_way("/", "ruth")
    page.get_by_role("link", name="People").first.click()
    expect(page.get_by_role("heading", name="People", level=1)).to_be_visible()
    # On which page of the list somebody stands, others may change meanwhile.
    page.goto("/@greta")
    page.get_by_role("button", name="Follow Greta").click()
    expect(page.get_by_role("button", name="Following Greta")).to_be_visible()

    page.goto("/")

    expect(page.locator(".feed .byline", has_text="Greta").first).to_be_visible()
    page.goto("/@greta")
    page.get_by_role("button", name="Following Greta").click()
    expect(page.get_by_role("button", name="Follow Greta")).to_be_visible()


def test_a_post_is_edited(either_way):
    page = either_way("/", "finn")
    publish(page, "First thoughts.", "Second thoughts")
    page.get_by_role("link", name="Edit").click()
    page.get_by_label("Your text, in Markdown").fill("Better ones.")

    page.get_by_role("button", name="Update").click()

    expect(page.locator(".prose").first).to_have_text("Better ones.")


def test_what_was_thrown_away_is_taken_back(either_way, request):
    page = either_way("/", "finn")
    title = f"Hasty {request.node.callspec.id}"
    publish(page, "Not so bad.", title)
    page.get_by_role("button", name="Delete…").click()
    page.get_by_role("button", name="Put it into the bin").click()
    expect(page.locator(".feed")).not_to_contain_text(title)

    page.get_by_role("button", name="Undo").click()

    expect(page.get_by_role("heading", name=title)).to_be_visible()


def test_whoever_signs_out_comes_back_by_email(either_way):
    page = either_way("/")
    sign_in(page, "george")
    from_menu(page, "Sign out")
    expect(page.get_by_text("You’re signed out.")).to_be_visible()

    sign_in(page, "george@example.org")

    expect(page.get_by_role("button", name="Your menu")).to_be_visible()
