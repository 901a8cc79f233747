from settings import client as shared_client  # noqa: F401
from settings import *  # noqa: F401,F403
