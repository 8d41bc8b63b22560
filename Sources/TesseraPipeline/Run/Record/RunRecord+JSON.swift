import TesseraModel

/// The way back from what ``RunReport`` and ``RunReportFile`` write.
extension RunRecord {
    init(_ json: JSONCursor) throws(JSONDecodingFailure) {
        let schema = try json.string("schema")
        guard schema == RunReport.schemaName else {
            throw try json.required("schema").failure("it is '\(schema.shortened(to: 60))'")
        }
        program = try json.string("program")
        outcomes = try json.items("documents") { item throws(JSONDecodingFailure) in try RunOutcome(item) }
        facts = try RunFacts(json.required("run"))
        skipped = try json.strings("skipped_files")
    }
}

extension RunOutcome {
    fileprivate init(_ json: JSONCursor) throws(JSONDecodingFailure) {
        let name = try json.string("source")
        let parts = try json.has("parts") ? try json.strings("parts") : []
        let source = SourcePath(
            file: name,
            name: name,
            parts: parts.enumerated().map { SourcePath.Part(file: $1, name: $1, number: $0 + 1) }
        )
        var conversion = Conversion(source: source)
        if let sha256 = try json.optionalString("sha256") {
            conversion.origin = Origin(
                path: name,
                mediaType: try json.optionalString("format") ?? "",
                sha256: sha256,
                bytes: try json.integer("bytes")
            )
        }
        conversion.pipeline = try json.optionalString("pipeline")
        conversion.reportID = try json.optionalString("report")
        conversion.size = try json.member("counts").map(ReportSize.init)
        conversion.diagnostics = try json.items("diagnostics") { item throws(JSONDecodingFailure) in
            try item.diagnostic()
        }
        if let notes = try json.member("notes"), case .object(let counts) = notes.value {
            for (id, _) in counts.sorted { conversion.foldedNotes[id] = try notes.integer(id) }
        }
        if let timings = try json.member("timings") {
            for (stage, path) in StageTimings.stages { conversion.timings[keyPath: path] = try timings.integer(stage) }
        }
        self.init(conversion, status: try json.word("status"))
        dataset = try json.optionalString("dataset")
        isRemembered = try json.has("remembered")
    }
}

extension RunFacts {
    fileprivate init(_ json: JSONCursor) throws(JSONDecodingFailure) {
        let first = try json.moment("started")
        let last = try json.moment("ended")
        let length = Int((try json.number("seconds") * 1_000).rounded())
        // The moments are written without fractions of a second; these fit both of them and the length.
        started = max(first, last + -length)
        ended = started + length
        jobs = try json.integer("jobs")
        processors = try json.integer("processors")
        pipelines = try json.items("pipelines") { item throws(JSONDecodingFailure) in
            UsedPipeline(
                id: try item.string("id"),
                path: try item.string("path"),
                sha256: try item.string("sha256")
            )
        }
    }
}

extension JSONCursor {
    fileprivate func moment(_ name: String) throws(JSONDecodingFailure) -> Moment {
        let member = try required(name)
        guard let moment = Moment(try member.string()) else { throw member.failure("this is no moment") }
        return moment
    }
}
