def test_a_new_site_is_told_what_to_do_first(app, empty_site):
    said = app.test_cli_runner().invoke(args=["first-steps"]).output

    assert "its first visitor names it" in said


def test_a_site_that_is_set_up_knows_what_to_do(app):
    assert app.test_cli_runner().invoke(args=["first-steps"]).output == ""
