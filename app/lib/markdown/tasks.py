"""Tasks in lists: ``- [ ] open``, ``- [x] done``."""

import re

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

_BOX = re.compile(r"\[(?P<done>[ xX])\][ \t]")
_ITEM = ["list_item_open", "paragraph_open", "inline"]


def set_tasks(state: StateCore) -> None:
    """Make boxes of the brackets that items begin with."""
    lists: list[Token] = []
    for place, token in enumerate(state.tokens):
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            lists.append(token)
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            lists.pop()
        elif token.type == "list_item_open":
            following = state.tokens[place : place + 3]
            if [t.type for t in following] == _ITEM and _is_task(following[2]):
                token.attrSet("class", "task-list-item")
                lists[-1].attrSet("class", "contains-task-list")


def _is_task(inline: Token) -> bool:
    """Put a box, and its label around the words, in place of the brackets."""
    line, box = inline.children or [], _BOX.match(inline.content)
    if not box or line[0].type != "text":
        return False
    line[0].content = line[0].content[3:]
    checked = "" if box["done"] == " " else " checked"
    field = f'<input type="checkbox" class="task-list-item-checkbox"{checked}>'
    inline.children = [_html(f"<label>{field}"), *line, _html("</label>")]
    return True


def _html(content: str) -> Token:
    return Token("html_inline", "", 0, content=content)
