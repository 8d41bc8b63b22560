import ChildProcess
import LibXML
import TesseraModel

/// The words of a PDF with their boxes, as poppler's `pdftotext -bbox-layout` finds them.
///
/// It runs in a process of its own while this one goes on: its parser is large, and a crash of it is no crash of ours.
struct PopplerText: ~Copyable {
    private static let program = "pdftotext"

    private let process: ChildProcess
    private let limits: ReadingLimits

    /// Starts the program.
    /// - Throws: ``TesseraModel/DocumentFailure`` where it cannot be started.
    init(_ bytes: [UInt8], limits: ReadingLimits) throws(DocumentFailure) {
        self.limits = limits
        do {
            process = try ChildProcess(
                PopplerText.program,
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

    /// Waits for the words.
    /// - Returns: the pages in order, without rules and fills.
    /// - Throws: ``TesseraModel/DocumentFailure`` where the program fails or passes a limit.
    consuming func pages() throws(DocumentFailure) -> [PageSurface] {
        var bytes: [UInt8]
        let limits = limits
        do {
            bytes = try process.finish()
        } catch {
            throw DocumentFailure(.popplerFailed(error, limits: limits))
        }
        // Controls that a font names as characters; no XML may hold them.
        for index in bytes.indices where bytes[index] < 0x20 && bytes[index] != 0x0A { bytes[index] = 0x20 }
        let part = MarkupPart(name: PopplerText.program, limits: limits)
        return try part.parse(bytes, .xml(allowsDoctype: true), PopplerName.vocabulary) { _ in PopplerHandler() }.pages
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
    private(set) var pages: [PageSurface] = []
    private var block = -1
    private var line = -1
    private var box: PageBox?
    private var text: [UInt8] = []

    var failure: Diagnostic? { nil }

    func start(_ name: Int, _ tag: borrowing XMLTag) {
        switch PopplerName(rawValue: name) {
        case .page:
            pages.append(
                PageSurface(
                    number: pages.count + 1,
                    width: tag.number(.width),
                    height: tag.number(.height),
                    words: [],
                    rules: [],
                    fills: []
                )
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

    func end(_ name: Int) {
        guard name == PopplerName.word.rawValue, let box, !pages.isEmpty else { return }
        self.box = nil
        let text = String(decoding: text, as: UTF8.self)
        guard text.unicodeScalars.contains(where: { !$0.isBlank }) else { return }
        let number = pages[pages.count - 1].words.count
        pages[pages.count - 1].words.append(
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
                "the PDF cannot be read: \(failure)",
                suggestion: "get the file again from its source, or have another program save it anew"
            )
        }
    }
}
