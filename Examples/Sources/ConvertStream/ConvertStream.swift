import Dispatch
import Foundation
import TesseraModel
import TesseraPipeline

/// Reads paths of documents, one a line, and prints a JSON object for each, in the same order.
///
/// Usage: `convert-stream PIPELINE-FILE < PATHS`
///
/// Lines are read only as fast as documents are converted and their results are taken off: whoever writes paths into a pipe
/// is held up. Ctrl-C ends the program cleanly: no document is begun any more, and what is printed is whole.
@main
enum ConvertStream {
    static func main() async throws {
        guard CommandLine.arguments.count == 2 else {
            FileHandle.standardError.write(Data("usage: convert-stream PIPELINE-FILE < PATHS\n".utf8))
            exit(2)
        }
        let pipelineFile = [UInt8](try Data(contentsOf: URL(fileURLWithPath: CommandLine.arguments[1])))
        let converter = Converter(PipelineSet([Pipeline(try PipelineDecoder.decode(pipelineFile))]))

        let work = Task {
            let documents = InputLines().map { SourcePath(file: $0, name: $0) }
            for await conversion in converter.conversions(of: documents, jobs: 2) {
                FileHandle.standardOutput.write(Data(summary(of: conversion).line()))
            }
        }
        // The handler, which would end the program at once, gives way to the source, which tells of the signal.
        signal(SIGINT, SIG_IGN)
        let interrupt = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        // Called by a thread of its own, not by the main one.
        interrupt.setEventHandler { @Sendable in work.cancel() }
        interrupt.resume()

        // The sequence ends once nothing is under way any more, cancelled or not.
        await work.value
        interrupt.cancel()
        if work.isCancelled { exit(130) }
    }

    private static func summary(of conversion: Conversion) -> JSONValue {
        .object([
            "source": .string(conversion.source.name),
            "status": .string(conversion.isSound() ? "converted" : "failed"),
            "report": .optional(conversion.reportID),
            "rows": conversion.size.map { .number($0.rows) } ?? .null,
            "cells": conversion.size.map { .number($0.cells) } ?? .null,
            "errors": .array(
                conversion.diagnostics.filter { $0.severity == .error }.map {
                    .string($0.description(path: conversion.source.name))
                }
            ),
        ])
    }
}
