"""What the document says beside what flask-smorest makes of routes and schemas."""

from http import HTTPStatus

from app.api.examples import example_of
from app.web.problems import PROBLEM, USUAL

_JSON = "application/json"
#: How a program says which text it has seen.
_IF_MATCH = {
    "in": "header",
    "name": "If-Match",
    "required": False,
    "description": "The `ETag` of the text that one has seen: if it is another one "
    "now, nothing is done, and the answer is a 412.",
    "schema": {"type": "string"},
}
#: What stands in addresses: what it is, and an example of it.
_PLACES = {
    "key": ("The number that its answers call `id`.", 7),
    "kind": ("Which of those.", ""),
    "number": ("Which revision it is, as their list says.", 1),
    "name": ("A tag, as in `/tags/sea`; capitals do not matter.", "sea"),
    "slug": ("As answers call it; those of before a rename do as well.", "tides-100c"),
    "username": ("Somebody’s handle; those of before a rename do as well.", "ann"),
}
#: The same words elsewhere.
_PLACES_BELOW = {
    "/api/media/": {"name": ("As its answers call it.", "n5fkq2vwm7xj3ay4c6zdrt0gh8")},
    "/api/conversations/": {"number": ("The `id` of the message.", 7)},
}
#: And in questions, where the schema has no words of its own.
_QUESTIONS = {
    "after": "Where the page begins: what the one before calls `next`.",
    "box": "Those one was sent, or those one has sent.",
    "limit": "How many at most.",
    "offset": "How many to leave out.",
    "sort": "Which come first.",
    "type": "Only of this kind.",
    "tag": "Only with this tag.",
    "q": "Words to look for.",
}
_HEADERS = {
    "ETag": "Names this state of it: as `If-None-Match` it saves the body.",
    "Link": 'Where the next page is, as `<…>; rel="next"`; missing on the last one.',
    "RateLimit": "How many more requests come through, and in how many seconds it "
    'begins anew: `"member";r=1499;t=300`.',
    "RateLimit-Policy": "How many requests come through in how many seconds: "
    '`"member";q=1500;w=300`.',
    "Retry-After": "Seconds to wait before asking again.",
    "WWW-Authenticate": "What a token has to be, or what it lacks (RFC 6750).",
    "X-Request-Id": "The name of this request in the log of the site.",
}
_ALWAYS = ("RateLimit", "RateLimit-Policy", "X-Request-Id")
_OF_FAILURES = {
    "401": ("WWW-Authenticate",),
    "403": ("WWW-Authenticate",),
    "429": ("Retry-After",),
    "503": ("Retry-After",),
    "507": ("Retry-After",),
}
_WHY = {
    400: "The request cannot be read, or is for another host.",
    401: "No token is shown, or one that is none, has expired or was revoked.",
    403: "The token lacks the scope, or its member may not do this.",
    404: "There is nothing at this address that the reader may see.",
    406: "The request rules JSON out.",
    409: "Somebody else has it already, or it was changed meanwhile.",
    412: "It is no longer what `If-Match` names.",
    413: "The body is too large.",
    415: "The body is of another kind than this takes.",
    422: "The body or the question is wrong; each field that is has its reasons.",
    428: "`If-Match` is missing.",
    429: "Too many requests: wait as long as `Retry-After` says.",
    500: "The site broke. It is written down there.",
    503: "The site cannot reach what it needs: try again later.",
    507: "The site has no room left for anything new.",
}
_PROBLEM = {
    "type": "object",
    "title": "Problem",
    "description": "The same for who accepts `application/problem+json` (RFC 9457).",
    "required": ["errors", "type", "title", "status", "detail"],
    "properties": {
        "errors": {"$ref": "#/components/schemas/Errors/properties/errors"},
        "type": {"type": "string", "examples": ["about:blank"]},
        "title": {"type": "string", "examples": ["Unprocessable Content"]},
        "status": {"type": "integer", "examples": [422]},
        "detail": {"type": "string", "examples": ["title can't be blank"]},
    },
}


