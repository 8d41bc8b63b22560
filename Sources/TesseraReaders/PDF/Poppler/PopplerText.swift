import ChildProcess
import LibXML
import TesseraModel

/// The words of a PDF with their boxes, as poppler's `pdftotext -bbox-layout` finds them.
///
/// It runs in a process of its own while this one goes on: its parser is large, and a crash of it is no crash of ours.
struct PopplerText {
    private let program: String
    private let process: ChildProcess
    private let limits: ReadingLimits

    /// Starts the program.
    /// - Parameter program: its name; it is looked for on the search path.
    /// - Throws: ``TesseraModel/DocumentFailure`` where it cannot be started.
    init(_ bytes: [UInt8], limits: ReadingLimits, program: String = "pdftotext") throws(DocumentFailure) {
        self.program = program
        self.limits = limits
        do {
            process = try ChildProcess(
                program,
                ["-q", "-bbox-layout", "/dev/stdin", "-"],
                input: bytes,
                limits: ChildProcessLimits(
                    seconds: limits[.processTime],
                    memory: limits[.processMemory],
                    output: limits[.processOutput]
                )
            )
        } catch {
            throw DocumentFailure(.popplerFailed(error, limits: limits))
        }
    }

    /// Reads the words of page after page, as the program finds them.
    /// - Parameter take: gets each page in order, without rules.
    /// - Throws: ``TesseraModel/DocumentFailure`` where the program fails or passes a limit; what `take` throws.
    func read(_ take: (PageSurface) throws(DocumentFailure) -> Void) throws(DocumentFailure) {
        let part = MarkupPart(name: program, limits: limits)
        let feed = try part.feed(.xml(allowsDoctype: true), PopplerName.vocabulary) { _ in PopplerHandler() }
        var buffer: [UInt8] = []
        var cleaning = CharacterCleaning()
        while true {
            let count = try read(into: &buffer)
            if count == 0 { break }
            cleaning.clean(&buffer, count: count)
            try feed.add(buffer.span.extracting(0..<count))
            for page in feed.handler.takePages() { try take(page) }
        }
        try feed.finish()
    }

    private func read(into buffer: inout [UInt8]) throws(DocumentFailure) -> Int {
        do {
            let count = try process.read(into: &buffer)
            if count == 0 { try process.finish() }
            return count
        } catch {
            throw DocumentFailure(.popplerFailed(error, limits: limits))
        }
    }
}

private enum PopplerName: Int, CaseIterable {
    case page, block, line, word
    case width, height, xMin, yMin, xMax, yMax

    static let vocabulary: XMLVocabulary = {
        let elements: [PopplerName] = [.page, .block, .line, .word]
        return XMLVocabulary(
            Dictionary(
                uniqueKeysWithValues: allCases.map { name in
                    let namespace = elements.contains(name) ? "http://www.w3.org/1999/xhtml" : ""
                    return (XMLName("\(name)", in: namespace), name.rawValue)
                }
            )
        )
    }()
}

/// Gathers words from poppler's XHTML.
private final class PopplerHandler: MarkupHandler {
    /// Pages that have ended, and not been taken.
    private var pages: [PageSurface] = []
    private var page: PageSurface?
    private var pageCount = 0
    private var block = -1
    private var line = -1
    private var box: PageBox?
    private var text: [UInt8] = []

    var failure: Diagnostic? { nil }

    func start(_ name: Int, _ tag: borrowing XMLTag) {
        switch PopplerName(rawValue: name) {
        case .page:
            pageCount += 1
            page = PageSurface(
                number: pageCount,
                width: tag.number(.width),
                height: tag.number(.height),
                words: [],
                rules: []
            )
            (block, line) = (-1, -1)
        case .block: block += 1
        case .line: line += 1
        case .word:
            box = PageBox(
                left: tag.number(.xMin),
                top: tag.number(.yMin),
                right: tag.number(.xMax),
                bottom: tag.number(.yMax)
            )
            text.removeAll(keepingCapacity: true)
        default: break
        }
    }

    /// The pages that have ended since the last call.
    func takePages() -> [PageSurface] {
        defer { pages = [] }
        return pages
    }

    func end(_ name: Int) {
        if name == PopplerName.page.rawValue, let ended = page {
            pages.append(ended)
            page = nil
        }
        guard name == PopplerName.word.rawValue, let box else { return }
        self.box = nil
        let text = String(decoding: text, as: UTF8.self)
        guard text.unicodeScalars.contains(where: { !$0.isBlank }) else { return }
        let number = page?.words.count ?? 0
        page?.words.append(
            PageWord(text: text, box: box, number: number, line: max(0, line), block: max(0, block))
        )
    }

    func text(_ piece: borrowing XMLText) {
        if box != nil { piece.append(to: &text) }
    }
}

extension XMLTag {
    /// A length in points; 0 for what is no number.
    fileprivate func number(_ name: PopplerName) -> Double {
        value(name.rawValue).flatMap(Double.init) ?? 0
    }
}

extension Diagnostic {
    fileprivate static func popplerFailed(_ failure: ChildProcessFailure, limits: ReadingLimits) -> Diagnostic {
        switch failure.kind {
        case .notFound:
            Diagnostic(
                "missing-program",
                .error,
                "the words of a PDF without a structure of its own are read with '\(failure.program)', which is not installed",
                suggestion: "install it; on Debian and Ubuntu: apt-get install poppler-utils"
            )
        case .outOfTime:
            .limitExceeded(.processTime, "\(failure)", limits: limits)
        case .tooMuchOutput:
            .limitExceeded(.processOutput, "\(failure)", limits: limits)
        default:
            Diagnostic(
                "failed-program",
                .error,
                // What the program's manual says of that code.
                failure.kind == .exit(1)
                    ? "the PDF cannot be read: \(failure.program) cannot open it"
                    : "the PDF cannot be read: \(failure)",
                suggestion: "get the file again from its source, or have another program save it anew"
            )
        }
    }
}
