import FileSystem
import LibCurl
import TesseraModel

@testable import TesseraLinks

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

/// Runs one errand against made-up answers.
/// - Returns: what it found out, and the requests that it made.
func run(
    _ errand: some Errand,
    at moment: Moment,
    answering answer: (HTTPRequest) -> Result<HTTPAnswer, HTTPFailure>
) -> (Finding, [HTTPRequest]) {
    var errand = errand
    var request = errand.begin()
    var requests: [HTTPRequest] = []
    while true {
        requests.append(request)
        let reply = Reply(request: request, result: answer(request), attempts: 1, moment: moment)
        switch errand.proceed(with: reply) {
        case .ask(let next): request = next
        case .done(let finding): return (finding, requests)
        }
    }
}
