extension DatasetVersion {
    /// The version as the list of changes names it where a person has accepted a part of it: several reviews of one
    /// source would else have one heading.
    package func acceptedInPart(by reviewer: String) -> DatasetVersion {
        var version = self
        // A name may hold anything, and stands in a heading.
        version.program += ", accepted in part by \(Excerpt.shown(reviewer.unicodeScalars).markdown)"
        return version
    }
}
