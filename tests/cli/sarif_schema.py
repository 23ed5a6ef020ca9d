"""What the specification of SARIF 2.1.0 asks of the parts that govplan writes; *not* here: the parts that it does not.

Written from the specification (OASIS, March 2020), sections 3.13 to 3.59, so that no network is needed.
"""

from typing import Any

Schema = dict[str, Any]


def some(properties: Schema, *required: str) -> Schema:
    """Return the schema of an object that has these properties and no other."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


def many(items: Schema, *, least: int = 0) -> Schema:
    return {"type": "array", "items": items, "minItems": least}


def the(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


TEXT: Schema = {"type": "string", "minLength": 1}
FROM_ONE: Schema = {"type": "integer", "minimum": 1}
FROM_ZERO: Schema = {"type": "integer", "minimum": 0}
LEVEL: Schema = {"enum": ["none", "note", "warning", "error"]}
BAG: Schema = {"type": "object", "properties": {"tags": many(TEXT)}}

SARIF: Schema = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    **some(
        {"$schema": {"type": "string", "format": "uri"}, "version": {"const": "2.1.0"}, "runs": many(the("run"))},
        "version",
        "runs",
    ),
    "$defs": {
        "run": some(
            {
                "tool": some({"driver": the("toolComponent")}, "driver"),
                "language": {"type": "string", "pattern": "^[a-z]{2}(-[A-Z]{2})?$"},
                "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                "invocations": many(the("invocation")),
                "results": many(the("result")),
            },
            "tool",
        ),
        "toolComponent": some(
            {
                "name": TEXT,
                "version": TEXT,
                "semanticVersion": {"type": "string", "pattern": r"^[0-9]+\.[0-9]+\.[0-9]+"},
                "rules": many(the("reportingDescriptor")),
            },
            "name",
        ),
        "reportingDescriptor": some(
            {
                "id": TEXT,
                "name": TEXT,
                "shortDescription": the("multiformat"),
                "fullDescription": the("multiformat"),
                "help": the("multiformat"),
                "defaultConfiguration": some({"level": LEVEL}),
                "properties": BAG,
            },
            "id",
        ),
        "multiformat": some({"text": TEXT, "markdown": TEXT}, "text"),
        "message": some({"text": TEXT, "markdown": TEXT}, "text"),
        "invocation": some(
            {"executionSuccessful": {"type": "boolean"}, "toolExecutionNotifications": many(the("notification"))},
            "executionSuccessful",
        ),
        "notification": some(
            {
                "level": LEVEL,
                "message": the("message"),
                "locations": many(the("location")),
                "associatedRule": some({"id": TEXT, "index": FROM_ZERO}),
            },
            "message",
        ),
        "result": some(
            {
                "ruleId": TEXT,
                "ruleIndex": FROM_ZERO,
                "level": LEVEL,
                "message": the("message"),
                "locations": many(the("location")),
                "relatedLocations": many(the("location")),
                "partialFingerprints": {"type": "object", "additionalProperties": TEXT},
                "suppressions": many(the("suppression")),
                "fixes": many(the("fix")),
            },
            "message",
        ),
        "location": some(
            {
                "physicalLocation": some({"artifactLocation": the("artifactLocation"), "region": the("region")}),
                "logicalLocations": many(some({"fullyQualifiedName": TEXT, "kind": TEXT})),
            }
        ),
        # A relative reference has no scheme, and is encoded as RFC 3986 says.
        "artifactLocation": some(
            {
                "uri": {"type": "string", "pattern": r"^(file:///)?[A-Za-z0-9._~!$&'()*+,;=@/%-]+$"},
                "uriBaseId": TEXT,
                "description": the("message"),
            }
        ),
        "region": some(
            {"startLine": FROM_ONE, "startColumn": FROM_ONE, "endLine": FROM_ONE, "endColumn": FROM_ONE}, "startLine"
        ),
        "suppression": some({"kind": {"enum": ["inSource", "external"]}, "justification": TEXT}, "kind"),
        "fix": some(
            {"description": the("message"), "artifactChanges": many(the("artifactChange"), least=1)}, "artifactChanges"
        ),
        "artifactChange": some(
            {"artifactLocation": the("artifactLocation"), "replacements": many(the("replacement"), least=1)},
            "artifactLocation",
            "replacements",
        ),
        "replacement": some({"deletedRegion": the("region"), "insertedContent": some({"text": TEXT})}, "deletedRegion"),
    },
}
