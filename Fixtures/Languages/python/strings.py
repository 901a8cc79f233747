plain = "text"
empty = ""
escapes = "a\tb\x41\u00e9\101\N{DASH}\q"
raw = r"\d\n"
raw_bytes = rb"\x00"
joined = "a" 'b' """c"""
continued = "a\
b"
triple = """
local x = 1
\tindented
"""
template = f"user:{uid}:name"
nested = f"{a!r:>{width}.{precision}}:{f'{b}'}:{{literal}}"
shown = f"{value=}, {a + b = }"
spec = f"{when:%Y-%m-%d}"
raw_template = rf"\d{x}\w"
mixed = "a{x}" f"b{x}"
wide = "é" f"{ü}🙂{b}"
