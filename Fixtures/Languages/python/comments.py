# want GET "alone"
call()  # want SET "trailing"
# an ordinary comment
#want DEL
x = "# want no comment"
"""
# want not this either
"""
y = 1  # redis-inventory: allow some-rule -- reason
if x:
    # want HGET "indented"
    call()
