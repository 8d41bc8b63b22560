#ifndef TESSERA_CLINUX_SHIM_H
#define TESSERA_CLINUX_SHIM_H

// glibc (2.28 and later) declares these for _GNU_SOURCE only, which Swift does not define. No header of
// the C library is included here: Swift would take its types for members of this module and not of Glibc.
extern int renameat2(
    int oldDirectory, const char *oldPath, int newDirectory, const char *newPath, unsigned int flags
);

extern int syncfs(int descriptor);

extern int pipe2(int ends[2], int flags);

extern int fcntl(int descriptor, int command, ...);

/// Makes room in a pipe (fcntl(2), F_SETPIPE_SZ of linux/fcntl.h); the number of bytes, or -1.
static inline int tessera_set_pipe_size(int descriptor, int size) {
    enum { setPipeSize = 1024 + 7 };
    return fcntl(descriptor, setPipeSize, size);
}

extern int posix_spawn_file_actions_addclosefrom_np(void *actions, int from);

extern int memfd_create(const char *name, unsigned int flags);

/// Opens a file that has no place in any folder and lives as long as it is open; child processes do not inherit it.
static inline int tessera_memory_file(const char *name) {
    enum { closeOnExec = 1 }; // MFD_CLOEXEC of linux/memfd.h
    return memfd_create(name, closeOnExec);
}

extern int prctl(int operation, ...);

/// Has this process sent a signal when the thread that started it ends (prctl(2), PR_SET_PDEATHSIG).
static inline int tessera_end_with_parent(int signal) {
    enum { setParentDeathSignal = 1 }; // of linux/prctl.h
    return prctl(setParentDeathSignal, (unsigned long)signal, 0UL, 0UL, 0UL);
}

/// Lets two paths, relative to an open folder or AT_FDCWD, change places in one step.
///
/// Returns -1 with EINVAL in errno where the file system cannot do that.
static inline int tessera_exchange(int folder, const char *first, const char *second) {
    enum { renameExchange = 1 << 1 }; // RENAME_EXCHANGE of linux/fs.h
    return renameat2(folder, first, folder, second, renameExchange);
}

#endif
