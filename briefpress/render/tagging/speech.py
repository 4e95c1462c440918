"""What is heard of a block: run after run, whole words apart, and the text itself in each mark."""

from briefpress.render.tagging.nodes import Node
from briefpress.render.tagging.survey import Run
from briefpress.render.tagging.wording import SOFT_HYPHEN, Wording

_PLAIN = str.maketrans({"\N{NO-BREAK SPACE}": " ", "\u200b": None, SOFT_HYPHEN: None})
ITSELF = Wording(0)


class Speech:
    """Follows the runs of one block after another and mends their marks.

    The engine drops the space at the end of a line, and draws a hyphen where it breaks a word. Both
    would be heard: as words that run together, and as words in two pieces.
    """

    def __init__(self) -> None:
        """Nothing has been said."""
        self.text = ""
        self._last: tuple[Run, str, Node | None] | None = None
        self._pause = False

    def say(
        self,
        run: Run,
        wording: Wording = ITSELF,
        *,
        instead: str = "",
        written: Node | None = None,
    ) -> None:
        """The next run; `instead` is what it stands for if that is not its text.

        One that is drawn the other way is `written` out in its element, for no order of glyphs says
        what is heard.
        """
        text = instead or run.text
        if wording.broken:
            text = text[: -len(run.hyphen)].removesuffix(SOFT_HYPHEN) + SOFT_HYPHEN
        apart = self._pause or wording.before
        self._end_last(apart=apart and not text[:1].isspace())
        self.text += " " * apart + text.removesuffix(SOFT_HYPHEN)
        self._last, self._pause = (run, text, written), wording.after

    def pause(self) -> None:
        """What follows is another word, whatever stands between."""
        self._pause = True

    def stop(self) -> None:
        """The block ends."""
        self._end_last(apart=False)
        self.text, self._pause = "", False

    def _end_last(self, *, apart: bool) -> None:
        if self._last is None:
            return
        (run, text, written), self._last = self._last, None
        if written is not None:
            written.keys["ActualText"] = f"{text.rstrip()} " if apart else text
            return
        mark, must = run.mark, text.endswith(SOFT_HYPHEN)
        if apart and not mark.shown[-1:].isspace() and not mark.add_space():
            text, must = f"{text.rstrip()} ", True
        if must or text.translate(_PLAIN).rstrip() != mark.shown.translate(_PLAIN).rstrip():
            mark.stand_for(f"{text.rstrip()} " if apart else text)
