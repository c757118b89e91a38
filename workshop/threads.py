"""Heavy work runs in a thread of its own, so that nobody's cards wait for a password or a document."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from gevent import get_hub, monkey

T = TypeVar("T")


def run_in_thread(work: Callable[..., T], *arguments: object) -> T:
    """Do work that only takes the processor, in a thread of its own while the server runs.

    Args:
        work: touches no database and no connection.
        arguments: what it works on.
    """
    if not monkey.is_module_patched("socket"):
        return work(*arguments)
    done: T = get_hub().threadpool.apply(work, arguments)
    return done
