// The least that reading a document can cost: one system call, one function of the C library, zlib or libxml2's push parser,
// which reports to functions that do nothing. Of an archive only what is needed to find one part is looked at, and it is
// trusted.
//
// Usage: read-floor [--times N] STEP FILE [PART]
//
// STEP is read (in pieces, into the same memory), copy (of the whole file), inflate, push, html-push, inflate-push, or size
// (prints how many bytes a part has). PART is the part of a zip archive, such as a Word document.
//
// With --times, the step is done N times, and the milliseconds of processor time of each time are printed. The file is then
// read beforehand, unless reading is the step.

#include "floor.h"
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

void fail(const char *message) {
    fprintf(stderr, "read-floor: %s\n", message);
    exit(1);
}

static void readPieces(const char *path) {
    static char piece[chunkSize];
    int file = open(path, O_RDONLY);
    if (file < 0) fail("the file cannot be opened");
    ssize_t count;
    while ((count = read(file, piece, sizeof piece)) > 0) {}
    if (count < 0) fail("the file cannot be read");
    close(file);
}

static struct bytes contents(const char *path) {
    FILE *file = fopen(path, "rb");
    if (file == NULL) fail("the file cannot be opened");
    fseek(file, 0, SEEK_END);
    struct bytes bytes = {.count = (size_t)ftell(file)};
    rewind(file);
    bytes.start = malloc(bytes.count);
    if (bytes.start == NULL || fread(bytes.start, 1, bytes.count, file) != bytes.count) fail("the file cannot be read");
    fclose(file);
    return bytes;
}

static void copy(struct bytes bytes) {
    static unsigned char *other;
    if (other == NULL && (other = malloc(bytes.count)) == NULL) fail("there is no memory");
    memcpy(other, bytes.start, bytes.count);
    // So that the compiler cannot leave the copy out.
    __asm__ volatile("" : : "r"(other) : "memory");
}

static void ignore(const struct bytes bytes, void *context) {
    (void)bytes, (void)context;
}

static void once(const char *step, struct bytes bytes) {
    if (strcmp(step, "copy") == 0) copy(bytes);
    else if (strcmp(step, "inflate") == 0) inflatePieces(bytes, ignore, NULL);
    else if (strcmp(step, "push") == 0) push(bytes);
    else if (strcmp(step, "html-push") == 0) pushHTML(bytes);
    else if (strcmp(step, "inflate-push") == 0) inflateAndPush(bytes);
    else fail("there is no such step");
}

int main(int argumentCount, char **arguments) {
    int times = 0;
    if (argumentCount > 2 && strcmp(arguments[1], "--times") == 0) {
        times = atoi(arguments[2]);
        argumentCount -= 2;
        arguments += 2;
    }
    if (argumentCount < 3 || argumentCount > 4) fail("usage: read-floor [--times N] STEP FILE [PART]");
    const char *step = arguments[1], *path = arguments[2];
    int isRead = strcmp(step, "read") == 0;
    struct bytes bytes = {0};
    if (!isRead) {
        bytes = contents(path);
        size_t size = bytes.count;
        if (argumentCount == 4) bytes = part(bytes, arguments[3], &size);
        if (strcmp(step, "size") == 0) {
            printf("%zu\n", size);
            return 0;
        }
    }
    for (int number = 0; number < (times > 0 ? times : 1); number++) {
        clock_t begin = clock();
        if (isRead) readPieces(path);
        else once(step, bytes);
        if (times > 0) printf("%.3f\n", (double)(clock() - begin) * 1000 / CLOCKS_PER_SEC);
    }
    return 0;
}
