"""What nobody means well who sends it, for every request that the document knows of."""

import json

#: Stands for what an address names; what is not here is a number.
PLACES = {"username": "bob", "name": "sea", "kind": "avatar"}
_PICTURE = "letterletterletterletterle"
#: Every type that JSON has, and what is near the edge of each.
VALUES = (
    *(None, True, -1, 1.5, 10**400, "", "\x00", "\ud800", "x" * 3_000, "2026-13-45"),
    *([], [None], ["x"] * 50, {}, {"a": [1, {"b": None}]}),
)
#: Bodies that are no request at all, whatever was asked for.
BODIES = {
    "nothing": b"",
    "no JSON": b"{",
    "a list": b"[]",
    "a number": b"1",
    "null": b"null",
    "a text": b'"x"',
    "no UTF-8": b'{"a": "\xff"}',
    "another encoding": '{"a": 1}'.encode("utf-16"),
    "NaN": b'{"a": NaN}',
    "Infinity": b'{"a": -Infinity}',
    "a name twice": b'{"a": 1, "a": 2}',
    "a long number": b'{"a": ' + b"9" * 6_000 + b"}",
    "deep lists": b'{"a": ' + b"[" * 50_000 + b"]" * 50_000 + b"}",
    "deep objects": b'{"a":' * 20_000 + b"1" + b"}" * 20_000,
    "a megabyte": b'{"a": "' + b"x" * 1_000_000 + b'"}',
    "many names": json.dumps({str(n): n for n in range(20_000)}).encode(),
}


def operations(document):
    """Every operation: its method, its address, and what the document says."""
    for path, known in document.data["paths"].items():
        for method, operation in known.items():
            yield method.upper(), path, operation


def filled(path, **places):
    """The address with something in each of its places."""
    for part in path.split("/"):
        if part.startswith("{"):
            name = part.strip("{}")
            is_picture = path.startswith("/api/media/")
            what = _PICTURE if is_picture else {**PLACES, **places}.get(name, 1)
            path = path.replace(part, str(what))
    return path.removeprefix("/api")


def wrong_bodies(operation, document):
    """The example of a request, each time with another thing wrong."""
    told = operation["requestBody"]["content"].get("application/json", {})
    good = told.get("example", {})
    for box, inner in good.items():
        for value in VALUES:
            yield {**good, box: value}
        for name in inner if isinstance(inner, dict) else ():
            for value in VALUES:
                yield {**good, box: {**inner, name: value}}
        if isinstance(inner, dict):
            yield {**good, box: {**inner, "is_admin": True, "__proto__": {}, "id": 1}}
    yield {**good, "unknown": 1}
