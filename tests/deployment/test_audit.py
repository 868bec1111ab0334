"""bin/audit: a known hole stops the line, and silence is never taken for safety."""

from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader

import pytest

from tests.support.source import ROOT

SAFE = {"name": "flask", "version": "3.1.3", "vulns": []}
UNKNOWN = {"name": "jinja2", "skip_reason": "Dependency not found on PyPI"}
HOLE = {
    "name": "pillow",
    "version": "1.0",
    "vulns": [{"id": "PYSEC-1", "aliases": ["CVE-1"], "fix_versions": ["1.1"]}],
}


@pytest.fixture
def script(monkeypatch):
    loader = SourceFileLoader("audit", str(ROOT / "bin/audit"))
    script = module_from_spec(spec_from_loader("audit", loader))
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    loader.exec_module(script)
    return script


@pytest.fixture
def audit(script, monkeypatch):
    """The script, with what PyPI says: ``audit([...], "--must")``."""

    def run(report, *options):
        monkeypatch.setattr(script, "ask", lambda: report)
        return script.main(*options)

    return run


@pytest.mark.parametrize(
    ("report", "options", "status"),
    [
        ([SAFE], [], 0),
        ([SAFE], ["--must"], 0),
        ([SAFE, HOLE], [], 1),
        ([UNKNOWN, HOLE], ["--must"], 1),
        ([SAFE, UNKNOWN], [], 0),
        ([SAFE, UNKNOWN], ["--must"], 2),
        ([], [], 0),
        ([], ["--must"], 2),
        ([SAFE], ["--help"], 0),
        ([SAFE], ["--typo"], 2),
    ],
)
def test_the_status_says_how_it_went(audit, report, options, status):
    assert audit(report, *options) == status


def test_a_hole_is_named_with_the_version_that_mends_it(audit, capsys):
    audit([SAFE, HOLE])

    said = capsys.readouterr().out
    assert said == "pillow 1.0: PYSEC-1, CVE-1; mended in 1.1\n"


@pytest.mark.parametrize("report", [[], [UNKNOWN], [SAFE, UNKNOWN]])
def test_what_was_not_asked_is_said_loudly(audit, capsys, report):
    audit(report)

    assert "!! PyPI could not be asked about" in capsys.readouterr().err


@pytest.mark.parametrize("report", [[], [UNKNOWN]])
def test_where_nothing_was_asked_nothing_is_called_safe(audit, capsys, report):
    audit(report)

    assert "No known hole" not in capsys.readouterr().out


def test_without_its_tool_it_says_what_brings_it(script, monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(script, "TOOL", tmp_path / "pip-audit")

    with pytest.raises(SystemExit) as ended:
        script.main()

    said = capsys.readouterr()
    assert ended.value.code == 2
    assert "bin/setup --dev" in said.err
    assert not said.out
