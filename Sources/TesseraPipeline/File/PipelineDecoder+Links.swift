import LibYAML
import TesseraStages

/// The key `links`: what became of the hosts that a report links to.
extension PipelineDecoder {
    /// The hosts that have moved.
    mutating func movedHosts(_ reader: FieldReader?) -> MovedHosts {
        guard let fields = reader else { return MovedHosts() }
        let node = fields.value("moved")
        fields.finish(&mistakes)
        guard let node else { return MovedHosts() }
        guard case .mapping(let entries) = node.content else {
            mistakes.add(
                "wrong-type",
                "'moved' must map one host to another",
                at: node,
                suggestion: "write 'moved:', and below it a line such as 'old.example.org: www.example.org'"
            )
            return MovedHosts()
        }
        var moved = MovedHosts()
        for entry in entries {
            guard let old = entry.key.string("moved", &mistakes), let new = entry.value.string(old, &mistakes)
            else { continue }
            do throws(MovedHosts.Failure) {
                try moved.add(old, to: new)
            } catch {
                let place = error.part == .old ? entry.key : entry.value
                mistakes.add(
                    error.isRepeated ? "duplicate-key" : "wrong-value",
                    error.message,
                    at: place,
                    suggestion: error.isRepeated
                        ? nil : "write the names of hosts alone, as in 'old.example.org: www.example.org'"
                )
            }
        }
        return moved
    }
}
