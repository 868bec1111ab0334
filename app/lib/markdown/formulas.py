"""Mathematics: ``$x^2$`` in a line, ``$$`` around lines of its own."""

from html import escape

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from mdit_py_plugins.dollarmath.index import math_inline_dollar

from app.lib import code, mathematics
from app.lib.markdown.limits import Allowance

#: A formula has no more lines than this, and one text no more signs in all formulas.
MOST_LINES, MOST_SIGNS = 50, 4_000


def formulas_plugin(parser: MarkdownIt) -> None:
    # "$5 and $10" are prices: no space inside, no digit outside.
    inline = math_inline_dollar(
        allow_space=False, allow_digits=False, allow_double=True
    )
    parser.inline.ruler.before("escape", "math_inline", inline)
    ends = ["paragraph", "reference", "blockquote", "list"]
    parser.block.ruler.before("fence", "math_block", math_block, {"alt": ends})


def math_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Lines from ``$$`` to ``$$``, without an empty one between."""
    if state.is_code_block(start) or not _line(state, start).startswith("$$"):
        return False
    stop = _closing_line(state, start, min(end, start + MOST_LINES))
    # Each line that looks like a beginning is followed to its end.
    state.env["steps"].spend(MOST_LINES if stop is None else 1)
    if stop is None or silent:
        return stop is not None
    lines = state.getLines(start, stop + 1, state.blkIndent, False)
    token = state.push("math_block", "math", 0)
    token.content, token.block = lines.strip()[2:-2].strip(), True
    state.line = stop + 1
    return True


def _closing_line(state: StateBlock, start: int, end: int) -> int | None:
    for number in range(start, end):
        line = _line(state, number).strip()
        if not line or state.sCount[number] < state.blkIndent:
            return None
        line = line.removeprefix("$$") if number == start else line
        if line.endswith("$$"):
            return number if line.count("$$") == 1 else None
    return None


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def formula_element(latex: str, mark: str, allowance: Allowance) -> str:
    """A formula in a line; or what was written, if it cannot be shown as one."""
    return _drawn(latex, allowance) or f"<code>{mark}{escape(latex)}{mark}</code>"


def formula_block(latex: str, allowance: Allowance) -> str:
    """A formula on lines of its own, which scrolls if it is wider than they are."""
    drawn = _drawn(latex, allowance, is_block=True)
    if not drawn:
        return code.highlighted(f"$$\n{latex}\n$$\n", "")
    return f'<div class="formula" tabindex="0">{drawn}</div>\n'


def _drawn(latex: str, allowance: Allowance, is_block: bool = False) -> str:
    if not allowance.allows(mathematics.signs(latex)):
        return ""
    return mathematics.mathml(latex, is_block)
