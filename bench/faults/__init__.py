"""Faults, many times: what the short tests in ``tests/faults`` do a few times."""