def finish(spec):
    """Complete ``spec`` where it stands: examples, headers, words."""
    parts = spec["components"]
    # Ours are lists with a cursor.
    parts["schemas"].pop("PaginationMetadata", None)
    parts["schemas"]["Problem"] = _PROBLEM
    parts["headers"] = {name: _header(name) for name in _HEADERS}
    _modernize(parts["schemas"])
    for name, answer in parts["responses"].items():
        _finish_failure(HTTPStatus[name], answer)
    for path, operations in spec["paths"].items():
        for place in operations.pop("parameters", ()):
            for operation in operations.values():
                operation.setdefault("parameters", []).insert(0, dict(place))
        for method, operation in operations.items():
            _finish_questions(path, method, operation)
            _finish_operation(method, operation, parts["schemas"])
    return spec


def _header(name):
    return {"description": _HEADERS[name], "schema": {"type": "string"}}


def _modernize(part):
    """JSON Schema has a list of examples, where OpenAPI had one."""
    if isinstance(part, list):
        for inner in part:
            _modernize(inner)
    elif isinstance(part, dict):
        # A field may be called so, too.
        if "example" in part and not isinstance(part.get("type", ""), dict):
            part["examples"] = [part.pop("example")]
        for inner in part.values():
            _modernize(inner)


def _finish_failure(code, answer):
    answer["description"] = _WHY.get(code, code.phrase)
    answer["headers"] = _headers(*_ALWAYS, *_OF_FAILURES.get(str(int(code)), ()))
    errors = USUAL.get(code) or USUAL[400]
    if code == 422:
        errors = {"title": ["can't be blank"]}
    answer["content"][_JSON]["example"] = {"errors": errors}
    said = "; ".join(f"{thing} {why[0]}" for thing, why in errors.items())
    answer["content"][PROBLEM] = {
        "schema": {"$ref": "#/components/schemas/Problem"},
        "example": {
            "errors": errors,
            "type": "about:blank",
            "title": code.phrase,
            "status": int(code),
            "detail": said,
        },
    }


def _headers(*names):
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}


def _finish_operation(method, operation, schemas):
    bodies = [operation["requestBody"]] if "requestBody" in operation else []
    answers = operation["responses"]
    if any(asked["in"] == "path" for asked in operation.get("parameters", ())):
        answers.setdefault("404", {"$ref": "#/components/responses/NOT_FOUND"})
    # First what is done, then what goes wrong.
    operation["responses"] = {code: answers[code] for code in sorted(answers)}
    for code, answer in answers.items():
        if "$ref" not in answer:
            bodies.append(answer)
            _finish_success(method, code, answer, schemas)
    for body in bodies:
        if _JSON in body.get("content", {}):
            told = body["content"][_JSON]
            _modernize(told["schema"])
            told.setdefault("example", example_of(told["schema"], schemas))


def _finish_questions(path, method, operation):
    if method != "get" and "412" in operation["responses"]:
        operation.setdefault("parameters", []).append(dict(_IF_MATCH))
    below = (words for part, words in _PLACES_BELOW.items() if path.startswith(part))
    places = _PLACES | next(below, {})
    for asked in operation.get("parameters", ()):
        _finish_question(asked, places)


def _finish_question(asked, places):
    name = asked["name"]
    if asked["in"] == "path" and name in places:
        asked.setdefault("description", places[name][0])
        few = asked["schema"].get("enum")
        asked.setdefault("example", few[0] if few else places[name][1])
    elif name in _QUESTIONS:
        asked.setdefault("description", _QUESTIONS[name])


def _finish_success(method, code, answer, schemas):
    names = list(_ALWAYS)
    if method == "get" and code in {"200", "304"}:
        names.append("ETag")
    if _has_next(answer, schemas):
        names.append("Link")
    answer["headers"] = {**_headers(*names), **answer.get("headers", {})}


def _has_next(answer, schemas):
    told = answer.get("content", {}).get(_JSON, {}).get("schema", {})
    named = told.get("$ref", "").rpartition("/")[2]
    return "next" in schemas.get(named, {}).get("properties", {})
