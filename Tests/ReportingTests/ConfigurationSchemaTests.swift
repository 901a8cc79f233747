import Reporting
import TestSupport
import Testing

@Suite struct ConfigurationSchemaTests {
  private func problems(_ json: String) throws -> [String] {
    try JSONSchema(ConfigurationSchema.text).problems(in: json)
  }

  @Test func `settings that are right fit the schema`() throws {
    #expect(
      try problems(
        #"""
        {"extend": "../a.yml", "exclude": ["a/**"], "contexts": {"test": "qa"}, "threads": 2,
         "check": {"select": ["a"], "severity": {"a": "off"}, "failOn": "never", "contexts": ["test"],
                   "overrides": [{"paths": "a", "ignore": ["b"]}]},
         "inventory": {"rows": {"a": {"name": "A", "owner": "@a", "concerns": ["b"], "notes": "c"}},
                       "groups": {"B": ["a", "b"]}}}
        """#) == [])
  }

  @Test(arguments: [
    #"{"exlude": "a"}"#, #"{"check": {"failOn": "warn"}}"#, #"{"check": {"overrides": [{"ignore": "a"}]}}"#,
    #"{"check": {"severity": {"a": "on"}}}"#, #"{"inventory": {"row": {}}}"#, #"{"threads": 0}"#,
    #"{"contexts": {"tests": "a"}}"#,
  ])
  func `settings that are wrong do not`(json: String) throws { #expect(try problems(json) != []) }
}
