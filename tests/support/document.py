"""Whether what programs are answered is what the OpenAPI document says."""

import json
import re
from functools import cache

from jsonschema import Draft202012Validator


class Document:
    """The OpenAPI document of the application, to compare answers with."""

    def __init__(self, data):
        self.data = data

    def check(self, method, path, answer):
        """Fail unless the document knows the path, the status and the shape."""
        operation = self._operation(method.lower(), path)
        known = operation["responses"]
        code = str(answer.status_code)
        assert code in known, (
            f"{method} {path}: {code} is not documented: {answer.text}"
        )
        content = self._whole(known[code]).get("content", {})
        if not content:
            assert not answer.data, f"{method} {path} {code} should have no body"
            return
        kind = answer.mimetype.replace("problem+json", "json")
        assert kind in content, f"{method} {path} {code}: {kind} is not documented"
        if kind == "application/json":
            self._validator(json.dumps(content[kind]["schema"])).validate(answer.json)

    def _operation(self, method, path):
        for template, operations in self.data["paths"].items():
            pattern = re.sub(r"{[^}]+}", "[^/]+", template)
            if method in operations and re.fullmatch(pattern, path):
                # What is spelled out stands before what anything fits.
                exact = self.data["paths"].get(path, {})
                return exact.get(method) or operations[method]
        raise AssertionError(f"{method} {path} is not in the document")

    def _whole(self, response):
        name = response.get("$ref", "").rpartition("/")[2]
        return self.data["components"]["responses"][name] if name else response

    @cache  # noqa: B019
    def _validator(self, schema):
        whole = {**json.loads(schema), "components": self.data["components"]}
        return Draft202012Validator(whole)
