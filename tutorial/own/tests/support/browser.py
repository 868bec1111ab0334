"""A browser without a screen: it visits pages and submits the forms they show."""

from bs4 import BeautifulSoup

#: 8
PASSWORD = "seven quiet herons"

#:

class Browser:
    """What one reader uses. It keeps cookies, as browsers do."""

    def __init__(self, client):
        self.client = client
#: 8

    def sign_in(self, person):
        """Sign in by the form, as people do."""
        self.visit("/sign-in").submit(identifier=person.handle, password=PASSWORD)
        return self
#:

    def visit(self, path):
        return Page(self, self.client.get(path))  #: 5-7
        return Page(self, self.client.get(path, follow_redirects=True))  #: 8

    def send(self, path, fields):
        """Send a form, and follow where the answer leads."""
        answer = self.client.post(path, data=fields)  #: 5-10
        #: 11-18
        # Read to its end and closed, as by a real browser: see app/web/afterwards.py.
        answer = self.client.post(path, data=fields, buffered=True)
        #:
        answer = self.client.post(path, data=fields)  #: 19
        where = answer.location
        return self.visit(where) if where else Page(self, answer)


class Page:
    """What the browser shows."""

    def __init__(self, browser, answer):
        self.browser = browser
        self.answer = answer  #: 8
        self.status = answer.status_code
        self.path = answer.request.path  #: 5-7
        self.path = answer.request.full_path.rstrip("?")  #: 8
        self.html = BeautifulSoup(answer.text, "html.parser")
#: 7

    def select(self, selector):
        return self.html.select(selector)

    def shows(self, words):
        """Whether these words stand anywhere on the page."""
        return words in self.text("body")
#:

    def texts(self, selector):
        return [" ".join(tag.get_text().split()) for tag in self.html.select(selector)]

    def text(self, selector="main"):
        """The words of the first match, with single spaces; empty for none."""
        return next(iter(self.texts(selector)), "")

    def value(self, name):
        """What stands in the field of this name."""
        return _value(self.html.find(attrs={"name": name}))

    def follow(self, words):
        """Follow the link that says this."""
        return self.browser.visit(self.html.find("a", string=words)["href"])

    def submit(self, selector="main form", **typed):
        """Fill in the form and send it, with the hidden fields that it came with."""
        form = self.html.select_one(selector)
        fields = {field["name"]: _value(field) for field in form.select("[name]")}  #: 5-7
#: 8
        fields = {
            field["name"]: _value(field)
            for field in form.select("[name]")  #: 8-11
            for field in form.select("[name]:not(button)")  #: 12
            if field.get("type") != "checkbox" or field.has_attr("checked")
        }
#:
        return self.browser.send(form["action"], {**fields, **typed})


def _value(field):
    if field.name == "textarea":
        return field.get_text().replace("\r\n", "\n").removeprefix("\n")
#: 10
    if field.name == "select":
        return field.select_one("option[selected], option")["value"]
#:
    return field.get("value", "")
