import FoundationEssentials
import LibNettle

/// A page that stands alone: it fetches nothing, and runs and shows nothing but what the program put into it.
///
/// Its own policy (Content Security Policy, level 3) names styles and scripts by their checksums. So even a text that
/// became a script by mistake would not run.
public struct HTMLDocument: Sendable {
    private let title: String
    private let styles: [String]
    private let scripts: [String]
    private let body: HTML

    /// - Parameters:
    ///   - title: plain text.
    ///   - styles: sheets in CSS, in UTF-8, which hold no end of a `style` element.
    ///   - scripts: programs in JavaScript, in UTF-8, which hold no end of a `script` element; they run in this order.
    ///   - body: what the page shows.
    public init(title: String, styles: [[UInt8]], scripts: [[UInt8]] = [], @HTMLBuilder body: () -> HTML) {
        self.title = title
        self.styles = styles.map { String(decoding: $0, as: UTF8.self) }
        self.scripts = scripts.map { String(decoding: $0, as: UTF8.self) }
        self.body = body()
    }

    /// The page, in UTF-8.
    public var bytes: [UInt8] {
        let head = element("head") {
            element("meta", ["charset": "utf-8"])
            element("meta", ["http-equiv": "Content-Security-Policy", "content": policy])
            element("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
            element("meta", ["name": "color-scheme", "content": "light dark"])
            // Whoever follows a link tells nobody what he reads.
            element("meta", ["name": "referrer", "content": "no-referrer"])
            element("title") { title }
            for style in styles { HTML(verbatim: style, in: "style") }
        }
        let page = element("html", ["lang": "en"]) {
            head
            element("body") {
                body
                for script in scripts { HTML(verbatim: script, in: "script") }
            }
        }
        return Array("<!DOCTYPE html>\n".utf8) + Array(page.markup.utf8)
    }

    private var policy: String {
        func sources(_ texts: [String]) -> String {
            let sums = texts.map { "'sha256-\(Data(SHA256.digest(of: Array($0.utf8))).base64EncodedString())'" }
            return sums.isEmpty ? "'none'" : sums.joined(separator: " ")
        }
        return "default-src 'none'; style-src \(sources(styles)); script-src \(sources(scripts)); "
            + "base-uri 'none'; form-action 'none'"
    }
}

extension HTML {
    /// A sheet or a program, which browsers read as it is.
    fileprivate init(verbatim text: String, in element: StaticString) {
        let name = element.description
        let lowered = text.lowercased()
        precondition(!lowered.contains("</\(name)") && !lowered.contains("<!--"), "it would end where it shall not")
        self.init(markup: "<\(name)>\(text)</\(name)>\n")
    }
}
