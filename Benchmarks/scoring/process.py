"""Runs a command, throws away what it prints, and prints how many seconds and bytes of memory it took.

Usage: python3 -I -S process.py COMMAND …

A small program of its own: the system counts in what the measuring process held when it started the other one, so that no
figure can be below what this one holds, some 9 MB.
"""

import os
import sys
import time

null = os.open(os.devnull, os.O_RDWR)
actions = [(os.POSIX_SPAWN_DUP2, null, number) for number in range(3)]
begin = time.monotonic()
process = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=actions)
_, status, usage = os.wait4(process, 0)
print(time.monotonic() - begin, usage.ru_maxrss * 1024, os.waitstatus_to_exitcode(status))
