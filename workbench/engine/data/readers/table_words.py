"""Words that headers of translation tables use, in many languages: what a column is for."""

from __future__ import annotations

import re
from functools import lru_cache

SOURCE, TARGET, TEXT, OTHER = "source", "target", "text", "other"

_SOURCE = """
source | src | source text | source sentence | source string | source segment | source term | source content | original
| original text | sentence1 | msgid | input | prompt | question | from
| quelle | quelltext | quellsatz | quellsegment | ausgangstext | ausgangssprache | ausgangssatz | originaltext | frage
| quellsprache | ausgangsbegriff | origine | texte source | texte original | texte d origine | langue source | phrase source
| terme source | source fr | question fr | fuente | texto fuente | texto origen | origen | texto original | lengua origen
| idioma origen | original es | pregunta | fonte | testo originale | testo di partenza | originale | testo sorgente
| sorgente | domanda | pergunta | texto de origem | origem | texto de partida | brontekst | bron | origineel
| brontaal | källtext | källa | kildetekst | kilde | lähde | lähdeteksti | zdroj | zdrojový text | originál
| źródło | tekst źródłowy | oryginał | źródłowy | forrás | forrásszöveg | eredeti | sursă | text sursă | kaynak
| kaynak metin | orijinal | исходный текст | исходный | источник | оригинал | исходник | вопрос | вихідний текст | оригінал
| джерело | изходен текст | πηγή | πρωτότυπο | κείμενο πηγής | المصدر | النص الأصلي | النص المصدر | النص | מקור
| טקסט מקור | متن اصلی | مبدا | स्रोत | मूल | ต้นฉบับ | nguồn | văn bản gốc | bản gốc | sumber | teks sumber | asli
| 原文 | 源文 | 源文本 | 源语言 | 源语 | 源 | 源字符串 | 來源 | 來源文字 | 原文テキスト | 原語 | ソース | 元の文 | 元テキスト | 原稿
| 원문 | 소스 | 원본 | 출발어 | 출발 텍스트
"""
_TARGET = """
target | tgt | trg | target text | target sentence | target string | target segment | target term | translation
| translations | translated | translated text | translated string | translation text | output | response | answer
| sentence2 | msgstr | to | localized | localised | localization | localized text | hypothesis | your translation
| ziel | zieltext | zielsprache | zielsatz | zielsegment | zielbegriff | übersetzung | übersetzungen | übersetzt
| übersetzter text | antwort | cible | texte cible | langue cible | phrase cible | terme cible | traduction | traductions
| texte traduit | traduit | réponse | traducción | traducciones | texto traducido | traducido | destino | texto destino
| texto meta | lengua meta | idioma destino | respuesta | traduzione | traduzioni | testo tradotto | testo di arrivo
| destinazione | risposta | tradução | traduções | texto traduzido | texto de chegada | resposta | alvo | vertaling
| doel | doeltekst | doeltaal | vertaald | antwoord | översättning | måltext | översatt | oversættelse | oversættelser
| måltekst | oversettelse | käännös | kohde | kohdeteksti | překlad | cíl | cílový text | preklad | prijevod | prevod
| tłumaczenie | tekst docelowy | przekład | cel | docelowy | fordítás | célszöveg | traducere | țintă | text țintă
| çeviri | hedef | hedef metin | перевод | переводы | целевой текст | целевой | ответ | переклад | цільовий текст | превод
| μετάφραση | κείμενο στόχου | ترجمة | الترجمة | النص المترجم | الهدف | תרגום | יעד | ترجمه | अनुवाद | लक्ष्य | คำแปล
| bản dịch | dịch | đích | terjemahan | sasaran | tõlge | tulkojums | vertimas | traducció | itzulpena
| 译文 | 翻译 | 譯文 | 翻譯 | 目标 | 目标文本 | 目标语言 | 目标语 | 译文文本 | 訳文 | 翻訳 | 訳 | 和訳 | 対訳 | ターゲット | 翻訳文
| 번역 | 번역문 | 대상 | 도착어 | 타겟 | 타깃
"""
_TEXT = """
text | sentence | sentences | string | strings | term | terms | word | words | phrase | phrases | segment | segments
| expression | content | message | value | utterance | line | caption | label
| satz | sätze | wort | wörter | begriff | ausdruck | zeichenkette | benennung | texte | mot | mots | terme | phrase fr
| chaîne | libellé | texto | oración | frase | frases | palabra | palabras | término | cadena | testo | parola | parole
| termine | stringa | palavra | palavras | termo | tekst | zin | woord | mening | ord | sana | lause | věta | slovo
| zdanie | słowo | mondat | szó | cümle | kelime | текст | предложение | слово | фраза | термин | строка | нص | جملة | كلمة
| 文本 | 句子 | 词 | 单词 | 词语 | 術語 | 术语 | 文 | 文字列 | 単語 | 用語 | 문장 | 단어 | 텍스트 | 용어
"""
#: Single words; a header that has one of them among others is no side of a pair.
_OTHER = """
id ids uid uuid guid index idx key keys no nr num number numbers row rank order position pos count
comment comments note notes notice remark remarks remarques remarque explanation explanations description descriptions
definition definitions example examples hint hints info information instruction instructions
context contexts location locations reference references ref file files filename path url uri link links screenshot
image resource resources module page page screen section chapter category categories class type types kind domain
domains subject topic tag tags label-id
status state states fuzzy approved approval reviewed reviewer review checked verified proofread confirmed translated-by
author authors translator user speaker name-of owner editor date dates created modified updated changed time timestamp
version versions score scores quality confidence priority level length maxlength max chars characters size license
licence gender genus plural pronunciation transcription romanization phonetic ipa frequency freq provider project client
developer-comments extracted origin-file obsolete flag flags percent match
nummer nummern lfd laufnummer kennung schlüssel bezeichner zeile reihenfolge bemerkung bemerkungen anmerkung
anmerkungen kommentar kommentare notiz notizen hinweis hinweise erläuterung beschreibung definitionen kontext datei
dateiname pfad quelldatei seite kapitel kategorie typ art wortart fachgebiet bereich thema stand zustand freigegeben
freigabe geprüft geprüft-am prüfer korrektur bearbeiter übersetzer autor datum erstellt geändert länge bild sprecher
numéro numero clé cle identifiant ligne commentaire commentaires note-fr observation observations explication
définition contexte fichier emplacement chemin page catégorie domaine thème statut état etat approuvé validé vérifié
relu auteur traducteur date-fr longueur révision réviseur
número núm clave identificador línea fila comentario comentarios nota notas observación observaciones explicación
descripción definición contexto archivo fichero ruta ubicación página categoría tipo ámbito dominio estado aprobado
revisado verificado autor traductor fecha longitud
chiave identificativo riga commento commenti nota-it osservazioni spiegazione descrizione definizione contesto
percorso pagina categoria ambito dominio-it stato approvato revisionato verificato autore traduttore data
chave linha comentário comentários observação observações descrição definição arquivo caminho página-pt situação
aprovado revisto tradutor
nummer-nl opmerking opmerkingen toelichting bestand categorie goedgekeurd auteur-nl vertaler datum-nl
kommentti huomautus tila avain numero-fi anmärkning kommentarer kommentar-sv nyckel fil
poznámka poznámky komentář klíč soubor stav uwagi uwaga komentarz komentarze klucz plik kontekst kategoria data-pl
megjegyzés megjegyzések kulcs fájl állapot notă observații cheie stare açıklama not notlar anahtar durum dosya
номер ключ идентификатор комментарий комментарии примечание примечания заметка заметки описание контекст файл путь
категория тип статус состояние утверждено проверено автор переводчик дата длина раздел
ключ-uk коментар примітка статус-uk σχόλια σχόλιο σημειώσεις κλειδί αρχείο κατάσταση
معرف رقم مفتاح ملاحظات ملاحظة تعليق تعليقات سياق ملف حالة تاريخ הערה הערות מפתח סטטוס תאריך
编号 序号 键 键值 标识 备注 注释 说明 描述 上下文 语境 文件 路径 类别 分类 类型 状态 审核 审校 作者 译者 日期 时间 长度 来源文件
編號 備註 註解 說明 狀態 檔案 番号 キー 備考 コメント 注記 注釈 メモ 説明 文脈 コンテキスト ファイル 分類 種類 状態 ステータス
承認 承認済み 翻訳者 日付 長さ 번호 순번 키 식별자 비고 메모 주석 설명 코멘트 문맥 맥락 파일 경로 분류 유형 상태 승인 승인됨 번역자
작성자 날짜 길이
"""
#: Language codes that are also words or usual headings; such a column's cells must agree before it counts as a language.
AMBIGUOUS_CODES = frozenset(
    ["id", "no", "it", "is", "am", "as", "be", "he", "la", "my", "or", "so", "to", "in", "se", "si", "ne", "ms", "ps", "rm", "pa", "mi", "ha", "lo", "ku", "om", "an", "br", "co", "et", "mar", "may", "per", "fin", "dan", "sin", "cat", "mac", "mon", "que", "arm", "som", "fas", "est", "ind", "lat", "tam", "tel", "ben", "gel", "pl", "sk", "sl", "cs", "mt", "ml", "nn", "pan", "cy", "my", "hi", "nb"]
)
#: Of these, words of running text: a first row of two of them may well be a pair of a word list.
SMALL_WORDS = frozenset(["la", "it", "is", "no", "my", "to", "so", "or", "he", "be", "am", "as", "in", "id", "se", "si", "ne", "de", "en", "el", "et", "es", "an", "da", "lo", "br"])


