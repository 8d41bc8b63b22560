#ifndef TESSERA_CZIP_SHIM_H
#define TESSERA_CZIP_SHIM_H

// Without the names that libzip keeps only for old programs.
#define ZIP_DISABLE_DEPRECATED
#include <zip.h>

#endif
