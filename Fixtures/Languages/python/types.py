"""Annotations, classes, aliases."""
x: int
y: "pkg.mod.Type" = make()
o: Optional["Quoted"] = None
u: A | None | "B"
d: Dict[str, list[Thing]]
t: tuple[int, ...] = ()
p: Tuple[A, B]
c: Callable[[A, B], Awaitable[R]]
e: Callable[..., R]
lit: Literal["a", "b"]
ann: Annotated[Client, Depends(get_client), "text"]
con: conlist(int, min_length=1)
deep: a.b.Generic[a.C[int], "D[E]"]
Alias = Union[A, "B"]
Named: TypeAlias = "pkg.Named"
type Modern[T] = list[T]


class Plain: pass


class Sub(Base, pkg.Mixin, Generic[T], metaclass=Meta):
    """Documented."""
    field: int
    other: ClassVar["Thing"] = Thing()
    bare = 3
    a, b = pair

    def f(self, q: Plain = bare) -> "Sub": ...


class Shape(Protocol[T]):
    size: int


class Bounded[T: Base, *Ts](make_base(T)):
    pass


cast("pkg.Type", value)
typing.cast(pkg.Type, value)
