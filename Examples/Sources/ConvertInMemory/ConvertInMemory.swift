import Foundation
import TesseraModel
import TesseraPipeline

/// Converts one document that is in memory, and prints the matrix as CSV.
///
/// Usage: `convert-in-memory PIPELINE-FILE NAME < DOCUMENT`
@main
enum ConvertInMemory {
    static func main() throws {
        guard CommandLine.arguments.count == 3 else {
            complain("usage: convert-in-memory PIPELINE-FILE NAME < DOCUMENT")
            exit(2)
        }
        let pipelineFile = [UInt8](try Data(contentsOf: URL(fileURLWithPath: CommandLine.arguments[1])))
        let document = [UInt8](try FileHandle.standardInput.readToEnd() ?? Data())

        let converter = Converter(PipelineSet([Pipeline(try PipelineDecoder.decode(pipelineFile))]))
        let conversion = converter.convert(.memory(document, name: CommandLine.arguments[2]))

        for diagnostic in conversion.diagnostics where diagnostic.severity > .note {
            complain(diagnostic.description(path: conversion.source.name))
        }
        // All files of the dataset are here; nothing has been written to the disk.
        guard let matrix = conversion.files.first(where: { $0.name == "matrix.csv" }) else { exit(1) }
        FileHandle.standardOutput.write(Data(matrix.bytes))
    }

    private static func complain(_ line: String) {
        FileHandle.standardError.write(Data("\(line)\n".utf8))
    }
}
