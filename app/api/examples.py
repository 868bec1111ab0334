"""What a request or an answer may look like, made from its schema."""

#: For fields whose schema gives no example of its own, by their names.
_USUAL = {
    "bio": "Keeps the lamps of the lighthouse.",
    "body": "The sea keeps *no* timetable, but the moon does.",
    "canonicalUrl": "",
    "code": "nothing2see4here",
    "description": "How to read them, and why they are right.",
    "email": "ann@example.org",
    "excerpt": "The sea keeps no timetable, but the moon does.",
    "html": "<p>The sea keeps <em>no</em> timetable, but the moon does.</p>",
    "image": "https://example.org/ann.webp",
    "invitation": "",
    "language": "en",
    "name": "Tides",
    "next": "WzE3NzEzODQxNzY2MzcsN10",
    "password": "nine calm geese",
    "reason": "",
    "tagList": ["sea", "tides"],
    "tags": ["sea", "tides"],
    "title": "The tide tables",
    "url": "https://example.org/@ann/the-tide-tables",
    "username": "ann",
}
_BY_FORMAT = {
    "date": "2026-02-18",
    "date-time": "2026-02-18T03:22:56.637Z",
    "uri": "https://example.org/",
    "url": "https://example.org/",
    "email": "ann@example.org",
}


def example_of(schema, schemas, name=""):
    """A value that fits ``schema``.

    :param schemas: what it may refer to, by name.
    :param name: of the field that holds the value.
    """
    if "$ref" in schema:
        named = schema["$ref"].rpartition("/")[2]
        return example_of(schemas[named], schemas, name)
    for given in ("examples", "enum"):
        if given in schema:
            return schema[given][0]
    if "anyOf" in schema or "oneOf" in schema:
        return example_of((schema.get("anyOf") or schema["oneOf"])[0], schemas, name)
    if "const" in schema:
        return schema["const"]
    return _of_kind(schema, schemas, name)


def _of_kind(schema, schemas, name):
    kind = _kind(schema)
    if kind == "object":
        fields = schema.get("properties", {})
        return {of: example_of(fields[of], schemas, of) for of in fields}
    if kind == "array":
        found = _USUAL.get(name)
        is_of_text = _kind(schema.get("items", {})) == "string"
        if isinstance(found, list) and is_of_text:
            return found
        return [example_of(schema["items"], schemas, name.removesuffix("s"))]
    if kind == "string":
        return _text(schema, name)
    return {"boolean": False, "null": None}.get(kind, _number(schema))


def _kind(schema):
    """The type, or the first of several that says anything."""
    kinds = schema.get("type", "null")
    if isinstance(kinds, str):
        return kinds
    return next((kind for kind in kinds if kind != "null"), "null")


def _text(schema, name):
    usual = _USUAL.get(name)
    if schema.get("format") in _BY_FORMAT and not isinstance(usual, str):
        return _BY_FORMAT[schema["format"]]
    text = usual if isinstance(usual, str) else schema.get("default") or "…"
    return text if len(text) >= schema.get("minLength", 0) else "…"


def _number(schema):
    return schema.get("default") or max(1, schema.get("minimum", 1))
