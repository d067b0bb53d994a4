"""Fits ``src/headwater/account/data/name_kinds.json``: what the words of a name and around it say of its kind.

Fitted on the even passages of UNER English EWT (CC BY-SA 4.0) and wikigold (CC BY 4.0), on GUM (CC BY 4.0), CrossNER
(MIT) and the odd topics of ECB+ (CC BY 3.0; where nothing is labelled, nothing is learned). The odd passages and the
even topics are held out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from bench.labelled_names import Passage, crossner, ecb, gum, uner, wikigold
from bench.paths import SHARED
from headwater.account.particulars.kinds import kind_by_rule
from headwater.account.particulars.parts import parts_of
from headwater.account.particulars.traits import KINDS, traits_of

TARGET = Path(__file__).parents[1] / "src/headwater/account/data/name_kinds.json"
STRENGTH = 1.0  # of the L2 prior's inverse, as scikit-learn has it
LEAST_COUNT = 2
LEAST_WEIGHT = 0.04
Example = tuple[list[str], str]


def examples(passages: Iterable[Passage], *, partial: bool = False) -> list[Example]:
    """The traits and the gold kind of each name that the rules find; ``partial``: unlabelled ones are left out."""
    found: list[Example] = []
    for passage in passages:
        for part in parts_of(passage.article):
            start, end = part.words[0].start, part.words[-1].end
            kinds = [kind for a, b, kind in passage.gold if a < end and start < b]
            if kinds or not partial:
                found.append((traits_of(part, kind_by_rule(part)), kinds[-1] if kinds else "NONE"))
    return found


def fitted(data: list[Example], strength: float) -> dict[str, list[float]]:
    """The weights of each trait for each kind; the empty trait's are the intercepts."""
    from sklearn.feature_extraction import DictVectorizer  # heavy, and for this script alone
    from sklearn.linear_model import LogisticRegression

    counts: dict[str, int] = {}
    for traits, _ in data:
        for trait in traits:
            counts[trait] = counts.get(trait, 0) + 1
    vectorizer = DictVectorizer()
    rows = vectorizer.fit_transform([{t: 1.0 for t in traits if counts[t] >= LEAST_COUNT} for traits, _ in data])
    model = LogisticRegression(C=strength, max_iter=300).fit(rows, [kind for _, kind in data])
    order = [list(model.classes_).index(kind) for kind in KINDS]
    weights = {"": [round(float(model.intercept_[n]), 2) for n in order]}
    for at, trait in enumerate(vectorizer.get_feature_names_out()):
        row = [round(float(model.coef_[n][at]), 2) for n in order]
        if max(map(abs, row)) >= LEAST_WEIGHT:
            weights[trait] = row
    return weights


def training_data(shared: Path) -> list[Example]:
    """All examples to fit on."""
    whole = [*uner(shared)[::2], *wikigold(shared)[::2], *gum(shared), *crossner(shared)]
    return [*examples(whole), *examples(ecb(shared, odd=True), partial=True)]


def main() -> None:
    weights = fitted(training_data(SHARED), STRENGTH)
    lines = ",\n".join(
        f"{json.dumps(t, ensure_ascii=False)}:{json.dumps(row, separators=(',', ':'))}" for t, row in weights.items()
    )
    TARGET.write_text("{" + lines + "}\n", encoding="utf-8")
    print(f"{len(weights)} traits, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
