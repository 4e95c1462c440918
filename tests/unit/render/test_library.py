"""The import of the engine: no program is started for it, and no library goes missing."""

import subprocess
import sys

LOOK = """
import sys
started = []
hook = lambda event, args: started.append(args[0]) if event == "subprocess.Popen" else None
sys.addaudithook(hook)
import ctypes.util
before = ctypes.util.find_library
import briefpress.render.library
from weasyprint.text import ffi
print(started, ffi.harfbuzz_subset is not None, ctypes.util.find_library is before)
"""


def test_no_program_is_started_to_find_libraries() -> None:
    said = subprocess.run(
        [sys.executable, "-c", LOOK], capture_output=True, text=True, check=True, cwd="."
    )
    assert said.stdout.strip() == "[] True True"
