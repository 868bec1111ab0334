"""Formulas: from what LaTeX calls them to the MathML that browsers draw."""

import re
from html import unescape
from xml.etree.ElementTree import Element, tostring

from latex2mathml.converter import Converter

#: A longer or deeper formula is not converted.
MOST_SIGNS, DEEPEST = 1_000, 40
_SIGN = re.compile(r"\\[A-Za-z]+|\S")
# Definitions can double with every line; the others would write attributes or HTML.
_REFUSED = re.compile(
    r"\\(?:def|newcommand|renewcommand|newenvironment|DeclareMathOperator"
    r"|href|style|class|unicode"
    # Browsers would draw what is struck out as if it were not.
    r"|[bx]?cancel|sout)(?![A-Za-z])"
)


def signs(latex: str) -> int:
    """How many letters, marks and commands it has: what its conversion costs."""
    return sum(1 for _ in _SIGN.finditer(latex))


def mathml(latex: str, is_block: bool = False) -> str:
    """The formula as a ``math`` element; or empty if it cannot be made one."""
    if signs(latex) > MOST_SIGNS or _REFUSED.search(latex):
        return ""
    display = "block" if is_block else "inline"
    try:
        formula = Converter(display=display).convert_to_element(latex)
    # The converter was written for good formulas: on others it fails in many ways.
    except Exception:
        return ""
    if _depth(formula) > DEEPEST:
        return ""
    del formula.attrib["xmlns"]
    for element in formula.iter():
        # The converter leaves references in its texts; written out they stay texts.
        element.text = unescape(element.text or "")
    return tostring(formula, encoding="unicode", short_empty_elements=False)


def _depth(root: Element) -> int:
    depth, level = 0, [root]
    while level:
        depth, level = depth + 1, [child for element in level for child in element]
    return depth
