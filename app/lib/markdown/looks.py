"""How it looks in HTML: rules of the renderer, named after the tokens they draw."""

from html import escape
from urllib.parse import quote

from app.lib import code
from app.lib.markdown.formulas import formula_block, formula_element
from app.lib.markdown.links import card_element
from app.lib.markdown.pictures import name_of, picture_element


class Looks:
    """Each takes the place of the rule of the same name in the parser's renderer."""

    def fence(self, tokens, i, options, env):
        source, language = tokens[i].content, tokens[i].info.split(" ")[0]
        is_coloured = language and env["colours"].allows(code.signs(source))
        return code.highlighted(source, language if is_coloured else "")

    def code_block(self, tokens, i, options, env):
        return code.highlighted(tokens[i].content, "")

    def math_inline(self, tokens, i, options, env):
        return formula_element(tokens[i].content, tokens[i].markup, env["formulas"])

    math_inline_double = math_inline

    def math_block(self, tokens, i, options, env):
        return formula_block(tokens[i].content, env["formulas"])

    def table_open(self, tokens, i, options, env):
        return '<div class="table-scroll" tabindex="0"><table>'

    def table_close(self, tokens, i, options, env):
        return "</table></div>"

    def mention(self, tokens, i, options, env):
        words, path = tokens[i].content, env["known"].people.get(tokens[i].meta["name"])
        return (
            f'<a class="mention" href="{escape(path)}">{words}</a>' if path else words
        )

    def hashtag(self, tokens, i, options, env):
        path = f"/tags/{quote(tokens[i].meta['name'])}"
        return f'<a class="hashtag" href="{path}">{tokens[i].content}</a>'

    def lone_link(self, tokens, i, options, env):
        address, words = tokens[i].meta["name"], escape(tokens[i].content)
        card = env["known"].links.get(address)
        link = f'<p><a href="{escape(address)}">{words}</a></p>\n'
        return card_element(card) if card else link

    def picture_link(self, tokens, i, options, env):
        words = escape(tokens[i].content)
        return f'<a href="{escape(str(tokens[i].attrs["href"]))}">{words}</a>'

    def image(self, tokens, i, options, env):
        token = tokens[i]
        info = env["known"].pictures.get(name_of(str(token.attrs["src"])))
        if not info:
            return self.image(tokens, i, options, env)
        alt = self.renderInlineAsText(token.children, options, env)
        return picture_element(info, alt, str(token.attrs.get("title", "")))

    def figure(self, tokens, i, options, env):
        token = tokens[i]
        caption = str(token.attrs.pop("title", ""))
        info = env["known"].pictures.get(name_of(str(token.attrs["src"])))
        file = info.large if info else str(token.attrs["src"])
        image = self.rules["image"](tokens, i, options, env)
        # A link that leads to what nobody has described would have no name.
        if token.content or (info and info.alt):
            image = f'<a href="{escape(file)}">{image}</a>'
        note = f"<figcaption>{escape(caption)}</figcaption>" if caption else ""
        return f"<figure>{image}{note}</figure>"

    def footnote_ref(self, tokens, i, options, env):
        number = tokens[i].meta["id"] + 1
        again = tokens[i].meta.get("subId")
        here = f"fnref{env['prefix']}{number}" + (f"-{again}" if again else "")
        to = f"#fn{env['prefix']}{number}"
        return f'<sup><a href="{to}" id="{here}" role="doc-noteref">{number}</a></sup>'

    def footnote_block_open(self, tokens, i, options, env):
        return '<section class="footnotes" role="doc-endnotes"><ol>'

    def footnote_block_close(self, tokens, i, options, env):
        return "</ol></section>"

    def footnote_open(self, tokens, i, options, env):
        return f'<li id="fn{env["prefix"]}{tokens[i].meta["id"] + 1}">'

    def footnote_anchor(self, tokens, i, options, env):
        if tokens[i].meta.get("subId"):
            return ""
        to = f"#fnref{env['prefix']}{tokens[i].meta['id'] + 1}"
        return f' <a href="{to}" role="doc-backlink">↩</a>'
