import LibZip
import TestSupport

/// Opens an archive of some entries.
func archive(_ entries: [TestEntry], limits: ZipLimits = .standard) throws(ZipFailure) -> ZipArchive {
    try ZipArchive(ZipWriter(entries).bytes, limits: limits)
}

/// The fault that opening an archive ends with, or nil.
func failure(opening bytes: [UInt8], limits: ZipLimits = .standard) -> ZipFailure? {
    do throws(ZipFailure) {
        _ = try ZipArchive(bytes, limits: limits)
        return nil
    } catch {
        return error
    }
}

/// The fault that opening an archive of some entries ends with, or nil.
func failure(opening entries: [TestEntry], limits: ZipLimits = .standard) -> ZipFailure? {
    failure(opening: ZipWriter(entries).bytes, limits: limits)
}

/// The fault that reading a part of an open archive ends with, or nil.
func failure(reading name: String, of archive: ZipArchive) -> ZipFailure? {
    do throws(ZipFailure) {
        _ = try archive.contents(of: name)
        return nil
    } catch {
        return error
    }
}

/// How many bytes a part gives before its end or its first fault.
func bytesRead(of name: String, in archive: ZipArchive, bufferSize: Int) throws(ZipFailure) -> Int {
    var part = try archive.open(name)
    var buffer = [UInt8](repeating: 0, count: bufferSize)
    var total = 0
    do throws(ZipFailure) {
        while true {
            let count = try part.next(into: &buffer)
            if count == 0 { return total }
            total += count
        }
    } catch {
        return total
    }
}
