"""Tables such as people have, generated from sentences of our own, and whether each is read right without a flag.

    python -m tests.cases.generated_tables

prints one line for each table (what was read, right or wrong, whether a warning was given) and the sum. The tables
differ in format, sheets, title rows, header, language names, identifiers, notes, dates, states, order of the columns,
delimiter, quoting and encoding. A reading is right when its pairs are exactly those that were put in, in the right
direction.
"""

from __future__ import annotations

import csv
import io
import json
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

from workbench.engine.core.errors import CorpusError
from workbench.engine.corpora.readers import read_pairs
from workbench.engine.corpora.readers.tables.table_reading import TableReading

TEXTS: dict[str, tuple[str, ...]] = {
    "en": (
        "The kettle is on the stove.",
        "Where did you leave the blue umbrella?",
        "Our train was two hours late.",
        "Please sign both copies of the form.",
        "He sold his bicycle to a neighbour.",
        "It has been raining since Monday!",
        "The bakery opens at six in the morning.",
        "I cannot find the key to the cellar.",
        "They painted the fence green.",
        "Turn left after the second bridge.",
        "My sister plays the cello.",
        "Nobody told us about the meeting.",
    ),
    "fr": (
        "La bouilloire est sur la cuisinière.",
        "Où as-tu laissé le parapluie bleu ?",
        "Notre train avait deux heures de retard.",
        "Veuillez signer les deux exemplaires du formulaire.",
        "Il a vendu son vélo à un voisin.",
        "Il pleut depuis lundi !",
        "La boulangerie ouvre à six heures du matin.",
        "Je ne trouve pas la clé de la cave.",
        "Ils ont peint la clôture en vert.",
        "Tournez à gauche après le deuxième pont.",
        "Ma sœur joue du violoncelle.",
        "Personne ne nous a parlé de la réunion.",
    ),
    "de": (
        "Der Kessel steht auf dem Herd.",
        "Wo hast du den blauen Schirm gelassen?",
        "Unser Zug hatte zwei Stunden Verspätung.",
        "Bitte unterschreiben Sie beide Exemplare des Formulars.",
        "Er hat sein Fahrrad an einen Nachbarn verkauft.",
        "Es regnet seit Montag!",
        "Die Bäckerei öffnet um sechs Uhr morgens.",
        "Ich finde den Schlüssel zum Keller nicht.",
        "Sie haben den Zaun grün gestrichen.",
        "Biegen Sie nach der zweiten Brücke links ab.",
        "Meine Schwester spielt Cello.",
        "Niemand hat uns von der Besprechung erzählt.",
    ),
    "es": (
        "La tetera está en el fogón.",
        "¿Dónde dejaste el paraguas azul?",
        "Nuestro tren llegó con dos horas de retraso.",
        "Firme las dos copias del formulario, por favor.",
        "Vendió su bicicleta a un vecino.",
        "¡Llueve desde el lunes!",
        "La panadería abre a las seis de la mañana.",
        "No encuentro la llave del sótano.",
        "Pintaron la valla de verde.",
        "Gire a la izquierda después del segundo puente.",
        "Mi hermana toca el violonchelo.",
        "Nadie nos habló de la reunión.",
    ),
    "it": (
        "Il bollitore è sul fornello.",
        "Dove hai lasciato l'ombrello blu?",
        "Il nostro treno aveva due ore di ritardo.",
        "Firmi entrambe le copie del modulo, per favore.",
        "Ha venduto la sua bicicletta a un vicino.",
        "Piove da lunedì!",
        "Il panificio apre alle sei del mattino.",
        "Non trovo la chiave della cantina.",
        "Hanno dipinto la staccionata di verde.",
        "Giri a sinistra dopo il secondo ponte.",
        "Mia sorella suona il violoncello.",
        "Nessuno ci ha parlato della riunione.",
    ),
    "ru": (
        "Чайник стоит на плите.",
        "Где ты оставил синий зонт?",
        "Наш поезд опоздал на два часа.",
        "Пожалуйста, подпишите оба экземпляра бланка.",
        "Он продал велосипед соседу.",
        "С понедельника идёт дождь!",
        "Пекарня открывается в шесть утра.",
        "Я не могу найти ключ от подвала.",
        "Они покрасили забор в зелёный цвет.",
        "После второго моста поверните налево.",
        "Моя сестра играет на виолончели.",
        "Никто не сказал нам о собрании.",
    ),
    "ko": (
        "주전자가 가스레인지 위에 있어요.",
        "파란 우산을 어디에 두었어요?",
        "우리 기차가 두 시간 늦었어요.",
        "양식 두 장에 모두 서명해 주세요.",
        "그는 자전거를 이웃에게 팔았어요.",
        "월요일부터 비가 오고 있어요!",
        "빵집은 아침 여섯 시에 문을 열어요.",
        "지하실 열쇠를 찾을 수 없어요.",
        "그들은 울타리를 초록색으로 칠했어요.",
        "두 번째 다리를 지나 왼쪽으로 도세요.",
        "제 여동생은 첼로를 연주해요.",
        "아무도 우리에게 회의 이야기를 하지 않았어요.",
    ),
    "ja": (
        "やかんはコンロの上にあります。",
        "青い傘をどこに置いてきたの？",
        "私たちの電車は二時間遅れました。",
        "用紙は二部とも署名してください。",
        "彼は自転車を隣の人に売りました。",
        "月曜日からずっと雨です！",
        "パン屋は朝六時に開きます。",
        "地下室の鍵が見つかりません。",
        "彼らは柵を緑に塗りました。",
        "二つ目の橋を渡ったら左に曲がってください。",
        "妹はチェロを弾きます。",
        "誰も会議のことを教えてくれませんでした。",
    ),
    "zh": (
        "水壶在炉子上。",
        "你把蓝色的雨伞放在哪里了？",
        "我们的火车晚点了两个小时。",
        "请在两份表格上签字。",
        "他把自行车卖给了邻居。",
        "从星期一起一直在下雨！",
        "面包店早上六点开门。",
        "我找不到地下室的钥匙。",
        "他们把篱笆漆成了绿色。",
        "过了第二座桥向左转。",
        "我妹妹拉大提琴。",
        "没有人告诉我们开会的事。",
    ),
    "ar": (
        "الغلاية على الموقد.",
        "أين تركت المظلة الزرقاء؟",
        "تأخر قطارنا ساعتين.",
        "يرجى توقيع نسختي النموذج.",
        "باع دراجته لأحد الجيران.",
        "إنها تمطر منذ يوم الاثنين!",
        "يفتح المخبز في السادسة صباحا.",
        "لا أجد مفتاح القبو.",
        "طلوا السياج باللون الأخضر.",
        "انعطف يسارا بعد الجسر الثاني.",
        "أختي تعزف على التشيلو.",
        "لم يخبرنا أحد عن الاجتماع.",
    ),
}
WORDS = {
    "en": ("house", "bread", "bridge", "cloud", "spoon", "forest", "letter", "winter", "roof", "river"),
    "fr": ("maison", "pain", "pont", "nuage", "cuillère", "forêt", "lettre", "hiver", "toit", "fleuve"),
    "de": ("Haus", "Brot", "Brücke", "Wolke", "Löffel", "Wald", "Brief", "Winter", "Dach", "Fluss"),
}
N = 12
Cells = Sequence[str]


