extension SourcePlace {
    /// A place as programs read it.
    public static let shape = JSONShape<SourcePlace>([
        .member("part", .string(), "Part of the source file, such as word/document.xml; empty where it has only one") {
            .string($0.part)
        },
        .member("start", .string(pattern: ValuePattern.position), "Where it begins") {
            .string($0.start.description)
        },
        .member("end", .string(pattern: ValuePattern.position), "The position behind the last character") {
            .string($0.end.description)
        },
    ])
}
