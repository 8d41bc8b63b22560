#ifndef TESSERA_CLIBFUZZER_SHIM_H
#define TESSERA_CLIBFUZZER_SHIM_H

#include <stddef.h>
#include <stdint.h>

/// The main loop of libFuzzer, which `-sanitize=fuzzer` links (LLVM, compiler-rt, `FuzzerInterface.h`). Its own main
/// function cannot be used: SwiftPM names the one of each program itself.
int LLVMFuzzerRunDriver(int *count, char ***arguments, int (*callback)(const uint8_t *bytes, size_t count));

#endif
