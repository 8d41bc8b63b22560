/// The program.
public enum Tessera {
    /// Version of the program (https://semver.org).
    public static let version = "0.1.0"
}
