import Testing

@testable import TesseraValidation

/// What a spreadsheet does to a value by itself, and what only a person does.
@Suite struct ValueNotationTests {
    @Test(
        arguments: [
            ("0.85", "0,85", .number), ("1", "1.00", .number), ("12000", "1.2E+04", .number),
            ("1234", "1,234", .number),
            ("1234.5", "1.234,5", .number), ("-3", "-3.0", .number),
            ("2007-07-17", "17.07.2007", .date), ("2007-07-17", "7/17/2007", .date), ("2007-07-17", "17-Jul-07", .date),
            ("2006-06", "Jun 06", .date), ("1-3", "3. Jan", .date), ("1-3", "01.03.2026", .date),
            ("17:1", "17:01", .time), ("17:1", "17:01:00", .time), ("17:22", "5:22 PM", .time),
            ("TRUE", "true", .truth), ("a", "'a", .trimming), (" a ", "a", .trimming),
            ("a – b", "a ? b", .characters),
        ] as [(String, String, ValueNotation.Change)]
    )
    func byItself(original: String, value: String, change: ValueNotation.Change) {
        #expect(ValueNotation.change(from: original, to: value) == change)
    }

    /// A cell of Excel holds 32,767 characters.
    @Test func cutWhereACellIsFull() {
        let text = String(repeating: "ab", count: 20_000)
        #expect(ValueNotation.change(from: text, to: String(text.prefix(32_767))) == .length)
        #expect(ValueNotation.change(from: text, to: String(text.prefix(32_766))) == nil)
    }

    @Test(
        arguments: [
            ("0.85", "0,86"), ("1", "2"), ("17", "17.5"), ("2007-07-17", "18.07.2007"), ("2007-07-17", "2008-07-17"),
            ("17:1", "17:02"), ("17:1", "18:01"), ("17:1", "17:01:30"), ("text", "tex"), ("text", ""), ("", "text"),
            ("II.4", "II.5"), ("a b", "a ? b"), ("what", "wha?"), ("Section II, para 4", "Section II, para 5"),
            ("AC-2", "AC-3"), ("1.1", "1.10.2026 or so"),
        ]
    )
    func byAPerson(original: String, value: String) {
        #expect(ValueNotation.change(from: original, to: value) == nil)
    }
}
