import TesseraModel
import TesseraReaders
import TestSupport

/// A Word 97 document made of paragraphs, with as many of its tables as a test needs ([MS-DOC]).
struct MadeWord97 {
    /// Characters with the same properties.
    struct Run {
        var text: String
        /// Modifiers of characters.
        var modifiers: [UInt8] = []

        init(_ text: String, _ modifiers: [UInt8]...) {
            self.text = text
            self.modifiers = modifiers.flatMap { $0 }
        }
    }

    struct Paragraph {
        var runs: [Run]
        var mark = "\r"
        /// Modifiers of the mark's own characters.
        var markModifiers: [UInt8] = []
        /// Index of the style.
        var style = 0
        /// Modifiers of the paragraph, and of the row where it ends one.
        var modifiers: [UInt8] = []
    }

    /// A piece of the text, in the order of the stream.
    struct Piece {
        /// Characters of the text.
        var characters: Range<Int>
        var isCompressed = true
        /// What stands for a modifier ([MS-DOC], 2.9.214).
        var modifier = 0
    }

    /// The numbers of subdocuments, by their place among the counts of characters.
    enum Text: Int, CaseIterable { case main, footnotes, headers, macros, comments, endnotes, boxes, headerBoxes }

    var texts: [Text: [Paragraph]] = [:]
    /// Contents of tables, by their numbers in the head.
    var tables: [Int: [UInt8]] = [:]
    var styles: [Style] = []
    /// As they lie in the stream; nil for one piece.
    var pieces: [Piece]?
    /// Modifiers of whole pieces.
    var groups: [[UInt8]] = []
    var data: [UInt8] = []
    /// Further streams.
    var streams: [(name: String, content: [UInt8])] = []
    var signature = 0xA5EC
    var version = 0xC1
    var flags = 0x0200
    /// How many characters more than there are the head claims.
    var claimed = 0

    struct Style {
        var number = 0xFFE
        var name = "a"
        var base = 0xFFF
        /// 1 for paragraphs, 2 for characters.
        var kind = 1
        var paragraph: [UInt8] = []
        var characters: [UInt8] = []
    }

    init(_ main: [Paragraph], _ change: (inout MadeWord97) -> Void = { _ in }) {
        texts[.main] = main
        change(&self)
    }

    // MARK: Streams

    private static let textStart = 1024
    private static let pageSize = 512

    /// The two streams that every document has, and what else there is.
    var made: [(name: String, content: [UInt8])] {
        let paragraphs = Text.allCases.map { texts[$0] ?? [] }
        let units = paragraphs.joined().flatMap { Array(($0.runs.map(\.text).joined() + $0.mark).utf16) }
        var stream = [UInt8](repeating: 0, count: Self.textStart)
        var places: [Int] = Array(repeating: 0, count: units.count)
        var widths: [Int] = places
        let pieces = self.pieces ?? [Piece(characters: 0..<units.count, isCompressed: false)]
        var starts: [Int] = []
        for piece in pieces {
            starts.append(stream.count)
            for index in piece.characters {
                places[index] = stream.count
                widths[index] = piece.isCompressed ? 1 : 2
                stream += LittleEndian.bytes(Int(units[index]), width: widths[index])
            }
        }
        var characterPages: [(Range<Int>, [UInt8])] = []
        var paragraphPages: [(Range<Int>, [UInt8])] = []
        var index = 0
        for paragraph in paragraphs.joined() {
            let start = index
            for (text, modifiers) in paragraph.runs.map({ ($0.text, $0.modifiers) }) + [
                (paragraph.mark, paragraph.markModifiers)
            ] {
                for _ in text.utf16 {
                    characterPages.append((places[index]..<places[index] + widths[index], modifiers))
                    index += 1
                }
            }
            guard !paragraph.mark.isEmpty else { continue }
            let properties = LittleEndian.bytes(paragraph.style, width: 2) + paragraph.modifiers
            let end = places[index - 1] + widths[index - 1]
            // All of the paragraph, where it lies in one piece.
            let isWhole = (start..<index - 1).allSatisfy { places[$0] + widths[$0] == places[$0 + 1] }
            paragraphPages.append((places[isWhole ? start : index - 1]..<end, properties))
        }
        var tables = tables
        tables[12] = Self.pages(characterPages, &stream) { [UInt8($0.count)] + $0 }
        tables[13] = Self.pages(paragraphPages, &stream) { properties in
            properties.count.isMultiple(of: 2)
                ? [0, UInt8(properties.count / 2)] + properties : [UInt8((properties.count + 1) / 2)] + properties
        }
        tables[33] = tables[33] ?? clx(pieces, starts)
        if !styles.isEmpty { tables[1] = styleSheet }
        var counts = paragraphs.map {
            $0.reduce(0) { $0 + $1.runs.reduce(0) { $0 + $1.text.utf16.count } + $1.mark.utf16.count }
        }
        counts[0] += claimed
        let (head, table) = head(counts, tables)
        stream.replaceSubrange(0..<head.count, with: head)
        return [("WordDocument", stream), (flags & 0x0200 != 0 ? "1Table" : "0Table", table)]
            + (data.isEmpty ? [] : [("Data", data)]) + streams
    }