def ids(form: str = "STR_{:03}") -> list[str]:
    """Identifiers."""
    return [form.format(n + 1) for n in range(N)]


def numbers(start: int = 1) -> list[str]:
    """Running numbers."""
    return [str(start + n) for n in range(N)]


def cycle(*values: str) -> list[str]:
    """The values again and again."""
    return [values[n % len(values)] for n in range(N)]


UUIDS = [f"{n:08x}-1f2e-4a3b-9c8d-{n * 7919:012x}" for n in range(N)]
DATES = [f"2024-0{n % 9 + 1}-{n + 10}" for n in range(N)]
FILES = [f"src/ui/{name}.cpp:{n * 17 + 3}" for n, name in enumerate(cycle("main", "dialog", "menu"))]
URLS = [f"https://example.org/strings/{n}" for n in range(N)]
KEYS = [
    f"{a}.{b}.{n}" for n, (a, b) in enumerate(zip(cycle("login", "menu", "cart"), cycle("title", "hint"), strict=True))
]
NOTES = [
    "seen in the main window",
    "",
    "keep it short",
    "",
    "formal address",
    "",
    "check with the client",
    "",
    "",
    "used twice",
    "see also the manual",
    "",
]
LONG_NOTES = [
    f"This text is shown on page {n} when the user has pressed the button for help and waits." for n in range(N)
]
GERMAN_NOTES = ["", "bitte prüfen", "", "siehe Handbuch", "", "", "Kunde fragt nach", "", "kurz halten", "", "", ""]


