/// A column of the matrix.
public struct Column: Sendable, Equatable {
    public enum Role: String, Sendable, CaseIterable {
        /// Holds the labels and titles of the rows.
        case rowHeading = "row-heading"
        case content
    }

    /// `column_id`
    public var id: String
    public var role: Role
    /// The heading as the source prints it first.
    public var heading: Passage

    public init(id: String, role: Role, heading: Passage) {
        self.id = id
        self.role = role
        self.heading = heading
    }
}
