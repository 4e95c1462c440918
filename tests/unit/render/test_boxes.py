"""The box tree read: where text stands on the page, in mm."""

import pytest

from tests.unit.render.support import proof

REFERENCE = '<span class="page-ref">\N{NO-BREAK SPACE}p166</span>'


def test_where_a_line_stands_and_how_large_it_is() -> None:
    (page,) = proof("<p>word</p>", "p{margin:5mm 0 0 7mm}").pages
    (run,) = page.runs
    assert (page.width, page.height) == pytest.approx((100, 100))
    assert (run.text, run.clip) == ("word", None)
    assert (run.x, run.size) == pytest.approx((17, 10))
    assert run.y == pytest.approx(15 + (14 * 25.4 / 72 - run.height) / 2, abs=0.05)
    assert 5 < run.width < 12


def test_clips_are_the_padding_boxes_of_all_that_hide_their_overflow() -> None:
    body = '<div class="out"><div class="in">word</div></div>'
    css = (
        ".out{margin:5mm; width:40mm; padding:1mm; height:20mm; overflow:hidden}"
        ".in{width:60mm; height:9mm; overflow:hidden; border:1mm solid}"
    )
    (run,) = proof(body, css).pages[0].runs
    assert run.clip == pytest.approx((17, 17, 57, 26), abs=0.01)


def test_text_that_is_not_seen_is_no_run() -> None:
    (page,) = proof("<p>a</p><p>b</p>", "p + p{visibility:hidden}").pages
    assert [run.text for run in page.runs] == ["a"]


def test_running_matter_is_on_every_page() -> None:
    css = '@page{@top-left{content:"head" counter(page)}} p + p{break-before:page}'
    pages = proof("<p>a</p><p>b</p>", css).pages
    assert [[run.text for run in page.runs] for page in pages] == [["a", "head1"], ["b", "head2"]]


def test_a_page_reference_is_never_parted_from_the_word_before_it() -> None:
    body = "".join(
        f'<p style="width:{20 + step * 0.7}mm">Some words that end with a reference{REFERENCE}. '
        f"<b>Again</b>{REFERENCE} and on</p>"
        for step in range(60)
    )
    found = proof(body, ".page-ref{white-space:nowrap; font-size:.8em}")
    starts = [run for page in found.pages for run in page.runs if run.x < 10.01]
    assert len(starts) > 100
    assert not [run.text for run in starts if "p166" in run.text]


def test_a_transform_moves_the_line_and_its_clip_and_changes_its_size() -> None:
    css = "div{width:30mm; height:9mm; overflow:hidden; transform-origin:0 0; transform:%s}"
    body = "<div><p>word</p></div>"
    (plain,) = proof(body, css % "none").pages[0].runs
    (moved,) = proof(body, css % "translate(20mm, 30mm) scale(2)").pages[0].runs
    assert (moved.x, moved.size) == pytest.approx((30, 20), abs=0.01)
    assert (moved.width, moved.height) == pytest.approx((2 * plain.width, 2 * plain.height))
    assert moved.clip == pytest.approx((30, 40, 90, 58), abs=0.01)


def test_transforms_add_up_and_the_smaller_side_is_the_size() -> None:
    body = "<div><p>several words</p></div>"
    css = "div{transform:rotate(90deg)} p{transform:scale(.5, .8)}"
    (found,) = proof(body, css).pages[0].runs
    assert found.size == pytest.approx(5)
    assert found.height > 1.5 * found.width
