import Glibc
import TesseraStages

/// Finds the acronyms and the links of a text again and again, and prints the milliseconds of each time.
///
/// Usage: resolve-text FILE COPIES ENTRIES
///
/// Each line of the file is a text of its own, as the paragraphs of cells are; the file is read COPIES times in a row.
/// ENTRIES is the number of made-up acronyms in the gazetteer.
@main
enum ResolveText {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, let copies = Int(arguments[2]), let entries = Int(arguments[3]),
            let lines = lines(of: arguments[1])
        else { fail("usage: resolve-text FILE COPIES ENTRIES") }
        let finder = AcronymFinder(gazetteers: [gazetteer(entries)])
        let knowledge = finder.knowing(lines.flatMap { finder.definitions(in: $0) })
        for _ in 0..<11 {
            let begin = clock()
            var found = 0
            for _ in 0..<copies {
                for line in lines {
                    found += finder.definitions(in: line).count
                    // Mentions are looked for outside links, so that links are looked for as well.
                    found += knowledge.mentions(in: line).count
                }
            }
            let milliseconds = Double(clock() - begin) * 1000 / Double(CLOCKS_PER_SEC)
            guard found > 0 else { fail("nothing was found in \(arguments[1])") }
            print(milliseconds)
        }
    }

    /// Acronyms of three to six capitals, as a generator with a fixed seed makes them (xorshift, G. Marsaglia, 2003).
    private static func gazetteer(_ count: Int) -> Gazetteer {
        var state: UInt64 = 88_172_645_463_325_252
        let entries = (0..<count).map { number in
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            let letters = (0..<3 + Int(state % 4)).map { index in
                Character(Unicode.Scalar(UInt8(65 + (state >> (8 * UInt64(index + 1))) % 26)))
            }
            return Gazetteer.Entry(
                acronym: String(letters) + (number % 4 == 0 ? " \(number)" : ""),
                expansion: "\(number)"
            )
        }
        return Gazetteer(name: "made", entries: entries)
    }

    private static func lines(of path: String) -> [String]? {
        guard let file = unsafe fopen(path, "rb") else { return nil }
        defer { unsafe fclose(file) }
        var bytes: [UInt8] = []
        while true {
            let byte = unsafe getc(file)
            guard byte != EOF else { break }
            bytes.append(UInt8(byte))
        }
        return bytes.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\t") }
            .map { String(decoding: $0, as: UTF8.self) }
    }

    private static func fail(_ message: String) -> Never {
        var line = "resolve-text: \(message)\n"
        line.withUTF8 { bytes in _ = unsafe write(2, bytes.baseAddress, bytes.count) }
        exit(1)
    }
}
