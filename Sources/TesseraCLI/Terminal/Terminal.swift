import ArgumentParser
import FileSystem
import TesseraModel
import TesseraPipeline

/// Standard output or standard error.
struct Terminal {
    static let output = Terminal(descriptor: 1)
    static let error = Terminal(descriptor: 2)

    private let descriptor: Int32

    var isTerminal: Bool { FileSystem.isTerminal(descriptor) }

    func write(_ text: String) { write(Array(text.utf8)) }

    func write(_ bytes: [UInt8]) {
        do {
            try FileSystem.writeToDescriptor(bytes, descriptor: descriptor)
        } catch {
            // Where the reader has gone (`tessera … | head`), there is no one to tell.
            if descriptor != 2, !error.isBrokenPipe { Terminal.error.write("standard output: error: \(error)\n") }
            TesseraCommand.exit(withError: ExitCode(1))
        }
    }
}

/// When to use colours.
enum ColourChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
}

/// How findings are printed.
enum FindingFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}

/// Options that every command has.
struct CommonOptions: ParsableArguments {
    @Flag(help: "Print errors only.")
    var quiet = false

    @Flag(help: "Print notes as well.")
    var verbose = false

    @Option(help: "Use colours: auto, always or never. NO_COLOR is honoured.")
    var color = ColourChoice.auto

    func validate() throws {
        if quiet, verbose { throw ValidationError("--quiet and --verbose exclude each other") }
    }

    /// Whether what goes to a stream is coloured.
    func isColoured(_ terminal: Terminal) -> Bool {
        switch color {
        case .always: true
        case .never: false
        case .auto:
            terminal.isTerminal && (FileSystem.environment("NO_COLOR") ?? "").isEmpty
                && FileSystem.environment("TERM") != "dumb"
        }
    }

    /// Whether a diagnostic of this severity is printed.
    func shows(_ severity: Diagnostic.Severity) -> Bool {
        severity >= (quiet ? .error : verbose ? .note : .warning)
    }

    /// Prints diagnostics about a file to standard error.
    func print(_ diagnostics: [Diagnostic], path: String) {
        for diagnostic in diagnostics where shows(diagnostic.severity) {
            let line = diagnostic.description(path: path).escapedForTerminals
            Terminal.error.write(coloured(line, diagnostic.severity) + "\n")
            guard verbose else { continue }
            for note in diagnostic.notes { Terminal.error.write("  note: \(note.escapedForTerminals)\n") }
        }
    }

    /// Prints what makes a run impossible.
    func print(_ failure: SetUpFailure) {
        for finding in failure.findings { print([finding.diagnostic], path: finding.path) }
    }

    /// A line of information to standard error, left out when quiet.
    func say(_ line: String) {
        if !quiet { Terminal.error.write(line.escapedForTerminals + "\n") }
    }

    private func coloured(_ text: String, _ severity: Diagnostic.Severity) -> String {
        guard isColoured(.error) else { return text }
        let code =
            switch severity {
            case .error: "31"
            case .warning: "33"
            case .note: "36"
            }
        let word = ": \(severity.rawValue): "
        guard let range = text.firstRange(of: word) else { return text }
        return text.replacing(word, with: ": \u{1B}[1;\(code)m\(severity.rawValue)\u{1B}[0m: ", subrange: range)
    }
}

extension String {
    /// With escapes in the place of characters that a terminal obeys: what comes from files must not move the cursor,
    /// change colours or turn the direction of the line.
    var escapedForTerminals: String {
        unicodeScalars.map { scalar in
            switch scalar.value {
            case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
                "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            default: String(scalar)
            }
        }.joined()
    }

    fileprivate func replacing(_ word: String, with other: String, subrange: Range<String.Index>) -> String {
        var copy = self
        copy.replaceSubrange(subrange, with: other)
        return copy
    }
}

/// Runs the body; what makes a run impossible is printed, and ends with exit code 2.
func reportingSetUp<Result>(_ options: CommonOptions, _ body: () throws(SetUpFailure) -> Result) throws -> Result {
    do {
        return try body()
    } catch {
        options.print(error)
        throw ExitCode.setUpFailed
    }
}

/// The nearest name that there is, as the end of a message; empty where there is none.
func mostSimilar(to name: String, among known: [String]) -> String {
    EditDistance.nearest(to: name, among: known).map { "; the most similar is '\($0.word)'" } ?? ""
}
