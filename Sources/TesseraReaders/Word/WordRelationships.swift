import LibXML
import TesseraModel

/// What the parts of a package have to do with one another (ECMA-376 part 2, 9.3).
struct WordRelationships {
    struct Relationship {
        /// The last step of the type's name: `hyperlink`, `footnotes`, `header`.
        var kind: Substring
        /// An address for an external target, the name of a part for an internal one.
        var target: String
        var isExternal: Bool
    }

    /// By id, in the order of the part.
    private(set) var all: [(id: String, relationship: Relationship)] = []

    /// The relationships of one part; none where it has no such part.
    /// - Parameter source: the part's name; empty for the package itself.
    init(of source: String, in archive: SourceArchive) throws(DocumentFailure) {
        let folder = source.lastIndex(of: "/").map { source[...$0] } ?? ""
        let name = "\(folder)_rels/\(source.dropFirst(folder.count)).rels"
        guard archive.contains(name) else { return }
        let handler = try archive.parse(name, .xml(allowsDoctype: false), RelationshipsHandler.vocabulary) { _ in
            RelationshipsHandler(folder: folder)
        }
        all = handler.relationships
    }

    /// The names of the parts of one kind.
    func parts(_ kind: Substring) -> [String] {
        all.map(\.relationship).filter { $0.kind == kind && !$0.isExternal }.map(\.target)
    }

    /// Targets by the id of the relationship.
    var targets: [String: String] {
        Dictionary(all.map { ($0.id, $0.relationship.target) }) { first, _ in first }
    }
}

private final class RelationshipsHandler: MarkupHandler {
    private enum Name: Int {
        case relationship, id, type, target, targetMode
    }

    static let vocabulary: XMLVocabulary = {
        let namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
        return XMLVocabulary([
            XMLName("Relationship", in: namespace): Name.relationship.rawValue,
            XMLName("Id"): Name.id.rawValue,
            XMLName("Type"): Name.type.rawValue,
            XMLName("Target"): Name.target.rawValue,
            XMLName("TargetMode"): Name.targetMode.rawValue,
        ])
    }()

    private(set) var relationships: [(id: String, relationship: WordRelationships.Relationship)] = []
    /// The folder that relative names start from.
    private let folder: Substring

    init(folder: Substring) { self.folder = folder }

    var failure: Diagnostic? { nil }

    func start(_ name: Int, _ tag: borrowing XMLTag) {
        let type = tag.value(Name.type.rawValue) ?? ""
        let target = tag.value(Name.target.rawValue) ?? ""
        let isExternal = tag.value(Name.targetMode.rawValue) == "External"
        let relationship = WordRelationships.Relationship(
            kind: type.split(separator: "/").last ?? "",
            target: isExternal ? target : partName(target),
            isExternal: isExternal
        )
        relationships.append((tag.value(Name.id.rawValue) ?? "", relationship))
    }

    func end(_ name: Int) {}

    func text(_ text: borrowing XMLText) {}

    /// The name of a part without dots, as the archive has it.
    private func partName(_ target: String) -> String {
        // A link to a place in the document itself.
        if target.hasPrefix("#") { return target }
        var steps: [Substring] = target.hasPrefix("/") ? [] : folder.split(separator: "/")
        for step in target.split(separator: "/") {
            switch step {
            case ".": break
            case "..": _ = steps.popLast()
            default: steps.append(step)
            }
        }
        return steps.joined(separator: "/")
    }
}
