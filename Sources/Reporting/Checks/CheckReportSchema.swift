/// The JSON schema of the JSON report of findings.
package enum CheckReportSchema {
  package static let text = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "redis-inventory check",
      "description": "Where rules are broken. Members may be added; schemaVersion is raised when one goes or changes its meaning.",
      "type": "object",
      "required": ["schemaVersion", "tool", "root", "operations", "fails", "findings", "hidden", "rules", "files"],
      "additionalProperties": false,
      "properties": {
        "schemaVersion": {"const": 1},
        "tool": {
          "type": "object",
          "required": ["name", "version"],
          "properties": {"name": {"const": "redis-inventory"}, "version": {"type": "string"}}
        },
        "root": {"type": "string", "description": "What was scanned, as it was named."},
        "operations": {"type": "integer", "description": "How many operations were looked at."},
        "fails": {"type": "boolean", "description": "Whether any finding fails the check."},
        "findings": {"type": "array", "items": {"$ref": "#/$defs/finding"}},
        "hidden": {
          "description": "How many findings are left out, by reason.",
          "type": "object",
          "required": ["context", "confidence", "suppression", "baseline", "revision"],
          "additionalProperties": false,
          "properties": {
            "context": {"type": "object", "additionalProperties": {"type": "integer"}},
            "confidence": {"type": "integer"},
            "suppression": {"type": "integer", "description": "Allowed by comments."},
            "baseline": {"type": "integer"},
            "revision": {"type": "integer"}
          }
        },
        "rules": {"type": "array", "items": {"$ref": "#/$defs/rule"}},
        "files": {"type": "object", "description": "As in the report of a scan."}
      },
      "$defs": {
        "severity": {"enum": ["error", "warning", "advice"]},
        "rule": {
          "type": "object",
          "required": ["id", "title", "severity", "migration", "since"],
          "additionalProperties": false,
          "properties": {
            "id": {"type": "string"},
            "title": {"type": "string"},
            "severity": {"$ref": "#/$defs/severity"},
            "migration": {"type": ["integer", "null"], "minimum": 1, "maximum": 10},
            "since": {"type": "string"}
          }
        },
        "place": {
          "type": "object",
          "required": ["path", "line", "column", "what"],
          "additionalProperties": false,
          "properties": {
            "path": {"type": "string"},
            "line": {"type": "integer", "minimum": 1},
            "column": {"type": "integer", "minimum": 1},
            "what": {"type": "string"}
          }
        },
        "finding": {
          "type": "object",
          "required": [
            "rule", "severity", "path", "line", "column", "length", "message", "function", "subject", "occurrence",
            "context", "confidence", "fails", "fingerprint", "notes"
          ],
          "additionalProperties": false,
          "properties": {
            "rule": {"type": "string"},
            "severity": {"$ref": "#/$defs/severity"},
            "path": {"type": "string", "description": "Relative to the scanned root."},
            "line": {"type": "integer", "minimum": 1},
            "column": {"type": "integer", "minimum": 1, "description": "In Unicode code points."},
            "length": {"type": "integer", "minimum": 1},
            "message": {"type": "string"},
            "function": {"type": ["string", "null"]},
            "subject": {"type": "string", "description": "What was found, in a form that edits elsewhere do not change."},
            "occurrence": {"type": "integer", "minimum": 1, "description": "Among findings equal in rule, path, function and subject."},
            "context": {"enum": ["production", "test", "example"]},
            "confidence": {"enum": ["certain", "inferred"]},
            "fails": {"type": "boolean"},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{40}$"},
            "notes": {"type": "array", "items": {"$ref": "#/$defs/place"}}
          }
        }
      }
    }

    """#
}
