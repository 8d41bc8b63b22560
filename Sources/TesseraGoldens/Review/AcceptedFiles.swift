import LibNettle
public import TesseraModel
public import TesseraPipeline

/// The files of a dataset of which some units were accepted.
public enum AcceptedFiles {
    /// Makes the files: all of the new ones where everything was accepted; else those of a report in which the accepted
    /// units are new and the others as they were, in the same formats.
    /// - Parameters:
    ///   - conversion: the document as it is now.
    ///   - comparison: its differences from the dataset that is there.
    ///   - accepted: names of units; what they need is taken with them.
    ///   - pipelines: those with which it was converted.
    /// - Returns: nil where nothing is taken.
    /// - Throws: ``TesseraModel/DocumentFailure`` where the units do not fit together, or a format cannot be written.
    public static func files(
        of conversion: Conversion,
        _ comparison: UnitComparison,
        accepting accepted: Set<String>,
        pipelines: PipelineSet
    ) throws(DocumentFailure) -> [OutputFile]? {
        let taken = comparison.closure(of: accepted)
        if taken.isEmpty { return nil }
        guard taken.count < comparison.units.count, let merge = GoldenMerge(comparison, accepting: taken) else {
            return conversion.files
        }
        guard let pipeline = pipelines.pipelines.first(where: { $0.definition.id == conversion.pipeline }) else {
            return conversion.files
        }
        let formats = FormatChoice(filesNamed: conversion.files.map(\.name))
        return try pipeline.files(of: try merge.report(), formats: formats)
    }

    /// SHA-256 of `report.json` among some files; empty where there is none.
    static func checksum(of files: [OutputFile]) -> String {
        files.first { $0.name == GoldenReport.fileName }.map { SHA256.hexDigest(of: $0.bytes) } ?? ""
    }
}
