from tests.support.database import queries


def test_the_shelf_takes_few_statements(browser, bring, ann, heron):
    for _ in range(3):
        bring(ann)
    browser.visit("/media/")

    with queries(at_most=4):
        browser.visit("/media/")