    var bytes: [UInt8] { CompoundFileWriter(made).bytes }

    private func head(_ counts: [Int], _ tables: [Int: [UInt8]]) -> (head: [UInt8], tables: [UInt8]) {
        var head = [UInt8](repeating: 0, count: 154)
        func put(_ value: Int, _ width: Int, at offset: Int) {
            head.replaceSubrange(offset..<offset + width, with: LittleEndian.bytes(value, width: width))
        }
        put(signature, 2, at: 0)
        put(version, 2, at: 2)
        put(flags, 2, at: 10)
        put(14, 2, at: 32)
        put(22, 2, at: 62)
        put(93, 2, at: 152)
        for (index, count) in counts.enumerated() { put(count, 4, at: 76 + 4 * index) }
        var content: [UInt8] = []
        for number in 0..<93 {
            let table = tables[number] ?? []
            head += LittleEndian.bytes(content.count, width: 4) + LittleEndian.bytes(table.count, width: 4)
            content += table
        }
        return (head, content)
    }

    /// A page for each run, which is as good as any other division.
    private static func pages(
        _ runs: [(bytes: Range<Int>, modifiers: [UInt8])],
        _ stream: inout [UInt8],
        _ packed: ([UInt8]) -> [UInt8]
    ) -> [UInt8] {
        var numbers: [Int] = []
        for run in runs {
            stream += [UInt8](repeating: 0, count: (pageSize - stream.count % pageSize) % pageSize)
            numbers.append(stream.count / pageSize)
            var page = LittleEndian.bytes(run.bytes.lowerBound, width: 4)
            page += LittleEndian.bytes(run.bytes.upperBound, width: 4)
            let content = packed(run.modifiers)
            let place = (pageSize - 1 - content.count) / 2 * 2
            page.append(UInt8(place / 2))
            page += [UInt8](repeating: 0, count: place - page.count) + content
            page += [UInt8](repeating: 0, count: pageSize - 1 - page.count) + [1]
            stream += page
        }
        let positions = runs.map(\.bytes.lowerBound) + [runs.last?.bytes.upperBound ?? 0]
        return (positions + numbers).flatMap { LittleEndian.bytes($0, width: 4) }
    }

    private func clx(_ pieces: [Piece], _ starts: [Int]) -> [UInt8] {
        var clx: [UInt8] = []
        for group in groups { clx += [1] + LittleEndian.bytes(group.count, width: 2) + group }
        let ordered = zip(pieces, starts).sorted { $0.0.characters.lowerBound < $1.0.characters.lowerBound }
        let positions = ordered.map(\.0.characters.lowerBound) + [ordered.last?.0.characters.upperBound ?? 0]
        clx += [2] + LittleEndian.bytes(4 * positions.count + 8 * ordered.count, width: 4)
        clx += positions.flatMap { LittleEndian.bytes($0, width: 4) }
        for (piece, start) in ordered {
            let place = piece.isCompressed ? 2 * start | 0x4000_0000 : start
            clx += [0, 0] + LittleEndian.bytes(place, width: 4) + LittleEndian.bytes(piece.modifier, width: 2)
        }
        return clx
    }

