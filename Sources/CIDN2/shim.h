#ifndef TESSERA_CIDN2_SHIM_H
#define TESSERA_CIDN2_SHIM_H

// The flags and codes are enumerators of enumerations without a name, which Swift sees as numbers of several types.
#include <idn2.h>

#endif
