import Glibc

/// The direction of a vector.
enum PDFAngle {
    /// In whole degrees from the x axis towards the y axis, -180…180.
    static func degrees(_ x: Double, _ y: Double) -> Int {
        let degrees = atan2(y, x) * 180 / Double.pi
        // Nil for what is no direction, such as that of infinity.
        return Int(exactly: degrees.rounded()) ?? 0
    }
}
