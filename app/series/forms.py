from flask_babel import lazy_gettext as _l

from app.models.series import SERIES_SUMMARY_LONGEST, SERIES_TITLE_LONGEST
from app.web.forms import AtMost, Form, LineField, Needed, TextField


class SeriesForm(Form):
    title = LineField(
        _l("Title"),
        [Needed(_l("Give the series a title.")), AtMost(SERIES_TITLE_LONGEST)],
    )
    summary = TextField(_l("What it is about"), [AtMost(SERIES_SUMMARY_LONGEST)])
