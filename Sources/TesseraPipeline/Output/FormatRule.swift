import FileSystem
import TesseraModel

/// Which formats a dataset is written in.
public enum FormatRule: Sendable {
    /// Those that the pipeline file names.
    case pipeline
    /// These, whatever the pipeline file says.
    case chosen(FormatChoice)
    /// Those that the dataset in an output folder has; where there is no dataset, those of the pipeline file.
    case present(in: String)

    /// The formats of a dataset; nil for those of the pipeline file.
    /// - Parameter path: the path of the dataset from the output folder.
    /// - Throws: ``TesseraModel/DocumentFailure`` where the output folder cannot be read.
    func choice(for path: String) throws(DocumentFailure) -> FormatChoice? {
        switch self {
        case .pipeline: return nil
        case .chosen(let formats): return formats
        case .present(let output):
            let dataset = "\(output)/\(path)"
            do {
                guard try FileSystem.kind(of: dataset) == .directory else { return nil }
                return FormatChoice(filesNamed: try FileSystem.entries(of: dataset))
            } catch {
                throw DocumentFailure(.unreadable(error))
            }
        }
    }
}
