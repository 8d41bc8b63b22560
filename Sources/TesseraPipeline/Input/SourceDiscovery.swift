import FileSystem
import TesseraModel
import TesseraReaders

/// Finds the documents that a command line names.
public struct SourceDiscovery: Sendable {
    public private(set) var sources: [SourcePath] = []
    /// Files of folders that no reader's name fits: they are left alone, and counted.
    public private(set) var skipped: [SourcePath] = []

    /// - Parameters:
    ///   - inputs: files or folders. A file is always taken; of a folder, the files with an extension that a reader
    ///     knows, in the order of their paths.
    ///   - pipelineFolder: the folder of pipeline files; the folder that holds it is the project.
    ///   - lists: files that are the parts of one report, besides those whose names say so.
    /// - Throws: ``SetUpFailure`` for an input that does not exist.
    public init(
        _ inputs: [String],
        pipelineFolder: String,
        parts lists: [PartList] = []
    ) throws(SetUpFailure) {
        let project = SourceDiscovery.project(of: pipelineFolder)
        let extensions = Set(Readers.standard.all.flatMap(\.format.extensions))
        let listed = Set(lists.flatMap(\.files))
        var taken = Set<String>()
        var grouping = PartGrouping(lists: lists, project: project)
        func add(_ path: String, folder: String = "", isNamed: Bool) {
            let absolute = SourceDiscovery.absolute(path)
            guard taken.insert(absolute).inserted else { return }
            let source = SourcePath(file: path, name: SourceDiscovery.name(absolute, project), folder: folder)
            // Behind the mark of a part, as in `report.html?page=2`, the extension is that of the whole.
            let whole = PartName(path)?.whole ?? path
            if isNamed || extensions.contains(SourceDiscovery.fileExtension(whole)) || listed.contains(source.name) {
                grouping.add(source, at: absolute, isNamed: isNamed)
            } else {
                taken.remove(absolute)
                skipped.append(source)
            }
        }
        for input in inputs {
            switch try SourceDiscovery.kind(of: input) {
            case .missing: throw SetUpFailure(input, .missingInput)
            case .file, .other: add(input, isNamed: true)
            case .directory:
                let folder = input.hasSuffix("/") ? String(input.dropLast()) : input
                for file in try SourceDiscovery.files(below: folder) {
                    let parent = file.lastIndex(of: "/").map { String(file[..<$0]) } ?? ""
                    add("\(folder)/\(file)", folder: parent, isNamed: false)
                }
            }
        }
        sources = grouping.sources
    }

    /// Some of the documents, in their order; what was skipped is the same.
    public func narrowed(to chosen: [SourcePath]) -> SourceDiscovery {
        let chosen = Set(chosen)
        var copy = self
        copy.sources = sources.filter(chosen.contains)
        return copy
    }

    /// Whether an input is there.
    /// - Throws: ``SetUpFailure`` where it cannot be found out.
    public static func exists(_ input: String) throws(SetUpFailure) -> Bool { try kind(of: input) != .missing }

    private static func kind(of path: String) throws(SetUpFailure) -> FileSystem.Kind {
        do {
            return try FileSystem.kind(of: path)
        } catch {
            throw SetUpFailure(path, .unreadable(error))
        }
    }

    private static func files(below folder: String) throws(SetUpFailure) -> [String] {
        do {
            return try FileSystem.files(below: folder)
        } catch {
            throw SetUpFailure(folder, .unreadable(error))
        }
    }

    /// The folder that holds the pipeline folder, as an absolute path.
    package static func project(of pipelineFolder: String) -> String {
        let path = absolute(pipelineFolder)
        guard let slash = path.lastIndex(of: "/") else { return path }
        return String(path[..<slash])
    }

    /// The path of a file relative to the project; the bare name of one outside it.
    static func name(of path: String, in project: String) -> String { name(absolute(path), project) }

    private static func name(_ absolute: String, _ project: String) -> String {
        if absolute.hasPrefix(project + "/") { return String(absolute.dropFirst(project.count + 1)) }
        return absolute.split(separator: "/").last.map(String.init) ?? absolute
    }

    /// The absolute path; the path itself where there is none, so that reading the file gives the error.
    private static func absolute(_ path: String) -> String {
        do {
            return try FileSystem.absolutePath(of: path)
        } catch {
            return path
        }
    }

    private static func fileExtension(_ path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
        return name[name.index(after: dot)...].lowercased()
    }
}

extension SetUpFailure {
    /// There is nothing to convert.
    public static func noDocuments(in inputs: [String], skipped: [SourcePath]) -> SetUpFailure {
        SetUpFailure(inputs.joined(separator: ", "), .noDocuments(skipped))
    }
}

extension Diagnostic {
    fileprivate static func noDocuments(_ skipped: [SourcePath]) -> Diagnostic {
        let names = skipped.prefix(3).map(\.file).joined(separator: ", ")
        return Diagnostic(
            "no-documents",
            .error,
            "there is no document to convert" + (names.isEmpty ? "" : ": no reader knows the extension of \(names)"),
            suggestion: "list the formats that can be read with 'tessera formats'"
        )
    }

    static let missingInput = Diagnostic(
        "missing-input",
        .error,
        "there is no such file or folder",
        suggestion: "check the name"
    )
}
