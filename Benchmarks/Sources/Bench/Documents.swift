/// Makes documents that cases read.
func makeDocuments(_ names: [String], in folder: String) throws(BenchFailure) {
    _ = try ProcessRun(["Benchmarks/make-documents", folder] + names, errors: "\(folder)/errors.txt")
}

/// How many bytes a part of an archive has without compression.
///
/// - Parameter part: nil for a file that is no archive, of which the size is given.
func size(of part: String?, in document: String, _ folder: String) throws(BenchFailure) -> Int {
    guard let part else { return try size(of: document) }
    let output = "\(folder)/size.txt"
    let command = [try siblingProgram("read-floor"), "size", document, part]
    _ = try ProcessRun(command, output: output, errors: "\(folder)/errors.txt")
    guard let size = try lines(of: output).first.flatMap({ Int($0) }) else {
        throw BenchFailure("read-floor printed no size")
    }
    return size
}
