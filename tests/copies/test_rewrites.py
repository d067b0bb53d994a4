from __future__ import annotations

from dataclasses import replace

from headwater.copies import CopySettings, count_origins, find_reuses, find_rewrites
from headwater.copies.rewrites import needed_probability
from headwater.model.article import Article
from headwater.model.reuse import Direction, Match, Origins, Reuse, ReuseKind
from tests.builders import make_article
from tests.copies.texts import CHOIR, DOCK, DOCK_INDEPENDENT, DOCK_REWRITTEN

SETTINGS = CopySettings()


def story(*articles: Article) -> tuple[tuple[Reuse, ...], Origins]:
    reuses = find_rewrites(articles, find_reuses(articles, settings=SETTINGS), settings=SETTINGS)
    return reuses, count_origins(articles, reuses, settings=SETTINGS)


def test_a_text_told_again_in_other_words_is_a_rewrite() -> None:
    (reuse,), _ = story(make_article(DOCK), make_article(DOCK_REWRITTEN))
    assert reuse.kind is ReuseKind.REWRITE
    assert any(passage.match is Match.REWORDED for passage in reuse.passages)


def test_the_passages_of_a_rewrite_put_like_beside_like() -> None:
    articles = {article.id: article for article in (make_article(DOCK), make_article(DOCK_REWRITTEN))}
    (reuse,), _ = story(*articles.values())
    for passage in reuse.passages:
        of_a = articles[reuse.a].text[passage.a_start : passage.a_end]
        of_b = articles[reuse.b].text[passage.b_start : passage.b_end]
        assert any(word in of_b for word in of_a.split() if len(word) > 4)


def test_an_independent_report_of_the_same_event_is_no_rewrite() -> None:
    reuses, origins = story(make_article(DOCK), make_article(DOCK_INDEPENDENT))
    assert reuses == ()
    assert (origins.range.min, origins.range.max) == (2, 2)


def test_a_rewrite_is_not_an_independent_origin() -> None:
    _, origins = story(make_article(DOCK), make_article(DOCK_REWRITTEN), make_article(DOCK_INDEPENDENT))
    assert origins.range.min == 2


def test_a_rewrite_with_much_of_its_own_on_both_sides_leaves_the_count_open() -> None:
    body = DOCK_REWRITTEN[:420] + " " + DOCK_INDEPENDENT
    reuse = Reuse("a_1", "a_2", ReuseKind.REWRITE, Direction.UNKNOWN, 0.05, 0.05, (), ("Other words.",))
    articles = [make_article(DOCK, id="a_1"), make_article(body, id="a_2")]
    origins = count_origins(articles, [reuse], settings=SETTINGS)
    assert (origins.range.min, origins.range.max) == (1, 2)
    assert origins.maybe_joined[0].reasons


def test_reuses_of_other_stories_are_left_out() -> None:
    a, b, c = make_article(DOCK, outlet="A"), make_article(DOCK, outlet="B"), make_article(CHOIR)
    reuses = find_reuses([a, b, c], settings=SETTINGS)
    assert find_rewrites([a, c], reuses, settings=SETTINGS) == ()


def test_a_notice_of_a_few_sentences_told_again_is_a_rewrite_and_one_that_tells_another_part_is_none() -> None:
    notice, retold, other = (". ".join(of.split(". ")[:2]) + "." for of in (DOCK, DOCK_REWRITTEN, DOCK_INDEPENDENT))
    (reuse,), _ = story(make_article(notice), make_article(retold))
    assert reuse.kind is ReuseKind.REWRITE
    assert story(make_article(notice), make_article(other))[0] == ()


def test_the_bar_rises_the_shorter_a_text_is_and_never_lies_below_that_of_the_settings() -> None:
    bars = [needed_probability(words, explained=False, settings=SETTINGS) for words in (10, 25, 50, 100, 199)]
    assert bars == sorted(bars, reverse=True)
    assert bars[0] == bars[1] > bars[2] > bars[-1] > SETTINGS.rewrite_probability
    assert needed_probability(200, explained=False, settings=SETTINGS) == SETTINGS.rewrite_probability
    strict = replace(SETTINGS, rewrite_probability=0.999)
    assert needed_probability(25, explained=True, settings=strict) == 0.999


def test_short_texts_are_not_judged() -> None:
    reuses, _ = story(
        make_article("Dock shut for two years."), make_article("The dock is shut for two years, they say.")
    )
    assert reuses == ()
