import TesseraModel
import TesseraReaders

/// Which formats' extracts are kept.
enum ExtractRule {
    static func pays(_ format: SourceFormat) -> Bool { true }
}
