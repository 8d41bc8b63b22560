/// What a workbook says about itself.
public struct XLSXProperties: Sendable, Equatable {
    public var title: String
    public var comments: String
    /// When it was made, in seconds since 1970, and not 0: for that, the library would ask the clock.
    public var created: Int

    /// Makes properties from their parts; where nothing is known, a workbook was made on 1 January 1980.
    public init(title: String, comments: String = "", created: Int = 315_532_800) {
        self.title = title
        self.comments = comments
        self.created = created
    }
}
