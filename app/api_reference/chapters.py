"""The OpenAPI document as somebody reads it: chapter by chapter."""

import json

_JSON, _FORM = "application/json", "multipart/form-data"
_INDENT = {"indent": 2, "ensure_ascii": False}


def chapters(data):
    """Every tag of the document with its operations, as a template shows them."""
    found = {
        tag["name"]: {
            "name": tag["name"].replace("_", " ").capitalize(),
            "id": tag["name"],
            "about": tag["description"],
            "operations": [],
        }
        for tag in data["tags"]
    }
    for path, known in data["paths"].items():
        for method, operation in known.items():
            found[operation["tags"][0]]["operations"].append(
                _operation(method.upper(), path, operation, data)
            )
    return [chapter for chapter in found.values() if chapter["operations"]]


def _operation(method, path, operation, data):
    content = operation.get("requestBody", {}).get("content", {})
    body = content.get(_JSON) or content.get(_FORM, {})
    ways = operation["security"]
    return {
        "id": operation["operationId"],
        "method": method,
        "path": path,
        "summary": operation["summary"],
        "is_open": {} in ways,
        "scopes": [scope for way in ways for scope in way.get("token", ())],
        "asked": [_asked(one) for one in operation.get("parameters", ())],
        "fields": list(_fields(body.get("schema", {}), data)),
        "curl": _curl(method, path, operation, data),
        "answers": _answers(operation, data),
        "failures": _failures(operation, data),
    }


def _asked(one):
    return {
        "name": one["name"],
        "type": _type(one.get("schema", {})),
        "is_required": one.get("required", False),
        "about": one.get("description", ""),
    }


def _fields(schema, data, before=""):
    """Each field of a request; those of an object within by a name with a point."""
    whole = _resolved(schema, data)
    for name, field in whole.get("properties", {}).items():
        inner = _resolved(field, data)
        if "properties" in inner:
            yield from _fields(inner, data, f"{before}{name}.")
            continue
        yield {
            "name": f"{before}{name}",
            "type": _type(inner),
            "is_required": name in whole.get("required", ()),
            "about": inner.get("description", ""),
        }


def _resolved(schema, data):
    # What may also be null stands beside it: the first one says what it is.
    schema = schema.get("anyOf", [schema])[0]
    name = schema.get("$ref", "").rpartition("/")[2]
    return data["components"]["schemas"][name] if name else schema


def _type(schema):
    """What a value is, in a few words."""
    if "enum" in schema:
        return " · ".join(map(str, schema["enum"]))
    kinds = "file" if _is_file(schema) else schema.get("type", "any")
    kinds = [kinds] if isinstance(kinds, str) else kinds
    edges = [
        f"{sign} {schema[name]}"
        for name, sign in (
            *(("minLength", "≥"), ("maxLength", "≤"), ("maxItems", "≤")),
            *(("minimum", "≥"), ("maximum", "≤")),
        )
        if name in schema
    ]
    return " ".join([" or ".join(kinds), *edges])


def _is_file(schema):
    return schema.get("format") == "binary"


def _curl(method, path, operation, data):
    for one in operation.get("parameters", ()):
        if one["in"] == "path":
            path = path.replace(f"{{{one['name']}}}", str(one.get("example", "…")))
    words = ["curl" if method == "GET" else f"curl -X {method}"]
    words[0] += f" {data['servers'][0]['url']}{path}"
    if {} not in operation["security"]:
        words.append('-H "Authorization: Bearer $TOKEN"')
    content = operation.get("requestBody", {}).get("content", {})
    return " \\\n  ".join([*words, *_sent(content, data)])


def _sent(content, data):
    """What is sent, as curl wants to be told of it."""
    if (example := content.get(_JSON, {}).get("example")) is not None:
        said = json.dumps(example, **_INDENT).replace("'", "'\\''")
        yield from ('-H "Content-Type: application/json"', f"-d '{said}'")
    if form := content.get(_FORM):
        for name, field in _resolved(form["schema"], data)["properties"].items():
            yield f"-F {name}={'@gauge.jpg' if _is_file(field) else '…'}"


def _answers(operation, data):
    found = operation["responses"].items()
    return [
        {
            "code": code,
            "about": answer["description"],
            "example": _example(answer),
            "headers": sorted(answer.get("headers", ())),
        }
        for code, answer in found
        if code < "300"
    ]


def _example(answer):
    told = answer.get("content", {}).get(_JSON)
    return json.dumps(told["example"], **_INDENT) if told else ""


def _failures(operation, data):
    found = operation["responses"].items()
    return [
        {"code": code, "about": _failure(answer, data)["description"]}
        for code, answer in found
        if code >= "300"
    ]


def _failure(answer, data):
    name = answer.get("$ref", "").rpartition("/")[2]
    return data["components"]["responses"][name] if name else answer
