"""Counts the checks of all tools."""

import traceback


class Tally:
    """Counts what passed and prints what failed."""

    def __init__(self):
        self.passed = 0
        self.failed = 0

    def check(self, name, test, *arguments):
        """Runs one test, which returns its complaints: an empty list where all is well."""
        try:
            complaints = test(*arguments)
        except Exception:  # a tool that breaks down is a failure like any other, and the rest still runs
            complaints = [traceback.format_exc()]
        if complaints:
            self.failed += 1
            print(f"failed: {name}")
            for complaint in complaints:
                print(f"    {complaint}")
        else:
            self.passed += 1
