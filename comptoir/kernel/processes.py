"""Processes that must not outlive the one that started them."""

from __future__ import annotations

import ctypes
import os
import signal
import sys

PARENT = "COMPTOIR_PARENT_PID"
PR_SET_PDEATHSIG = 1


def adopt_children() -> None:
    """Mark this process as the parent of what it starts from here on."""
    os.environ[PARENT] = str(os.getpid())


def leave_with_parent() -> None:
    """Have the kernel end this process when the one that called `adopt_children` dies, even killed outright (Linux).

    Does nothing in a process that somebody else started: a web server of the merchant's own, a test.
    """
    if sys.platform == "linux" and os.environ.get(PARENT) == str(os.getppid()):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
