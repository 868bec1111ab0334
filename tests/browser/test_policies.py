"""What Chromium makes of what each answer allows it."""

import pytest

POWERS = "() => document.featurePolicy.allowedFeatures()"
DEAR = {"camera", "microphone", "geolocation", "clipboard-read", "payment", "usb"}
NEEDED = {
    "clipboard-write",
    "publickey-credentials-create",
    "publickey-credentials-get",
}
SINKS = {
    "a page": "document.body.innerHTML = '<b>x</b>'",
    "a script": "document.createElement('script').src = '/static/site.js'",
    "words that run": "setTimeout('1')",
    "another policy": "trustedTypes.createPolicy('mine', {})",
}


def test_pages_have_few_powers(visit):
    allowed = set(visit("/explore/").evaluate(POWERS))

    assert allowed >= NEEDED
    assert not allowed & DEAR


@pytest.mark.parametrize("deed", SINKS.values(), ids=SINKS)
def test_words_become_nothing_that_runs(visit, witness, deed):
    witness.forgive(
        "console: This document requires", "console: Creating a TrustedType"
    )
    page = visit("/explore/")

    assert page.evaluate(f"() => {{ try {{ {deed} }} catch (e) {{ return e.name }} }}")
