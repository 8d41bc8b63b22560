#ifndef TESSERA_CPSL_SHIM_H
#define TESSERA_CPSL_SHIM_H

// Only the list that is compiled into the library: what lies on the disk differs from machine to machine.
#include <libpsl.h>

#endif
