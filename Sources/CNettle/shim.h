#ifndef TESSERA_CNETTLE_SHIM_H
#define TESSERA_CNETTLE_SHIM_H

// Only the digest that is used. The short names are macros, which Swift does not see: the functions
// are `nettle_sha256_init` and so on.
#include <nettle/sha2.h>

#endif
