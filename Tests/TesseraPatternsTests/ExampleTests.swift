import TesseraModel
import TesseraPatterns
import Testing

/// The examples that document the types of placeholders.
struct ExampleTests {
    @Test(arguments: PlaceholderType.allCases)
    func examplesHold(type: PlaceholderType) throws {
        #expect(type.examples.contains { $0.values != nil } && type.examples.contains { $0.values == nil })
        for example in type.examples {
            let match = try Pattern(example.pattern).match(example.line, .whole)
            #expect(
                match?.captures.flatMap(\.value.items) == example.values,
                "\(example.pattern) on \(example.line)"
            )
            #expect(example.pattern.contains(":\(type.rawValue)}"))
        }
    }
}
