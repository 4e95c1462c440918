"""Arrays: numpy, imported once and told to work in one thread.

Pictures of pages are small, and by itself its library starts a thread for each core: a process with
more than one cannot be forked, so every worker would have to start from nothing.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from numpy.typing import NDArray

__all__ = ["NDArray", "np"]
