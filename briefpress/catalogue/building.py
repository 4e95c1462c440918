"""Codes of building: what was asked for, the processes that do it, and the disk that takes it."""

from briefpress.catalogue.rule import Rule
from briefpress.diagnostics import Severity

_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

RULES: tuple[Rule, ...] = (
    Rule(
        "WRITE",
        _E,
        "A file cannot be written",
        "The system refused. The old version of the file, if there was one, is kept.",
        "Make room, or check the permissions of the output folder.",
        proves="Each file was handed to the disk whole, and the manifest after all others.",
        limit="Who changes a file afterwards is found out by its hash in the manifest.",
    ),
    Rule(
        "BUILD-HELD",
        _E,
        "Another build is at work in the output folder",
        "Two builds would write over each other. One at a time holds the folder; one that has died "
        "holds nothing.",
        "Wait until it is done, or name another folder with --output.",
        proves="While this build wrote, no other one did.",
        limit="Programs that are no builds may write there at any time.",
    ),
    Rule(
        "CLUSTER",
        _E,
        "The cluster cannot do the work",
        "Nobody answers at the address, it has no workers, or what its workers have installed is "
        "not what is installed here: the same source would give other bytes.",
        "Start a scheduler and workers with the same versions, or build without --cluster.",
        proves="Every worker of the cluster has the program, packages and libraries of this one.",
        limit="It is asked before the work begins; a worker that joins later is not.",
    ),
    Rule(
        "OUTPUT-FOREIGN",
        _N,
        "A file in the output folder that no build has made, or that somebody has changed",
        "Builds remove what they have made and would not make again. They touch nothing else.",
        "Move it elsewhere: whoever finds it here takes it for one of the documents.",
        proves="Every other file of the folder was made by a build, or is hidden.",
        limit="Nobody knows what such a file says.",
    ),
    Rule(
        "SELECTION",
        _E,
        "Nothing to build",
        "No edition has this brand, audience, layout and format.",
        "`briefpress list` shows all editions.",
        proves="Every name on the command line is that of something.",
        limit="It may not be what the user had in mind.",
    ),
    Rule(
        "EXCEPTION-CODE",
        _E,
        "An exception for a code that cannot be silenced",
        "What guards a reader is never silenced, nor is a code that does not exist.",
        "Mend the fault; `briefpress explain CODE` says whether a code can be silenced.",
        proves="Only codes of judgement are silenced.",
        limit="Whether the reason is a good one, nobody but a person can say.",
    ),
    Rule(
        "EXCEPTION-STALE",
        _W,
        "An exception that silences nothing",
        "It has expired, names something that does not exist, or what it silenced is mended.",
        "Take it out of preflight-exceptions.yaml, or decide again.",
        proves="Each exception for an edition that was made is needed, and holds on this day.",
        limit="Exceptions for editions that were not made are not judged.",
    ),
    Rule(
        "WORKER-LOST",
        _E,
        "A rendering process died",
        "The process that rendered the document was ended from outside, took over three minutes, "
        "or needed over a gigabyte of memory.",
        "Build again; if it dies again, build with fewer --jobs.",
        proves="Each document was made by a process that lived to hand it over.",
        limit="Nothing is known of the machine's health.",
    ),
)
