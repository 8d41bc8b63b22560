import TesseraModel

extension PDFFile {
    /// The bytes of a stream, decrypted and with its filters undone; those of images are left alone.
    /// - Throws: ``TesseraModel/DocumentFailure`` where a limit is passed.
    func contents(of stream: PDFStream) throws(DocumentFailure) -> PDFStreamContents {
        var encoded = bytes[stream.range]
        if let security, try !isCrossReferences(stream) {
            encoded = try security.decrypt(encoded, of: stream, in: self)[...]
        }
        let contents = try PDFFilters(file: self).decode(encoded, stream.dictionary)
        unpackingBudget -= contents.bytes.count
        guard unpackingBudget >= 0 else {
            throw DocumentFailure(.limitExceeded(.totalSize, "the file unpacks to more", limits: limits))
        }
        return contents
    }

    private func isCrossReferences(_ stream: PDFStream) throws(DocumentFailure) -> Bool {
        try name(stream.dictionary["Type"]) == "XRef"
    }

    func stream(
        _ dictionary: PDFDictionary,
        at offset: Int,
        _ reference: PDFReference
    ) throws(DocumentFailure) -> PDFStream {
        var start = offset
        if start < bytes.count, bytes[start] == 0x0D { start += 1 }
        if start < bytes.count, bytes[start] == 0x0A { start += 1 }
        var end = bytes.count
        if let length = try integer(dictionary["Length"]), length >= 0, length <= bytes.count - start,
            isStreamEnd(start + length)
        {
            end = start + length
        } else if let found = streamEnd(from: start) {
            end = found
        }
        return PDFStream(dictionary, range: start..<max(start, end), reference: reference)
    }

    private func isStreamEnd(_ offset: Int) -> Bool {
        var scanner = PDFScanner(bytes, offset..<min(bytes.count, offset + 32))
        while let byte = scanner.peek, PDFScanner.isBlank(byte) { scanner.move(to: scanner.position + 1) }
        guard case .keyword(let word) = scanner.next() else { return false }
        return word == .streamEnd || word == .objectEnd
    }

    /// The end of the data in front of the next `endstream`, without the line end that belongs to that.
    private func streamEnd(from start: Int) -> Int? {
        let index = streamEnds.firstIndexOfSorted { $0 >= start }
        guard index < streamEnds.count else { return nil }
        var end = streamEnds[index]
        if end > start, bytes[end - 1] == 0x0A { end -= 1 }
        if end > start, bytes[end - 1] == 0x0D { end -= 1 }
        return end
    }
}
