import TesseraHTML
public import TesseraModel

/// A report as a page to look at: one file that fetches nothing, and can be read and printed without its script.
///
/// The bytes depend on the report and on what is known of its links, and on nothing else.
public struct ReportPage {
    private let shown: ShownReport

    /// - Parameters:
    ///   - report: the report.
    ///   - diagnostics: what was said about the document.
    ///   - states: what became of its links.
    public init(_ report: Report, diagnostics: [Diagnostic] = [], states: LinkStates = LinkStates()) {
        shown = ShownReport(report, diagnostics: diagnostics, states: states)
    }

    /// The page, in UTF-8.
    public var html: [UInt8] {
        HTMLDocument(
            title: shown.report.identity.title,
            styles: [PackageResources.page_css, PackageResources.report_css],
            scripts: [
                PackageResources.bar_js, PackageResources.texts_js, PackageResources.filters_js,
                PackageResources.hits_js,
                PackageResources.map_js, PackageResources.acronyms_js,
            ]
        ) {
            element("a", ["class": "skip", "href": "#matrix"]) { "Skip to the matrix" }
            head
            element("div", ["class": "two"]) {
                CoverageMap(shown).html
                element("main", ["id": "main", "aria-label": "Report"]) {
                    FindForm(shown).html
                    MatrixSection(shown).html
                    ReportPlots(shown).html
                    AcronymSection(shown).html
                    LinkSection(shown).html
                    SurroundingText(shown).html
                    element("div", ["id": "meaning", "role": "tooltip", "popover": "manual"])
                }
            }
        }
        .bytes
    }

    private var head: HTML {
        let report = shown.report
        return element("header", ["class": "page"]) {
            element("h1", ["dir": "auto", "lang": shown.language]) { report.identity.title }
            element("p", ["class": "soft"]) { facts.joined(separator: " · ") }
            element("ul", ["class": "tiles"]) {
                tile(report.rows.count, "row")
                tile(report.cells.count, "cell")
                tile(report.cells.reduce(0) { $0 + $1.wordCount }, "word")
                tile(report.acronyms.count, "acronym")
                tile(Set(report.links.map(\.url)).count, "address", plural: "addresses")
                if !shown.states.isEmpty { tile(deadLinks, "of them dead", plural: "of them dead") }
            }
            element("nav", ["class": "parts", "aria-label": "Parts of this page"]) {
                part("map", "Map", isThere: true)
                part("matrix", "Matrix", isThere: true)
                part("numbers", "In numbers", isThere: true)
                part("acronyms", "Acronyms", isThere: !report.acronyms.isEmpty)
                part("links", "Links", isThere: !report.links.isEmpty)
                part("around", "Around the matrix", isThere: true)
            }
        }
    }

    private var facts: [String] {
        let identity = shown.report.identity
        return [
            identity.revised.map { "Revised \($0)" }, identity.documentCode, identity.id,
            "from \(shown.report.source.path)",
        ]
        .compactMap(\.self)
    }

    private var deadLinks: Int {
        Set(shown.report.links.map(\.url)).count { shown.states[$0]?.verdict == .dead }
    }

    private func tile(_ number: Int, _ noun: String, plural: String? = nil) -> HTML {
        element("li") {
            element("strong") { number.grouped }
            " \(number == 1 ? noun : plural ?? "\(noun)s")"
        }
    }

    private func part(_ anchor: String, _ name: String, isThere: Bool) -> HTML {
        isThere ? element("a", ["href": "#\(anchor)"]) { name } : HTML()
    }
}