def _phrases(text: str) -> frozenset[str]:
    return frozenset(" ".join(phrase.split()) for phrase in text.split("|"))


_ROLES = (
    dict.fromkeys(_phrases(_TEXT), TEXT)
    | dict.fromkeys(_phrases(_TARGET), TARGET)
    | dict.fromkeys(_phrases(_SOURCE), SOURCE)
)
_OTHERS = frozenset(word for word in _OTHER.split() if "-" not in word)
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])")
_NOT_LETTERS = re.compile(r"[\W\d_]+")
#: Beginnings of words that hold a remark, whatever follows ("Übersetzungskommentar", "commentaires").
_REMARK = re.compile(r"kommentar|comment|bemerkung|anmerkung|hinweis|notiz|remarqu|observa|примечан|комментар|備考|备注")


def words_of(name: str) -> list[str]:
    """The words of a header, casefolded: ``translatorComments`` is ``translator``, ``comments``."""
    return [word for word in _NOT_LETTERS.split(_CAMEL.sub(" ", name).casefold()) if word]


@lru_cache(maxsize=4096)
def role_of(name: str) -> str:
    """What a header says its column is for: ``source``, ``target``, ``text``, ``other``, or "" when it does not say."""
    words = words_of(name)
    phrase = " ".join(words)
    if not words or len(words) > 6:
        return "other" if name.strip() in ("#", "№", "##") else ""
    if phrase in _ROLES:
        return _ROLES[phrase]
    if any(word in _OTHERS or _REMARK.search(word) for word in words):
        return OTHER
    found = [_ROLES[word] for word in words if word in _ROLES]
    for role in (TARGET, SOURCE):
        if role in found:
            return role
    return TEXT if found else ""
