import FileSystem

/// A folder of its own for one test, removed afterwards.
func withTemporaryFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let base = FileSystem.environment("TMPDIR") ?? "/tmp"
    let folder = "\(base)/links-\(FileSystem.processID)-\(UInt64.random(in: 0 ... .max))"
    try FileSystem.createDirectory(folder, withParents: true)
    let result: Result
    do {
        result = try body(folder)
    } catch {
        try FileSystem.removeTree(folder)
        throw error
    }
    try FileSystem.removeTree(folder)
    return result
}

/// Makes a dataset with some links.
/// - Parameter revised: the report's date; nil for none.
func makeDataset(_ folder: String, urls: [String], revised: String? = "2007-07-17") throws {
    try FileSystem.createDirectory(folder, withParents: true)
    let rows = urls.enumerated().map { "II.\($0)/laws@0,url,\($1),\($1),host,,II.\($0)/laws,cell,0,9\n" }
    let header = "link_id,kind,as_written,url,host,repairs,cell_id,place,start,end\n"
    try FileSystem.write(Array((header + rows.joined()).utf8), to: "\(folder)/links.csv")
    let version = revised.map { "\"version\": \"\($0)\"" } ?? ""
    try FileSystem.write(Array("{\(version)}".utf8), to: "\(folder)/datapackage.json")
}
