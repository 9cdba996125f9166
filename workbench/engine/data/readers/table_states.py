"""Columns of a table that say whether a row's translation is done, and rows that say it is not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.engine.data.readers.table_words import words_of

#: Headers by what "yes" in their column means.
_BAD_IF_TRUE = frozenset(
    ["fuzzy", "is fuzzy", "unapproved", "needs review", "needs work", "needs editing", "needs translation", "needs update", "to review", "draft", "is draft", "obsolete", "deprecated", "rejected", "do not use", "untranslated", "machine translated", "unscharf", "entwurf", "zu prüfen", "prüfung nötig", "muss geprüft werden", "nicht freigegeben", "à vérifier", "à revoir", "à relire", "brouillon", "approximatif", "flou", "obsolète", "por revisar", "borrador", "dudoso", "dudosa", "requiere revisión", "da rivedere", "bozza", "obsoleto", "rascunho", "a rever", "concept", "te controleren", "черновик", "неточный", "неточно", "требует проверки", "需审核", "待审核", "模糊", "草稿", "要確認", "要レビュー", "下書き", "검토 필요", "초안", "퍼지", "مسودة", "يحتاج مراجعة"]
)
_BAD_IF_FALSE = frozenset(
    ["approved", "is approved", "translated", "is translated", "final", "is final", "validated", "accepted", "signed off", "done", "finished", "complete", "completed", "freigegeben", "genehmigt", "bestätigt", "übersetzt", "fertig", "abgenommen", "approuvé", "approuvée", "validé", "validée", "traduit", "traduite", "terminé", "aprobado", "aprobada", "validado", "traducido", "traducida", "approvato", "approvata", "validato", "tradotto", "aprovado", "aprovada", "traduzido", "goedgekeurd", "vertaald", "godkänd", "godkendt", "hyväksytty", "schváleno", "zatwierdzone", "zatwierdzono", "jóváhagyva", "aprobat", "onaylandı", "утверждено", "утвержден", "утверждён", "переведено", "одобрено", "затверджено", "已批准", "已审核", "已翻译", "批准", "承認済み", "承認", "翻訳済み", "승인", "승인됨", "번역됨", "번역 완료", "معتمد", "مترجم"]
)
_STATE = frozenset(
    ["status", "state", "translation status", "translation state", "review status", "workflow", "workflow state", "stage", "status der übersetzung", "übersetzungsstatus", "bearbeitungsstand", "stand", "zustand", "statut", "état", "etat", "statut de traduction", "estado", "estado de traducción", "stato", "situação", "tila", "stav", "állapot", "stare", "durum", "статус", "состояние", "статус перевода", "стан", "κατάσταση", "状态", "狀態", "翻译状态", "状態", "ステータス", "상태", "번역 상태", "الحالة", "حالة", "סטטוס"]
)
_TRUE = frozenset(
    ["true", "yes", "y", "1", "x", "✓", "✔", "☑", "ja", "j", "oui", "o", "sí", "si", "s", "sim", "vrai", "wahr", "verdadero", "verdadeiro", "vero", "on", "fuzzy", "kyllä", "tak", "ano", "igen", "da", "evet", "да", "是", "はい", "예", "نعم", "כן", "istina", "áno"]
)
_FALSE = frozenset(
    ["false", "no", "n", "0", "nein", "non", "não", "nao", "nee", "nej", "nei", "faux", "falsch", "falso", "off", "ei", "nie", "ne", "nem", "nu", "hayır", "нет", "ні", "否", "いいえ", "아니요", "아니오", "لا", "לא", "✗", "✘", "☐", "−"]
)
_BAD_STATES = frozenset(
    ["fuzzy", "draft", "needs review", "needs work", "needs editing", "needs translation", "needs adaptation", "needs l10n", "needs update", "needs review translation", "needs review adaptation", "needs review l10n", "to review", "to be reviewed", "to be translated", "to translate", "under review", "in review", "unreviewed", "not reviewed", "untranslated", "not translated", "unapproved", "not approved", "rejected", "pending", "in progress", "todo", "to do", "unfinished", "incomplete", "missing", "obsolete", "vanished", "empty", "initial", "unconfirmed", "not final", "not done", "wip", "entwurf", "ungeprüft", "nicht geprüft", "nicht übersetzt", "unübersetzt", "nicht freigegeben", "abgelehnt", "zu prüfen", "in prüfung", "in arbeit", "in bearbeitung", "ausstehend", "unfertig", "unvollständig", "zu übersetzen", "unscharf", "brouillon", "à revoir", "à vérifier", "à relire", "à traduire", "non traduit", "non approuvé", "non validé", "rejeté", "refusé", "en attente", "en cours", "incomplet", "en révision", "borrador", "por revisar", "pendiente", "pendiente de revisión", "sin traducir", "no traducido", "no aprobado", "rechazado", "en revisión", "en curso", "en progreso", "incompleto", "bozza", "da rivedere", "da tradurre", "non tradotto", "non approvato", "rifiutato", "in sospeso", "in corso", "rascunho", "não traduzido", "não aprovado", "rejeitado", "pendente", "em revisão", "em andamento", "concept", "niet vertaald", "niet goedgekeurd", "afgewezen", "in behandeling", "utkast", "ej översatt", "kladde", "luonnos", "koncept", "návrh", "szkic", "robocze", "piszkozat", "ciornă", "taslak", "черновик", "не переведено", "не проверено", "не утверждено", "на проверке", "требует проверки", "отклонено", "в работе", "неточный", "чернетка", "未翻译", "待翻译", "未审核", "待审核", "草稿", "未批准", "已拒绝", "未完成", "未翻訳", "要確認", "レビュー待ち", "下書き", "未承認", "却下", "作業中", "미번역", "검토 필요", "검토 중", "초안", "미승인", "거부됨", "진행 중", "مسودة", "غير مترجم", "قيد المراجعة", "مرفوض", "غير معتمد"]
)
#: Words that mean "not done" only beside another known state, since elsewhere they may mean anything.
_BAD_IN_COMPANY = frozenset(["new", "neu", "nouveau", "nuevo", "nuovo", "novo", "новый", "open", "offen", "ouvert", "abierto", "新規", "新建", "신규", "mt", "machine"])
_GOOD_STATES = frozenset(
    ["approved", "final", "translated", "reviewed", "signed off", "confirmed", "validated", "done", "finished", "complete", "completed", "accepted", "ok", "freigegeben", "übersetzt", "geprüft", "fertig", "genehmigt", "bestätigt", "approuvé", "traduit", "validé", "relu", "terminé", "aprobado", "traducido", "revisado", "final es", "approvato", "tradotto", "revisionato", "aprovado", "traduzido", "revisto", "goedgekeurd", "vertaald", "утверждено", "переведено", "проверено", "готово", "已翻译", "已审核", "已批准", "完成", "翻訳済み", "承認済み", "完了", "번역됨", "승인됨", "완료", "검토됨", "مترجم", "معتمد"]
)
_BLANKS = re.compile(r"[\s_\-]+")


def _folded(cell: str) -> str:
    return _BLANKS.sub(" ", cell.strip().strip(".!*[]()").casefold()).strip()


@dataclass(frozen=True)
class StateColumn:
    """A column that says whether the row's translation counts.

    Attributes:
        column: 0-based.
        name: Its header.
        kind: ``fuzzy`` (yes is bad), ``approved`` (no is bad) or ``state`` (a word).
        company: Whether it holds states of translations for sure.
    """

    column: int
    name: str
    kind: str
    company: bool = False

    def refuses(self, cell: str) -> bool:
        """Whether a cell says that the row is not a finished translation; an empty cell does not say so."""
        value = _folded(cell)
        if not value:
            return False
        if self.kind == "fuzzy":
            return value in _TRUE or value in _BAD_STATES
        if value in _BAD_STATES or (self.kind == "approved" and value in _FALSE):
            return True
        return self.company and value in _BAD_IN_COMPANY


def state_columns(
    names: Sequence[str], rows: Iterable[Sequence[str]], sides: tuple[int, int]
) -> tuple[StateColumn, ...]:
    """The columns that say whether a translation is done, the two sides left out.

    Args:
        names: Header.
        rows: Sample of the cells below.
        sides: 0-based source and target column.
    """
    sample = list(rows)
    found = []
    for column, name in enumerate(names):
        words = words_of(name)
        phrase = " ".join(words)
        if column in sides or not phrase:
            continue
        values = {_folded(row[column]) for row in sample if column < len(row)} - {""}
        if phrase in _BAD_IF_TRUE and values <= _TRUE | _FALSE | _BAD_STATES | _GOOD_STATES:
            found.append(StateColumn(column, name, "fuzzy"))
        elif _has(words, _BAD_IF_FALSE) and len(values & (_TRUE | _FALSE | _BAD_STATES | _GOOD_STATES)) * 2 >= len(values):
            found.append(StateColumn(column, name, "approved"))
        elif _has(words, _STATE) or _is_state_like(values):
            found.append(StateColumn(column, name, "state", bool(values & (_BAD_STATES | _GOOD_STATES))))
    return tuple(found)


def _has(words: list[str], known: frozenset[str]) -> bool:
    """Whether a header is one of these phrases, or has one of them among its words (``Status (DE)``)."""
    return " ".join(words) in known or any(word in known for word in words)


def _is_state_like(values: set[str]) -> bool:
    """Whether a column of another name holds nothing but states of translations, good ones and bad ones."""
    return bool(values & _GOOD_STATES) and bool(values & _BAD_STATES) and values <= _GOOD_STATES | _BAD_STATES
