/// The small matrix of which tests make documents.
public enum MadeMatrix {
    /// Its pipeline file.
    public static let pipeline = """
        tessera: 1
        id: made
        title: A made matrix
        language: en
        columns:
          - id: label
            role: row-heading
            heading: Commitment
          - id: laws
            heading: National Laws
          - id: help
            heading: Assistance Given
        rows:
          scheme: PoA
          label: Section {section:roman}, para {paragraph:numbers}
        revision: Revised and updated {revised:date}
        """

    /// The lines above its rows.
    public static let headings = "\tCommitment\n\tNational Laws\n\tAssistance Given\n"

    /// A row as a text dump has it.
    /// - Parameters:
    ///   - label: number of its paragraph.
    ///   - laws: the first cell.
    ///   - help: the second cell.
    public static func row(_ label: String, _ laws: String, _ help: String = "N/A") -> String {
        "\tSection II, para \(label)\n\n\t\(laws)\n\t\(help)\n"
    }
}
