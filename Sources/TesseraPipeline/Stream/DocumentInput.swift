/// A document that is to be converted: a file, or bytes that are in memory already.
public enum DocumentInput: Sendable {
    case file(SourcePath)
    /// The bytes, and the name that the document goes by in messages and in its dataset.
    case memory([UInt8], name: String)
}

extension Converter {
    /// Converts one document, which may be in memory; the disk is not touched for such a one.
    ///
    /// Never throws: what went wrong is in the result's diagnostics.
    /// - Parameter document: the document.
    public func convert(_ document: DocumentInput) -> Conversion {
        switch document {
        case .file(let source):
            return convert(source)
        case .memory(let bytes, let name):
            let converter = Converter(pipelines, limits: limits, formats: formats, contents: [name: bytes])
            return converter.convert(SourcePath(file: name, name: name))
        }
    }
}