@dataclass
class Table:
    """One generated table.

    Attributes:
        name: For the report.
        form: Suffix of the file.
        columns: Header (``None`` for no header) and cells of every column.
        sides: Names of the two columns that are right, or their indices.
        asked: Languages asked for.
        out: Rows (0-based) that are no pairs.
        above: Rows above the header.
        delimiter: Of a CSV file.
        encoding: Of a text file.
        quoting: Of a CSV file.
        first_line: Such as ``sep=;``.
        before: Sheets before this one: name, rows, hidden.
        after: Sheets after this one.
        sheet: Name of the sheet.
        left: Empty columns on its left.
        ambiguous: Whether a person could not tell either; then only a warning is asked for.
    """

    name: str
    form: str
    columns: list[tuple[str | None, Cells]]
    sides: tuple[int, int]
    asked: tuple[str, str] = ("", "")
    out: tuple[int, ...] = ()
    above: list[list[str]] = field(default_factory=list)
    delimiter: str = ","
    encoding: str = "utf-8"
    quoting: int = csv.QUOTE_MINIMAL
    first_line: str = ""
    before: list[tuple[str, list[list[str]], bool]] = field(default_factory=list)
    after: list[tuple[str, list[list[str]], bool]] = field(default_factory=list)
    sheet: str = "Sheet1"
    left: int = 0
    ambiguous: bool = False

    @property
    def rows(self) -> list[list[str]]:
        """All rows, those above the header included."""
        header = [[name or "" for name, _ in self.columns]] if self.columns[0][0] is not None else []
        body = [list(row) for row in zip(*(cells for _, cells in self.columns), strict=True)]
        return [*self.above, *header, *body]

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """The right reading."""
        source, target = (self.columns[side][1] for side in self.sides)
        both = zip(source, target, strict=True)
        return [(_one_line(a), _one_line(b)) for n, (a, b) in enumerate(both) if n not in self.out]

    def write(self, folder: Path) -> Path:
        """Write the file."""
        path = folder / f"table.{self.form}"
        WRITERS[self.form](self, path)
        return path


def _one_line(text: str) -> str:
    return text.replace("\r\n", " ").replace("\n", " ")


def _write_csv(table: Table, path: Path) -> None:
    buffer = io.StringIO()
    delimiter = "\t" if table.form == "tsv" else table.delimiter
    csv.writer(buffer, delimiter=delimiter, quoting=table.quoting, lineterminator="\r\n").writerows(table.rows)  # type: ignore[arg-type]
    path.write_bytes((table.first_line + buffer.getvalue()).encode(table.encoding))


