"""For pytest in stages: a template is compiled once, however many applications show it.

It lies in a folder of its own, so that nothing else of the book can be imported there.
"""

from flask import Flask
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class KeptPages(BytecodeCache):
    """Templates that were compiled, by their names and places; Jinja compares them."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.kept[bucket.key] = bucket.bytecode_to_string()


Flask.jinja_options = {**Flask.jinja_options, "bytecode_cache": KeptPages()}
