/// The JSON schema of `redis-inventory.yml`, for editors.
package enum ConfigurationSchema {
  package static let text = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "redis-inventory.yml",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "extend": {"$ref": "#/$defs/texts", "description": "Files, relative to this one, whose settings hold where this one says nothing."},
        "include": {"$ref": "#/$defs/texts", "description": "Patterns of files that are read although vendored, generated or minified."},
        "exclude": {"$ref": "#/$defs/texts", "description": "Patterns of files that are never read."},
        "contexts": {
          "description": "Patterns of files that are production, test or example code, instead of what their paths suggest.",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "production": {"$ref": "#/$defs/texts"}, "test": {"$ref": "#/$defs/texts"}, "example": {"$ref": "#/$defs/texts"}
          }
        },
        "rules": {"type": "string", "description": "Folder of tables and rules of your own."},
        "exhaustive": {"type": "boolean", "description": "Parse every file, not only those that can matter."},
        "threads": {"type": "integer", "minimum": 1},
        "owners": {
          "description": "Owners by patterns of files, as in CODEOWNERS.",
          "type": "object", "additionalProperties": {"$ref": "#/$defs/texts"}
        },
        "plans": {"description": "Plans for names that change against redis-schema.yml."},
        "attest": {"description": "What source cannot show of the gate's criteria."},
        "inventory": {
          "description": "What is written by hand into the inventory.",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "rows": {
              "description": "Cells of rows, by the ids that the JSON document has.",
              "type": "object",
              "additionalProperties": {
                "type": "object",
                "additionalProperties": false,
                "properties": {
                  "name": {"type": "string"}, "owner": {"$ref": "#/$defs/texts"},
                  "concerns": {"$ref": "#/$defs/texts"}, "notes": {"type": "string"}
                }
              }
            },
            "groups": {
              "description": "Names with the ids of the rows that are one thing.",
              "type": "object", "additionalProperties": {"$ref": "#/$defs/texts"}
            }
          }
        },
        "check": {
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "select": {"$ref": "#/$defs/texts", "description": "Rules to look for; all without it."},
            "ignore": {"$ref": "#/$defs/texts", "description": "Rules not to look for."},
            "severity": {"$ref": "#/$defs/severities"},
            "failOn": {"enum": ["error", "warning", "advice", "never"]},
            "minConfidence": {"enum": ["certain", "inferred"]},
            "contexts": {"$ref": "#/$defs/contexts", "description": "Contexts whose findings are reported; production without it."},
            "reasons": {"enum": ["required", "optional"], "description": "Whether a comment that allows something must say why."},
            "baseline": {"type": "string", "description": "File of accepted findings, relative to this one."},
            "staleBaseline": {"enum": ["fail", "tell"]},
            "licences": {"$ref": "#/$defs/texts", "description": "Licences under which servers are meant to run, as SPDX names them."},
            "overrides": {
              "description": "What holds for some files; later ones win.",
              "type": "array",
              "items": {
                "type": "object",
                "required": ["paths"],
                "additionalProperties": false,
                "properties": {
                  "paths": {"$ref": "#/$defs/texts"},
                  "ignore": {"$ref": "#/$defs/texts"},
                  "severity": {"$ref": "#/$defs/severities"}
                }
              }
            }
          }
        }
      },
      "$defs": {
        "texts": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
        "contexts": {
          "anyOf": [
            {"enum": ["production", "test", "example"]},
            {"type": "array", "items": {"enum": ["production", "test", "example"]}}
          ]
        },
        "severities": {
          "type": "object", "additionalProperties": {"enum": ["error", "warning", "advice", "off", false]}
        }
      }
    }

    """#
}
