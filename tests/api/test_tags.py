"""Tags, by the RealWorld contract."""

from app.extensions import db
from tests.support.realworld import write


def test_a_tag_of_a_single_article_is_there(program, ann):
    write(program.acting_for(ann), tagList=["one", "two"])

    tags = program.get("/tags", headers={"Authorization": ""}).json["tags"]

    assert set(tags) == {"one", "two"}


def test_the_last_used_come_first_and_once(program, ann):
    program.acting_for(ann)
    for tags in (["old"], ["new", "old"]):
        write(program, tagList=tags)

    assert program.get("/tags").json["tags"] == ["new", "old"]


def test_what_nobody_finds_has_none(program, ann, essay):
    essay.tag_with(["secret"])
    essay.show_to("private")
    db.session.commit()

    assert program.get("/tags").json["tags"] == []
