let plain = "user"
let joined = "user:\(id):name\(last)"
let escapes = "a\tb\u{1F600}c\"é\\"
let formatted = "n \(value, format: style) end"
let raw = #"a\n\#(id)\#t"#
let rawQuotes = ##"say "#hi"#"##
let empty = ""
let text = """
  first \(id)
    second\tend
  joined \
  lines

  last "quoted"
  """
let rawText = #"""
  local x = "\n"
  \#(id)
  """#
let nested = "a\("b\(c)")d"
let sum = "a" + "b"
func spaces() { use(" \( x ) y ") }
