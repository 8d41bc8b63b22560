#ifndef TESSERA_CPCRE2_SHIM_H
#define TESSERA_CPCRE2_SHIM_H

// The header refuses to be included without the width of a code unit; text here is UTF-8. The names
// without the suffix `_8` are macros, which Swift does not see: call `pcre2_match_8` and so on.
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#endif
