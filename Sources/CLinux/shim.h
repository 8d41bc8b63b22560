#ifndef TESSERA_CLINUX_SHIM_H
#define TESSERA_CLINUX_SHIM_H

// glibc (2.28 and later) declares this one for _GNU_SOURCE only, which Swift does not define. No header of
// the C library is included here: Swift would take its types for members of this module and not of Glibc.
extern int renameat2(
    int oldDirectory, const char *oldPath, int newDirectory, const char *newPath, unsigned int flags
);

extern int syncfs(int descriptor);

/// Lets two paths, relative to an open folder or AT_FDCWD, change places in one step.
///
/// Returns -1 with EINVAL in errno where the file system cannot do that.
static inline int tessera_exchange(int folder, const char *first, const char *second) {
    enum { renameExchange = 1 << 1 }; // RENAME_EXCHANGE of linux/fs.h
    return renameat2(folder, first, folder, second, renameExchange);
}

#endif
