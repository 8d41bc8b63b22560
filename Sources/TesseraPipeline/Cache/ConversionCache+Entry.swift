import LibSQLite
import TesseraModel

extension ConversionCache {
    /// What is known of a document.
    struct Entry {
        var stamp: String
        var sha256: String
        var key: String
        var pipeline: String?
        var dataset: String?
        var datasetStamp: String
        var record: String
        var isSound: Bool
    }
}

extension ConversionCache.Entry {
    init?(_ row: ArraySlice<SQLiteValue>) {
        let texts = row.map(\.text)
        guard texts.count == 9, let stamp = texts[0], let sha256 = texts[1], let key = texts[2],
            let datasetStamp = texts[5], let record = texts[6]
        else { return nil }
        self.init(
            stamp: stamp,
            sha256: sha256,
            key: key,
            pipeline: texts[3],
            dataset: texts[4],
            datasetStamp: datasetStamp,
            record: record,
            isSound: row.last == .integer(1)
        )
    }

    var values: [SQLiteValue] {
        [
            .text(stamp), .text(sha256), .text(key), pipeline.map(SQLiteValue.text) ?? .null,
            dataset.map(SQLiteValue.text) ?? .null, .text(datasetStamp), .text(record), .text(CacheKeys.program),
            .integer(isSound ? 1 : 0),
        ]
    }

    /// The conversion; nil where the record is damaged, so that the document is converted again.
    func conversion(_ source: SourcePath) -> Conversion? {
        do {
            return try Conversion(source: source, record: JSONCursor(JSONParser.parse(Array(record.utf8))))
        } catch {
            return nil
        }
    }
}

extension SQLiteValue {
    var text: String? { if case .text(let text) = self { text } else { nil } }
}
