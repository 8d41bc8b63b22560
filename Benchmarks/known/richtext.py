"""Documents as RTF."""

from .model import Paragraph, Table

WIDTH = 14_000
LISTS = (
    "{\\*\\listtable{\\list\\listtemplateid1"
    + "".join(
        "{\\listlevel\\levelnfc23\\leveljc0\\levelfollow0\\levelstartat1"
        f"{{\\leveltext\\'01\\u8226 ?;}}{{\\levelnumbers;}}\\fi-360\\li{360 * level}}}"
        for level in (1, 2)
    )
    + "\\listid1}}{\\*\\listoverridetable{\\listoverride\\listid1\\listoverridecount0\\ls1}}"
)
BORDERS = "".join(f"\\clbrdr{side}\\brdrs\\brdrw10" for side in "tlbr")


def write(document):
    body = "\n".join(table(block) if isinstance(block, Table) else f"\\pard {text(block)}\\par" for block in document.blocks)
    return ("{\\rtf1\\ansi\\ansicpg1252\\uc1\\deff0{\\fonttbl{\\f0 DejaVu Sans;}}" + LISTS + "\n" + body + "\n}").encode()


def table(table):
    return "\n".join(row(table, number) for number in range(table.height))


def row(table, number):
    """A cell over several columns is a wide one; a cell over several rows has a cell in each, which says so."""
    at, width = table.at(), WIDTH // table.width
    edges, contents, column = "", "", 0
    while column < table.width:
        cell = at[number, column]
        is_first = cell.row == number
        column += cell.column_span
        merge = ("\\clvmgf" if is_first else "\\clvmrg") if cell.row_span > 1 else ""
        edges += f"{merge}{BORDERS}\\cellx{width * column}"
        contents += content(cell if is_first else None)
    mark = "\\trhdr" if number < table.header_rows else ""
    return f"\\trowd\\trgaph70{mark}{edges}\n{contents}\\row"


def content(cell):
    """The last paragraph ends with the cell."""
    paragraphs = cell.paragraphs if cell and cell.paragraphs else [Paragraph("")]
    return "\\par\n".join("\\pard\\intbl" + mark(paragraph) + " " + text(paragraph) for paragraph in paragraphs) + "\\cell\n"


def mark(paragraph):
    """What makes a paragraph an item of a list; its first group is for programs that know no lists."""
    if not paragraph.level:
        return ""
    return f"\\ls1\\ilvl{paragraph.level - 1}\\fi-360\\li{360 * paragraph.level}{{\\listtext\\u8226 ?\\tab}}"


def text(paragraph):
    return "".join(map(written, paragraph.text))


def written(character):
    if character in "\\{}":
        return "\\" + character
    if character == "\n":
        return "\\line "
    if character == "\u00a0":
        return "\\~"
    if character < "\x80":
        return character
    units = character.encode("utf-16-le")
    numbers = (int.from_bytes(units[place : place + 2], "little", signed=True) for place in range(0, len(units), 2))
    return "".join(f"\\u{number}?" for number in numbers)
