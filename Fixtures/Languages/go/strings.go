package strings

var (
	plain   = "text"
	empty   = ""
	escapes = "a\tb\\c\"d\x41\101\u00e9\U0001F600\n"
	wide    = "日本" + "é\n" + after
	raw     = `first
  second \n
third`
	rawEmpty = ``
	sum      = "one\n" +
		"two\n" +
		prefix + "three"
)
