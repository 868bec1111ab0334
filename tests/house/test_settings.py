"""Settings: read in one place, and each of them explained."""

import re
from dataclasses import fields

import pytest

from config import Config
from tests.support.source import ROOT, name_of, python_files

SETTINGS = [field.name for field in fields(Config)]


@pytest.mark.parametrize("path", python_files(), ids=name_of)
def test_only_config_reads_the_environment(path):
    assert not re.search(r"os\.environ|getenv", path.read_text()), (
        f"{name_of(path)}: a setting belongs in config.py"
    )


@pytest.mark.parametrize("name", SETTINGS)
def test_every_setting_is_documented(name):
    assert f"`{name}`" in (ROOT / "docs/configuration.md").read_text()


@pytest.mark.parametrize("name", SETTINGS)
def test_every_setting_has_a_comment(name):
    source = (ROOT / "config.py").read_text()
    assert re.search(rf"# .+\n    {name}:", source), f"say what {name} does, above it"


@pytest.mark.parametrize("name", SETTINGS)
def test_every_setting_is_in_the_example(name):
    assert re.search(
        rf"^#? ?{name}=", (ROOT / ".env.example").read_text(), re.MULTILINE
    )
