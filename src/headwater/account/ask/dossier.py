"""The dossier of any name that a story knows."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz

from headwater.account.compared import Compared
from headwater.account.tell.dossier import build_dossier
from headwater.account.tell.subject import subject_of
from headwater.model.account import Dossier, Entity
from headwater.model.reuse import Origins

_NEAR = 60.0  # percent of likeness from which a name may have been meant
_MOST_NEAR = 5


def dossier_of(name: str, compared: Compared, origins: Origins) -> tuple[Entity, Dossier] | None:
    """The entity that goes by ``name`` in the story and what the story says about it; None where there is none."""
    entities = compared.aligned.entities
    wanted = " ".join(name.casefold().removeprefix("the ").split())
    exact = [e for e in entities.entities if any(form.text.casefold() == wanted for form in e.forms)]
    id = exact[0].id if exact else entities.named(name)
    if id is None:
        return None
    entity = entities.entity(id)
    subject = subject_of(entity, entities, compared.alignments)
    return entity, build_dossier(subject, compared.alignments, origins)


def near_names(name: str, known: Iterable[Entity]) -> tuple[str, ...]:
    """The names most like ``name``, the likest first; none where nothing is like it."""
    wanted = name.casefold()
    scored = {
        entity.name: max(
            fuzz.WRatio(wanted, form.text.casefold()) for form in entity.forms
        )
        for entity in known
    }  # fmt: skip
    ranked = sorted(scored, key=lambda each: (-scored[each], each))
    return tuple(each for each in ranked if scored[each] >= _NEAR)[:_MOST_NEAR]