def _write_xlsx(table: Table, path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    rows = [[""] * table.left + row for row in table.rows]
    for name, cells, hidden in [*table.before, (table.sheet, rows, False), *table.after]:
        sheet = book.create_sheet(name)
        sheet.sheet_state = "hidden" if hidden else "visible"
        for number, row in enumerate(cells, start=1):
            for column, cell in enumerate(row, start=1):
                if cell:
                    sheet.cell(number, column, int(cell) if cell.isdigit() else cell)
                    if cell.startswith(("#N/A", "#REF!")):
                        sheet.cell(number, column).data_type = "e"
        if table.above and name == table.sheet:
            sheet.merge_cells(
                start_row=1, start_column=table.left + 1, end_row=1, end_column=table.left + len(table.columns)
            )
    book.save(path)


def _write_ods(table: Table, path: Path) -> None:
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    parts = ("office", "table", "text", "manifest")
    spaces = " ".join(f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in parts)
    sheets = ""
    for name, cells, _ in [*table.before, (table.sheet, table.rows, False), *table.after]:
        rows = "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in cells)
        sheets += f'<table:table table:name="{escape(name)}">{rows}</table:table>'
    manifest = f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
    content = f"<office:document-content {spaces}><office:body><office:spreadsheet>{sheets}</office:spreadsheet>"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr("META-INF/manifest.xml", f"<manifest:manifest {spaces}>{manifest}</manifest:manifest>")
        archive.writestr("content.xml", content + "</office:body></office:document-content>")


def _ods_cell(cell: str) -> str:
    if not cell:
        return "<table:table-cell/>"
    paragraphs = "".join(f"<text:p>{escape(line)}</text:p>" for line in cell.split("\n"))
    return f'<table:table-cell office:value-type="string">{paragraphs}</table:table-cell>'


def _records(table: Table) -> Iterator[dict[str, str]]:
    names = [name or f"c{n}" for n, (name, _) in enumerate(table.columns)]
    for row in zip(*(cells for _, cells in table.columns), strict=True):
        yield dict(zip(names, row, strict=True))


def _write_jsonl(table: Table, path: Path) -> None:
    path.write_text(
        "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in _records(table)), table.encoding
    )


def _write_parquet(table: Table, path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    pq.write_table(pa.Table.from_pylist(list(_records(table))), path)


WRITERS: dict[str, Callable[[Table, Path], None]] = {
    "csv": _write_csv,
    "tsv": _write_csv,
    "xlsx": _write_xlsx,
    "ods": _write_ods,
    "jsonl": _write_jsonl,
    "parquet": _write_parquet,
}


def column(language: str, *, missing: Sequence[int] = ()) -> list[str]:
    """The sentences of a language, some left out."""
    return ["" if n in missing else text for n, text in enumerate(TEXTS[language])]


@dataclass(frozen=True)
class Outcome:
    """How one table was read.

    Attributes:
        table: The table.
        right: Whether its pairs are exactly the right ones.
        reading: What was taken, or the error, in words.
        warned: Whether anything was said to make a person look.
    """

    table: Table
    right: bool
    reading: str
    warned: bool


def read(table: Table, folder: Path) -> Outcome:
    """Write a table, read it, compare."""
    path = table.write(folder)
    warnings: list[str] = []
    readings: list[TableReading] = []
    try:
        found = [
            (pair.source, pair.target)
            for pair in read_pairs(
                [path],
                source_lang=table.asked[0],
                target_lang=table.asked[1],
                on_warning=warnings.append,
                on_reading=readings.append,
            )
            if table.form in ("xlsx", "ods") or (pair.source and pair.target)
        ]
    except CorpusError as error:
        return Outcome(table, False, f"refused: {error.message}", True)
    return Outcome(table, found == table.pairs, readings[-1].taken, bool(warnings))


def outcomes() -> list[Outcome]:
    """All tables, read."""
    from tests.cases.table_specs import tables

    with tempfile.TemporaryDirectory() as folder:
        return [read(table, Path(folder)) for table in tables()]


def main() -> int:
    """Print the table."""
    found = outcomes()
    for number, outcome in enumerate(found, start=1):
        state = "right" if outcome.right else "WRONG"
        warned = "warned" if outcome.warned else "-"
        kind = " (ambiguous)" if outcome.table.ambiguous else ""
        print(
            f"{number:>3} {state} {warned:<6} {outcome.table.form:<7} {outcome.table.name + kind:<62}"
            f" {outcome.reading[:110]}"
        )
    plain = [outcome for outcome in found if not outcome.table.ambiguous]
    right, missed = sum(o.right for o in plain), [o for o in found if not o.right]
    print(
        f"{len(found)} tables; {right} of {len(plain)} unambiguous ones read right without a flag; "
        f"{sum(o.warned for o in missed)} of {len(missed)} others with a warning"
    )
    return 0 if all(o.warned for o in missed) else 1


if __name__ == "__main__":
    sys.exit(main())
