extension Origin {
    /// A source file as programs read it. Its schema refers to a definition named `origin`, which is the schema itself.
    public static let shape: JSONShape<Origin> = JSONShape([
        .member("path", .string(), "Path of the file, from the project's folder") { .string($0.path) },
        .member("media_type", .string(), "Its format, as an IANA media type") { .string($0.mediaType) },
        .member("sha256", .string(pattern: ValuePattern.sha256), "SHA-256 of its bytes in hexadecimal digits") {
            .string($0.sha256)
        },
        .member("bytes", .integer(from: 0), "Number of its bytes") { .number($0.bytes) },
        .optional(
            "parts",
            .array(of: .reference("origin"), minItems: 2),
            "The files that the report is cut into, in their order; absent where it is one file"
        ) { origin in
            origin.parts.isEmpty ? nil : shape.json(origin.parts)
        },
    ])
}
