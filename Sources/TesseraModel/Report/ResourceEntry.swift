/// An entry of the report's list of online resources.
public struct ResourceEntry: Sendable, Equatable {
    /// `resource_id`: `R1`, `R2`, … in source order.
    public var id: String
    /// The organisation under which the entry stands: the number of a line in ``Report/organisations``, nil for none.
    public var organisation: Int?
    /// The lines between the organisation and the link.
    public var titles: [Passage]
    /// The line that holds the link; nil where the list gives none.
    public var target: Passage?

    public init(id: String, organisation: Int?, titles: [Passage], target: Passage?) {
        self.id = id
        self.organisation = organisation
        self.titles = titles
        self.target = target
    }
}
