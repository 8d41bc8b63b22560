import LibNettle
import TesseraModel
import TesseraPipeline

/// A part of a dataset that two versions have in different words, and that a person accepts or rejects.
public struct GoldenUnit: Sendable, Equatable {
    /// What is new about it, by what matters most.
    public enum Kind: String, Sendable, CaseIterable {
        case added, removed
        /// It reads otherwise.
        case text
        /// It has another status.
        case status
        /// Other references, acronyms, links or entities were found in it.
        case findings
        /// It is more or less certain.
        case certainty
        /// It stands elsewhere in the source.
        case places
        /// Something else is told about it.
        case notes
        case other
    }

    /// Its name in the dataset: `cells/II.2/laws`, `rows/II.2`, `acronyms/GCA`, `front-matter`.
    public let id: String
    public let kind: Kind
    public let changes: [FieldChange]
    /// Kinds of change of its words, as `tessera diff` names them: `number-updated`, `reworded`.
    public internal(set) var classes: [String] = []
    /// What it has in common with others of its kind.
    public var kindName: String { classes.isEmpty ? kind.rawValue : classes.joined(separator: ", ") }
    /// `cell_id`, where the unit is a cell.
    public let cell: String?
    /// `row_id`, where the unit is a row or a cell.
    public let row: String?
    /// Where it stands in the source, and the stage that found it there: `17:1 to 17:22, segment`. Empty for what has gone.
    public let places: [String]
    /// SHA-256 of the unit in lower-case hexadecimal digits; empty where the version does not have it.
    public let oldChecksum: String
    public let newChecksum: String
    /// Names of the units that are taken with it.
    public internal(set) var needs: Set<String> = []

    init(_ id: String, _ old: UnitContents, _ new: UnitContents) {
        self.id = id
        let oldParts = old.parts[id] ?? []
        let newParts = new.parts[id] ?? []
        changes = UnitChanges.changes(from: oldParts, to: newParts)
        kind = oldParts.isEmpty ? .added : newParts.isEmpty ? .removed : GoldenUnit.kind(of: changes)
        let parts = newParts.isEmpty ? oldParts : newParts
        let row = parts.first { $0.list == "rows" }?.value.text("id")
        let cell = parts.first { $0.list == "cells" }?.value.text("id")
        self.cell = row == nil ? cell : nil
        // A column's id has no slash.
        self.row = row ?? cell.map { String($0[..<($0.lastIndex(of: "/") ?? $0.endIndex)]) }
        places = newParts.flatMap { $0.value.objects("provenance") }.prefix(3).map(UnitChanges.place)
        oldChecksum = GoldenUnit.checksum(old.bytes(of: id))
        newChecksum = GoldenUnit.checksum(new.bytes(of: id))
    }

    private init(_ id: String, _ kind: Kind, _ changes: [FieldChange], old: [UInt8], new: [UInt8]) {
        self.id = id
        self.kind = kind
        self.changes = changes
        cell = nil
        row = nil
        places = []
        oldChecksum = GoldenUnit.checksum(old)
        newChecksum = GoldenUnit.checksum(new)
    }

    private static func checksum(_ bytes: [UInt8]) -> String { bytes.isEmpty ? "" : SHA256.hexDigest(of: bytes) }

    private static func kind(of changes: [FieldChange]) -> Kind {
        let aspects = Set(changes.map(\.aspect))
        return [Kind.text, .status, .findings, .certainty, .places, .notes].first(where: aspects.contains) ?? .other
    }

    // MARK: What is no part of a report

    static func rowOrder(_ old: [String], _ new: [String]) -> GoldenUnit {
        let change = FieldChange("rows", .other, old: old.joined(separator: " "), new: new.joined(separator: " "))
        return GoldenUnit(
            UnitNames.rowOrder,
            .other,
            [change],
            old: Array((change.old ?? "").utf8),
            new: Array((change.new ?? "").utf8)
        )
    }

    /// Files that differ though the reports say the same, or of which one has no report.
    static func files(_ differences: [DatasetDifference], _ old: [OutputFile], _ new: [OutputFile]) -> GoldenUnit {
        GoldenUnit(
            UnitNames.files,
            .other,
            differences.map { difference in
                let label = [difference.file, difference.record, difference.field].filter { !$0.isEmpty }
                return FieldChange(
                    label.joined(separator: " "),
                    .other,
                    old: difference.kind == .added ? nil : difference.old,
                    new: difference.kind == .removed ? nil : difference.new
                )
            },
            old: summary(old),
            new: summary(new)
        )
    }

    /// A dataset that is not there yet.
    static func wholeDataset(_ new: [OutputFile]) -> GoldenUnit {
        let names = new.map(\.name).joined(separator: ", ")
        var changes: [FieldChange] = []
        // Of formats that cannot be read back, the names of the files are all there is.
        if let report = GoldenReport(new) {
            let title = report.root.object("report").text("title")
            if !title.isEmpty { changes.append(FieldChange("title", .other, old: nil, new: title)) }
            changes.append(FieldChange("rows", .other, old: nil, new: "\(report.rows.count)"))
            changes.append(FieldChange("cells", .other, old: nil, new: "\(report.rowOfCell.count)"))
        }
        changes.append(FieldChange("files", .other, old: nil, new: names))
        return GoldenUnit(
            UnitNames.dataset,
            .added,
            changes,
            old: [],
            new: summary(new)
        )
    }

    /// Names and checksums of files, one a line.
    private static func summary(_ files: [OutputFile]) -> [UInt8] {
        let lines = files.map { "\(SHA256.hexDigest(of: $0.bytes))  \($0.name)\n" }
        return Array(lines.sorted().joined().utf8)
    }
}