    private var styleSheet: [UInt8] {
        var sheet = LittleEndian.bytes(4, width: 2) + LittleEndian.bytes(styles.count, width: 2)
        sheet += LittleEndian.bytes(10, width: 2)
        for style in styles {
            func put(_ modifiers: [UInt8]) -> [UInt8] {
                LittleEndian.bytes(modifiers.count, width: 2) + modifiers
                    + [UInt8](repeating: 0, count: modifiers.count % 2)
            }
            let parts = style.kind == 1 ? [[0, 0] + style.paragraph, style.characters] : [style.characters]
            var content = LittleEndian.bytes(style.number, width: 2)
            content += LittleEndian.bytes(style.base << 4 | style.kind, width: 2)
            content += LittleEndian.bytes(parts.count, width: 2) + [0, 0, 0, 0]
            content += LittleEndian.bytes(style.name.utf16.count, width: 2)
            content += style.name.utf16.flatMap { LittleEndian.bytes(Int($0), width: 2) } + [0, 0]
            content += parts.flatMap(put)
            sheet += LittleEndian.bytes(content.count, width: 2) + content
            sheet += [UInt8](repeating: 0, count: content.count % 2)
        }
        return sheet
    }
}

// MARK: Snippets

/// A modifier with its operand.
func sprm(_ number: Int, _ operand: [UInt8] = [1]) -> [UInt8] { LittleEndian.bytes(number, width: 2) + operand }

/// A paragraph of one run.
func par(_ text: String, _ modifiers: [UInt8]..., style: Int = 0) -> MadeWord97.Paragraph {
    par([MadeWord97.Run(text)], modifiers.flatMap { $0 }, style: style)
}

func par(_ runs: [MadeWord97.Run], _ modifiers: [UInt8] = [], style: Int = 0) -> MadeWord97.Paragraph {
    MadeWord97.Paragraph(runs: runs, style: style, modifiers: modifiers)
}

/// A cell of a table at a depth: paragraphs, the last of which ends it.
func cell(_ texts: String..., depth: Int = 1) -> [MadeWord97.Paragraph] {
    var paragraphs = texts.map { par($0, inTable(depth)) }
    paragraphs[paragraphs.count - 1].mark = depth == 1 ? "\u{7}" : "\r"
    if depth > 1 { paragraphs[paragraphs.count - 1].modifiers += sprm(0x244B) }
    return paragraphs
}

/// The end of a row.
/// - Parameters:
///   - edges: in twips.
///   - flags: of the cells ([MS-DOC], 2.9.317).
func rowEnd(
    _ edges: [Int],
    flags: [Int] = [],
    _ modifiers: [UInt8]...,
    depth: Int = 1
) -> MadeWord97.Paragraph {
    var end = par("", inTable(depth), sprm(depth == 1 ? 0x2417 : 0x244C), definition(edges, flags))
    end.modifiers += modifiers.flatMap { $0 }
    if depth == 1 { end.mark = "\u{7}" }
    return end
}

func inTable(_ depth: Int) -> [UInt8] { sprm(0x2416) + sprm(0x6649, LittleEndian.bytes(depth, width: 4)) }

/// The definition of a row ([MS-DOC], 2.9.321).
func definition(_ edges: [Int], _ flags: [Int]) -> [UInt8] {
    var operand = [UInt8(edges.count - 1)] + edges.flatMap { LittleEndian.bytes($0, width: 2) }
    for flag in flags { operand += LittleEndian.bytes(flag, width: 2) + [UInt8](repeating: 0, count: 18) }
    return sprm(0xD608, LittleEndian.bytes(operand.count + 1, width: 2) + operand)
}

/// A table of positions with what stands between them.
func positions(_ positions: [Int], _ elements: [[UInt8]] = []) -> [UInt8] {
    positions.flatMap { LittleEndian.bytes($0, width: 4) } + elements.flatMap { $0 }
}

/// What the reader makes of a document.
func word97(
    _ main: [MadeWord97.Paragraph],
    _ change: (inout MadeWord97) -> Void = { _ in }
) throws -> SourceDocument {
    let (document, diagnostics) = try read(MadeWord97(main, change).bytes, with: Word97Reader())
    guard diagnostics.isEmpty else { throw DocumentFailure(diagnostics[0]) }
    return document
}
