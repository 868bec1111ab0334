"""Which state of a text somebody has seen: ETag, If-None-Match and If-Match (RFC 9110).

An ETag is ``"<version>-<hash>"``: the version goes up with every new text, the hash is
that of the whole answer, likes and all. A copy is fresh while both are the same; for
``If-Match`` the version alone counts, or a like would stand in the way of an edit.
"""

from hashlib import sha256

from flask import jsonify, request

from app.web.problems import refuse


def answer(said, version, code=200):
    """The answer that says ``said`` about a text of this ``version``; perhaps a 304."""
    response = jsonify(said)
    response.set_etag(f"{version}-{sha256(response.get_data()).hexdigest()[:16]}")
    response.status_code = code
    response.make_conditional(request)
    return response, response.status_code


def refuse_unless_seen(version):
    """Answer 412 where ``If-Match`` names other versions than this one."""
    asked = request.if_match
    if not asked or asked.star_tag:
        return
    if not any(tag.partition("-")[0] == str(version) for tag in asked.as_set(True)):
        refuse(412, **{"if-match": "names another version than the one of now"})
