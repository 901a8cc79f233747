def open(
    x = 

class Half:
    def f(self:
        client.get("k")

y = [1, 2
z.call("after")
print "python two", x
exec "code"
x ,+= 1
