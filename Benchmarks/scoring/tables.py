"""How much of the tables of a document was found.

A found table is {"rows": number, "cells": {(row, column): (row span, column span, text)}}, with texts as they are compared.
"""

from .texts import normalised


def of_truth(table):
    return {"rows": table["rows"], "cells": {place(cell): contents(cell) for cell in table["cells"]}}


# `tessera tables` says the same of a cell as the truth does.
of_tessera = of_truth


def place(cell):
    return cell["row"], cell["column"]


def contents(cell):
    return cell["row_span"], cell["column_span"], normalised(cell["text"])


def of_neutral(rows):
    """A table of rows of cells, as in HTML, in which no cell stands where one above or beside it reaches."""
    cells, covered = {}, set()
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while (number, column) in covered:
                column += 1
            # No cell reaches beyond the last row.
            row_span = min(cell["rowspan"], len(rows) - number)
            cells[number, column] = row_span, cell["colspan"], normalised(cell["text"])
            for right in range(cell["colspan"]):
                covered.update((number + down, column + right) for down in range(row_span))
            column += cell["colspan"]
    return {"rows": len(rows), "cells": cells}


def score(truths, found):
    """The counts of a document: what there is, and how much of it is right."""
    counts = {
        "documents": 1,
        "documents right": len(truths) == len(found),
        "tables": len(truths),
        "rows right": 0,
        "cells": sum(len(table["cells"]) for table in truths),
        "cells right": 0,
        "spanned": sum(bool(spans(table)) for table in truths),
        "spans right": 0,
        "exact": 0,
    }
    for truth, table in paired(truths, found):
        right = matches(truth, table)
        has_spans = spans(truth)
        counts["rows right"] += truth["rows"] == table["rows"]
        counts["cells right"] += right
        counts["spans right"] += bool(has_spans) and has_spans == spans(table)
        counts["exact"] += truth == table
    return counts


def spans(table):
    """The cells that cover more than one place, each with its extent."""
    return {place: cell[:2] for place, cell in table["cells"].items() if cell[:2] != (1, 1)}


def matches(truth, table):
    """The number of cells that stand where they should, with the text that they should have."""
    return sum(
        place in table["cells"] and table["cells"][place][2] == cell[2] for place, cell in truth["cells"].items()
    )


def paired(truths, found):
    """Pairs each known table with a found one, or with none: in their order, so that the most cells are right. A table
    that was cut in two, or one too many, does not spoil those behind it."""
    gains = [[0] * (len(found) + 1) for _ in range(len(truths) + 1)]
    for one in reversed(range(len(truths))):
        for other in reversed(range(len(found))):
            both = gains[one + 1][other + 1] + matches(truths[one], found[other])
            gains[one][other] = max(both, gains[one + 1][other], gains[one][other + 1])
    pairs, one, other = [], 0, 0
    while one < len(truths) and other < len(found):
        if gains[one][other] == gains[one + 1][other + 1] + matches(truths[one], found[other]):
            pairs.append((truths[one], found[other]))
            one, other = one + 1, other + 1
        elif gains[one][other] == gains[one + 1][other]:
            one += 1
        else:
            other += 1
    return pairs


def differences(truths, found):
    """What is wrong with the tables that are not exact, a line each: the first cell of each that is."""
    if len(truths) != len(found):
        yield f"{len(found)} tables, and not {len(truths)}"
    pairs = paired(truths, found)
    for number, truth in enumerate(truths, 1):
        table = next((table for known, table in pairs if known is truth), {"rows": 0, "cells": {}})
        if truth["rows"] != table["rows"]:
            yield f"table {number}: {table['rows']} rows, and not {truth['rows']}"
        for place in sorted(truth["cells"].keys() | table["cells"].keys()):
            known, is_there = truth["cells"].get(place), table["cells"].get(place)
            if known != is_there:
                yield f"table {number}, row {place[0]}, column {place[1]}: {is_there}, and not {known}"
                break
