"""Jinja as Flask has it, but for what every line of a template pays for.

Together they save 6 % of a member's home, 8 % of the front page and 12 % of a 404,
asked in turns with Jinja's own (docs/decisions/0043-where-the-time-goes.md).
"""

from collections.abc import Callable, MutableMapping
from types import FunctionType
from typing import Any

from flask.templating import Environment as BaseEnvironment
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context as BaseContext
from jinja2.runtime import Macro
from markupsafe import Markup, escape

Globals = MutableMapping[str, Any]
#: What the environment has beside Jinja's own, for the code that templates become.
_WRITTEN, _SAID = "environment.written(", "environment.said("


class Code(CodeGenerator):
    """Python made of templates: Jinja's, with shorter ways for what is said most."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write(_WRITTEN)
        else:
            super()._output_child_pre(node, frame, finalize)

    def visit_Call(
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        if _is_plain_phrase(node) and frame.eval_ctx.autoescape:
            self.write(f"{_SAID}{node.args[0].as_const()!r})")
        else:
            super().visit_Call(node, frame, forward_caller=forward_caller)


class Context(BaseContext):
    """What stands in a template; most of what it calls wants no word with Jinja."""

    def call(self, called: Callable[..., Any], *args: Any, **named: Any) -> Any:
        """Call a macro or a plain function without asking what it is."""
        if type(called) is Macro:
            args = (self.eval_ctx, *args)
        elif type(called) is not FunctionType or hasattr(called, "jinja_pass_arg"):
            return super().call(called, *args, **named)
        named.pop("_block_vars", None)
        named.pop("_loop_vars", None)
        return called(*args, **named)


class Environment(BaseEnvironment):
    """Flask's templates, quicker."""

    code_generator_class = Code
    context_class = Context
    #: What a phrase is in the language of the page.
    said: Callable[[str], Markup]

    def make_globals(self, d: Globals | None) -> Globals:
        """Globals in a plain dictionary.

        Every ``{% import %}`` compares all globals with those of the page. Jinja keeps
        them in a ChainMap, for which that comparison is as slow as the rest of a small
        page.
        """
        return {**self.globals, **d} if d else self.globals

    @staticmethod
    def written(value: Any) -> str:
        """``value`` as it is written into HTML; what is markup already as it is."""
        return value if type(value) is Markup else escape(value)


def _is_plain_phrase(node: nodes.Call) -> bool:
    """Whether a call is ``_("…")``, with nothing to fill in."""
    is_alone = len(node.args) == 1 and not (
        node.kwargs or node.dyn_args or node.dyn_kwargs
    )
    is_gettext = isinstance(node.node, nodes.Name) and node.node.name == "_"
    return (
        is_gettext
        and is_alone
        and isinstance(node.args[0], nodes.Const)
        and "%" not in node.args[0].value
    )
