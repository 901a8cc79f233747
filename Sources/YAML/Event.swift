/// A step of libyaml's walk through a text.
struct Event {
  enum Kind {
    case scalar(String, YAMLScalar.Style)
    case alias(String)
    case sequenceStart
    case mappingStart
    case end
    case documentStart
  }

  let kind: Kind
  let anchor: String?
  let position: YAMLPosition
}
