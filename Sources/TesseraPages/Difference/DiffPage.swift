import TesseraHTML
public import TesseraModel
public import TesseraVersions

/// Two versions of a report side by side, as a page: what changed is marked word by word, and a list leads from change
/// to change. One file that fetches nothing, and can be read and printed without its script.
public struct DiffPage {
    private let difference: ReportDifference
    private let old: ShownReport
    private let new: ShownReport
    private let changes: PlacedChanges

    /// - Parameters:
    ///   - difference: what changed.
    ///   - old: the earlier version.
    ///   - new: the later one.
    ///   - showsFormatting: whether changes are told that change no word.
    public init(_ difference: ReportDifference, old: Report, new: Report, showsFormatting: Bool = false) {
        self.difference = difference
        self.old = ShownReport(old)
        self.new = ShownReport(new)
        changes = PlacedChanges(difference, showsFormatting: showsFormatting)
    }

    /// The page, in UTF-8.
    public var html: [UInt8] {
        HTMLDocument(
            title: "What changed: \(difference.new.title)",
            styles: [PackageResources.page_css, PackageResources.difference_css],
            scripts: [PackageResources.bar_js, PackageResources.difference_js]
        ) {
            element("a", ["class": "skip", "href": "#rows"]) { "Skip to the rows" }
            head
            element("div", ["class": "two"]) {
                list
                element("main", ["aria-label": "The versions side by side"]) {
                    steps
                    rows
                    around
                }
            }
        }
        .bytes
    }

    // MARK: Head

    private var head: HTML {
        element("header", ["class": "page"]) {
            element("p", ["class": "soft"]) { "What changed" }
            element("h1", ["dir": "auto", "lang": new.language]) { difference.new.title }
            element("div", ["class": "sides editions"]) {
                element("div", ["class": "old"]) { edition("Old", difference.old) }
                element("div", ["class": "new"]) { edition("New", difference.new) }
            }
            element("ul", ["class": "tiles"]) {
                tile(changes.all.count, "change", "changes")
                for (kind, count) in counts { tile(count, kind.words, kind.words) }
            }
        }
    }

    private func edition(_ name: String, _ edition: ReportDifference.Edition) -> HTML {
        element("p") {
            element("strong") { "\(name): " }
            if let revised = edition.revised { "revised \(revised), " }
            element("code") { edition.id }
            element("span", ["class": "soft"]) { " from \(edition.source.path)" }
        }
    }

    private func tile(_ number: Int, _ one: String, _ several: String) -> HTML {
        element("li") {
            element("strong") { number.grouped }
            " \(number == 1 ? one : several)"
        }
    }

    private var counts: [(Change.Kind, Int)] {
        let counts = Dictionary(grouping: changes.all, by: \.kind).mapValues(\.count)
        return Change.Kind.allCases.compactMap { kind in counts[kind].map { (kind, $0) } }
    }

    // MARK: Going from change to change

    private var list: HTML {
        element("nav", ["id": "list", "aria-labelledby": "list-title"]) {
            element("h2", ["id": "list-title"]) { "Changes" }
            if changes.all.isEmpty { element("p") { "The two versions say the same." } }
            element("ol") { for change in changes.all { ChangeLine(change).entry } }
        }
    }

    private var steps: HTML {
        element("form", ["id": "steps", "aria-label": "Changes", "hidden": ""]) {
            element("label") {
                "Kind "
                element("select", ["name": "kind"]) {
                    element("option", ["value": ""]) { "all" }
                    for (kind, count) in counts {
                        element("option", ["value": kind.rawValue]) { "\(kind.words) (\(count))" }
                    }
                }
            }
            element("button", ["type": "button", "id": "previous", "aria-keyshortcuts": "p"]) { "Previous" }
            element("button", ["type": "button", "id": "next", "aria-keyshortcuts": "n"]) { "Next" }
            element("span", ["class": "soft keys"]) { "keys p and n" }
            element("output", ["id": "where", "aria-live": "polite"])
        }
    }

    // MARK: Side by side

    private var rows: HTML {
        element("section", ["id": "rows", "aria-labelledby": "rows-title"]) {
            element("h2", ["id": "rows-title"]) { "The matrix, old and new" }
            let comparison = RowComparison(difference, old: old, new: new, changes)
            for (number, pair) in difference.rows.enumerated() { comparison.html(pair, number) }
        }
    }

    private var around: HTML {
        let subjects = Change.Subject.allCases.filter { !changes.at(.around($0)).isEmpty }
        guard !subjects.isEmpty else { return HTML() }
        return element("section", ["id": "around", "aria-labelledby": "around-title"]) {
            element("h2", ["id": "around-title"]) { "Around the matrix" }
            for subject in subjects {
                for change in changes.at(.around(subject)) {
                    element("section", ["class": "pair"]) {
                        element("h3") { subject.words }
                        element("ul", ["class": "lines"]) { ChangeLine(change).html }
                        element("div", ["class": "sides"]) {
                            element("div", ["class": "old"]) { SideText(.old, language: old.language).html(change) }
                            element("div", ["class": "new"]) { SideText(.new, language: new.language).html(change) }
                        }
                    }
                }
            }
        }
    }
}

extension Change.Subject {
    /// As a heading.
    fileprivate var words: String {
        switch self {
        case .column: "Heading of a column"
        case .row: "Row"
        case .title: "Title"
        case .cell: "Cell"
        case .text: "Text"
        case .acronym: "Acronym"
        case .resource: "Resource"
        case .matter: "Text before or behind the matrix"
        }
    }
}
