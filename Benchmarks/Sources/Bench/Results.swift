/// What a whole run gave, as a document for people and as one for programs.
struct Results: Sendable {
    let machine: Machine
    let sections: [Section]
}
