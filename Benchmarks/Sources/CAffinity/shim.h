#ifndef BENCHMARKS_CAFFINITY_SHIM_H
#define BENCHMARKS_CAFFINITY_SHIM_H

// glibc declares these for _GNU_SOURCE only, which Swift does not define. A set of processors has a bit for each.
extern int sched_getaffinity(int process, unsigned long size, void *processors);
extern int sched_setaffinity(int process, unsigned long size, const void *processors);

#endif
