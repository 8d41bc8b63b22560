import CLibYAML

/// One event of libyaml as a Swift value.
struct YAMLEvent {
    enum Kind: Equatable {
        case streamStart, streamEnd, documentStart, documentEnd
        case alias
        case scalar(String, isQuoted: Bool)
        case sequenceStart, sequenceEnd, mappingStart, mappingEnd
    }

    let kind: Kind
    let anchor: String?
    let tag: String?
    let position: YAMLPosition
}

/// Owns libyaml's parser and gives its events one by one.
@safe
final class YAMLEventSource {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    /// The parser does not copy its input, so the bytes need an address that never changes.
    private let storage: UnsafeMutableBufferPointer<UInt8>
    private let positions: YAMLPositionTable

    /// Makes a parser at the beginning of a file in UTF-8, with or without a byte order mark.
    init(bytes: [UInt8]) throws(YAMLFailure) {
        // Dropped here, because libyaml counts the mark as a character in some places and not in others.
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        positions = YAMLPositionTable(text)
        unsafe storage = .allocate(capacity: text.count)
        _ = unsafe storage.initialize(fromContentsOf: text)
        unsafe parser = .allocate(capacity: 1)
        unsafe parser.initialize(to: yaml_parser_t())
        guard unsafe yaml_parser_initialize(parser) == 1 else {
            throw YAMLFailure(message: "out of memory", line: 1, column: 1)
        }
        unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        unsafe yaml_parser_set_input_string(parser, storage.baseAddress, storage.count)
    }

    deinit {
        // Also right for a parser whose set-up failed: all its pointers are null then.
        unsafe yaml_parser_delete(parser)
        unsafe parser.deallocate()
        unsafe storage.deallocate()
    }

    /// The next event.
    ///
    /// Not to be asked for after the end of the stream.
    func next() throws(YAMLFailure) -> YAMLEvent {
        var event = unsafe yaml_event_t()
        guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw failure() }
        defer { unsafe yaml_event_delete(&event) }
        return YAMLEvent(
            kind: unsafe kind(of: event),
            anchor: unsafe Self.string(tessera_yaml_anchor(&event)),
            tag: unsafe Self.string(tessera_yaml_tag(&event)),
            position: unsafe positions.position(ofCharacter: Int(event.start_mark.index))
        )
    }

    private func kind(of event: yaml_event_t) -> YAMLEvent.Kind {
        switch unsafe event.type {
        case YAML_STREAM_END_EVENT: return .streamEnd
        case YAML_DOCUMENT_START_EVENT: return .documentStart
        case YAML_DOCUMENT_END_EVENT: return .documentEnd
        case YAML_ALIAS_EVENT: return .alias
        case YAML_SEQUENCE_START_EVENT: return .sequenceStart
        case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
        case YAML_MAPPING_START_EVENT: return .mappingStart
        case YAML_MAPPING_END_EVENT: return .mappingEnd
        case YAML_SCALAR_EVENT:
            let scalar = unsafe event.data.scalar
            let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: Int(scalar.length))
            let isQuoted = unsafe scalar.style != YAML_PLAIN_SCALAR_STYLE
            return .scalar(unsafe String(decoding: bytes, as: UTF8.self), isQuoted: isQuoted)
        default: return .streamStart
        }
    }

    /// What the parser says about the fault that it stopped at.
    private func failure() -> YAMLFailure {
        let problem = unsafe parser.pointee.problem.map { unsafe String(cString: $0) } ?? "out of memory"
        if unsafe parser.pointee.error == YAML_READER_ERROR {
            // Faults of the encoding have an offset in bytes and no mark.
            return unsafe YAMLFailure(problem, at: positions.position(ofByte: Int(parser.pointee.problem_offset)))
        }
        let context = unsafe parser.pointee.context.map { unsafe " (\(String(cString: $0)))" } ?? ""
        let index = unsafe Int(parser.pointee.problem_mark.index)
        return YAMLFailure(problem + context, at: positions.position(ofCharacter: index))
    }

    private static func string(_ pointer: UnsafePointer<yaml_char_t>?) -> String? {
        guard let pointer = unsafe pointer else { return nil }
        return unsafe String(cString: pointer)
    }
}
