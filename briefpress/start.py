"""Start: what begins something new, written whole or not at all."""

import os
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from briefpress.catalogue import severity_of
from briefpress.diagnostics import Diagnostic, in_order
from briefpress.load import SERIES, load, read_boardless, read_starter
from briefpress.model.library import Library
from briefpress.order import Request
from briefpress.packs.answers import Answers
from briefpress.packs.lettering import Lettering
from briefpress.packs.logo import Faces
from briefpress.packs.newbrand import Ground, new_brand
from briefpress.packs.specimen import specimen_packs
from briefpress.write import try_folder, write_files

TEMPLATE = PurePosixPath("brand.yaml.j2")
HEAVY, LIGHT = "700Bold.ttf", "500Medium.ttf"
"""How the names of the fonts end that names are drawn with."""


@dataclass(frozen=True)
class Begun:
    """Where a pack has been put, and what stands against it."""

    folder: Path
    diagnostics: tuple[Diagnostic, ...]


def start_publication(folder: Path) -> tuple[Diagnostic, ...]:
    """Write the starter publication into a folder that is new or empty."""
    return _refused(folder) or write_files(folder, read_starter("publication"))


def start_specimen(request: Request, folder: Path, count: int) -> tuple[Diagnostic, ...]:
    """Write the publication with so many invented boards into a folder that is new or empty."""
    loaded = load(request.source, request.layouts, request.today)
    library = loaded.library
    if library is None:
        return in_order(loaded.diagnostics)
    audiences, issued = tuple(library.audiences), library.publication.issued
    packs = specimen_packs(count, audiences, issued, _faces(library))
    files = {
        **read_boardless(request.source),
        **{PurePosixPath("brands") / path: data for path, data in packs},
    }
    return _refused(folder) or write_files(folder / "source", files)


def find_ground(request: Request, program: str) -> tuple[Ground | None, tuple[Diagnostic, ...]]:
    """What a new brand of a publication is made on, or why none can be made."""
    loaded = load(request.source, request.layouts, request.today)
    library = loaded.library
    if library is None:
        return None, in_order(loaded.diagnostics)
    if SERIES not in library.brands:
        code, cure = "BRAND-PARENT", f"mend or write {request.source}/brands/{SERIES}/brand.yaml"
        message = f"there is no {SERIES} that a new brand could extend"
        return None, (Diagnostic(code, severity_of(code), message, hint=cure),)
    ground = Ground(
        template=read_starter("brand")[TEMPLATE].decode(),
        series=library.brands[SERIES].data,
        audiences=tuple(library.audiences),
        today=request.today,
        program=program,
        faces=_faces(library),
    )
    return ground, ()


def has_brand(source: Path, slug: str) -> bool:
    """Whether something of that name is among the brands already."""
    return os.path.lexists(source / "brands" / slug)


def start_brand(request: Request, ground: Ground, answers: Answers) -> Begun:
    """Write a new pack, load it with all the others, and say what stands against it."""
    folder = request.source / "brands" / answers.slug
    faults = write_files(folder, new_brand(answers, ground))
    if faults:
        return Begun(folder, faults)
    found = load(request.source, request.layouts, request.today).diagnostics
    mine = (d for d in found if answers.slug in (d.scope.brands or ()))
    return Begun(folder, in_order(mine))


def _refused(folder: Path) -> tuple[Diagnostic, ...]:
    """Why nothing can begin in a folder."""
    refused = try_folder(folder)
    if not refused and any(folder.iterdir()):
        message = f"{folder} is there already, and is not empty"
        return (Diagnostic("WRITE", severity_of("WRITE"), message, hint="name another folder"),)
    return refused


def _faces(library: Library) -> Faces | None:
    """The letters of the layouts' own fonts, if they have them."""
    fonts = {
        name: data for layout in library.layouts.values() for name, data in layout.fonts.items()
    }
    heavy = next((data for name, data in fonts.items() if name.endswith(HEAVY)), None)
    light = next((data for name, data in fonts.items() if name.endswith(LIGHT)), None)
    return Faces(Lettering(heavy), Lettering(light)) if heavy and light else None
