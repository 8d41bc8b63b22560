"""Tables of figures in Markdown."""

from .scores import SHARES

DASH = "–"


def show(name, results):
    """Prints what each program reached, and which could not read some documents."""
    rows = [[name, *SHARES, "ms", "warm ms", "MB"]]
    for program, figures in results.items():
        shares = [percent(figures[share]) for share in SHARES]
        times = [number(figures["milliseconds"]), number(figures["warm milliseconds"])]
        memory = figures["peak bytes"]
        rows.append([program, *shares, *times, f"{memory / 1e6:.0f}" if memory else DASH])
    show_rows(rows)
    failed = [f"{program} {figures['not read']}" for program, figures in results.items() if figures["not read"]]
    if failed:
        print(f"\n* documents that could not be read: {', '.join(failed)}")


def show_rows(rows):
    widths = [max(map(len, column)) for column in zip(*rows)]
    lines = [rows[0], ["-" * widths[0]] + ["-" * (width - 1) + ":" for width in widths[1:]], *rows[1:]]
    for first, *others in lines:
        cells = [first.ljust(widths[0])] + [cell.rjust(width) for cell, width in zip(others, widths[1:])]
        print("| " + " | ".join(cells) + " |")


def percent(share):
    """Rounded down, so that 100 % is all."""
    return DASH if share is None else f"{int(share * 1000 + 1e-9) / 10:.1f} %"


def number(milliseconds):
    if milliseconds is None:
        return DASH
    return f"{milliseconds:.2f}" if milliseconds < 10 else f"{milliseconds:.0f}"
