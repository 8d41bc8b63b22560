import TesseraModel
import TesseraPipeline

/// What two versions of a dataset were made from, as their descriptors say: why they may differ.
enum DerivationFacts {
    static func sentences(old: [OutputFile], new: [OutputFile]) -> [String] {
        guard let before = descriptor(old), let now = descriptor(new) else { return [] }
        let sources = (first(before, "sources"), first(now, "sources"))
        let derivations = (before.object("derivation"), now.object("derivation"))
        return [
            sentence("source", sources.0.text("hash"), sources.1.text("hash"), name: sources.1.text("title")),
            sentence(
                "pipeline file",
                derivations.0.object("pipeline").text("hash"),
                derivations.1.object("pipeline").text("hash"),
                name: derivations.1.object("pipeline").text("path")
            ),
            sentence("program", derivations.0.text("version"), derivations.1.text("version"), name: "tessera"),
        ]
    }

    private static func sentence(_ noun: String, _ old: String, _ new: String, name: String) -> String {
        let called = name.isEmpty ? noun : "\(noun) \(name)"
        if old == new { return "\(called): the same" }
        return "\(called): \(short(old)) before, \(short(new)) now"
    }

    /// The beginning of a checksum is enough to see that it is another.
    private static func short(_ text: String) -> String {
        let prefix = "sha256:"
        if text.isEmpty { return "unknown" }
        return text.hasPrefix(prefix) ? "\(text.dropFirst(prefix.count).prefix(12))…" : text
    }

    private static func first(_ descriptor: JSONObject, _ list: String) -> JSONObject {
        descriptor.objects(list).first ?? [:]
    }

    private static func descriptor(_ files: [OutputFile]) -> JSONObject? {
        guard let file = files.first(where: { $0.name == "datapackage.json" }) else { return nil }
        do {
            return try JSONParser.parse(file.bytes).object
        } catch {
            // A broken one says nothing; the differences are shown all the same.
            return nil
        }
    }
}
