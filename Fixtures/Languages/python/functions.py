"""Functions, methods, closures, parameters."""


def plain(a, b=1, *rest, c, d=two, **more): return a


def positional(a, b, /, c, *, e): ...


async def later(x: int = 3) -> str:
    """A docstring is no value."""
    await x.go()
    return await x


def generator():
    got = yield 1
    yield from others
    yield
    return got


@decorator
@module.factory(option=1)
def decorated(f):
    def inner(g):
        return f, g
    return inner


class C:
    def __init__(self, a): self.a = a
    def __getattr__(self, name): return name
    def __enter__(self): return self
    async def __aenter__(self): return self
    def __call__(self, x): return x
    def __new__(cls): return cls

    @staticmethod
    def static(a): return a

    @classmethod
    def of(cls, a): return cls(a)

    @property
    def read(self): return self.a

    @read.setter
    def read(self, value): self.a = value

    @functools.cached_property
    def once(self): return self.a

    def method(this, *args, **kwargs):
        return [lambda x, y=this: (x, y, args), kwargs]

    if condition:
        def conditional(self): return self


apply(lambda: None, lambda *a, **k: a)
