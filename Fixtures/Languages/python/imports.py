"""Every form of import.

The second paragraph."""
from __future__ import annotations

import os
import a.b.c
import a.b.d as d, e
from m import x, y as z
from m.n import (
    one,
    two as three,
)
from . import sibling
from .. import parent as p
from ...far.away import thing
from .stars import *

try:
    import fast as codec
except ImportError:
    import slow as codec

if TYPE_CHECKING:
    from types_only import T


def inside():
    import local
    from local import member
    return local, member, importlib.import_module("by.name"), __import__("builtin")


class Holder:
    from held import value
