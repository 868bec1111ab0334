"""Fragments that are believed by nobody: whatever was kept is drawn once more."""

from app.web.fragments import Fragments


class Compared(Fragments):
    """Says when what is kept is not what would be drawn now."""

    def drawn(self, template, given):
        kept = super().drawn(template, given)
        assert kept == self.draw(template, given), f"{template} sees what is no key"
        return kept
