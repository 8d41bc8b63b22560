#ifndef TESSERA_CZLIB_SHIM_H
#define TESSERA_CZLIB_SHIM_H

// Only what inflates. `inflateInit2` is a macro, which Swift does not see: it stands for `inflateInit2_`.
#include <zlib.h>

#endif
