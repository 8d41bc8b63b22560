/// A target and what became of it, in words.
struct Aim: Sendable {
    let figure: String
    let target: String
    let isMet: Bool
}

extension Section {
    /// The targets of the section: its own, and those in what another program printed, `* …; target …: met`.
    var aims: [Aim] {
        let own = verdicts.compactMap { verdict in
            verdict.aim.map { aim in
                Aim(
                    figure: "\(verdict.what): \(verdict.measured)",
                    target: aim,
                    isMet: verdict.isMet == true
                )
            }
        }
        return own + printed.split(separator: "\n").compactMap { aim(in: $0) }
    }

    private func aim(in line: Substring) -> Aim? {
        let words = ["; target ", ": not met", ": met"]
        guard let target = line.firstRange(of: words[0]), let end = words.dropFirst().first(where: line.hasSuffix)
        else {
            return nil
        }
        let figure = line[..<target.lowerBound].drop { $0 == "*" || $0 == " " }
        let aim = line[target.upperBound...].dropLast(end.count)
        return Aim(figure: String(figure), target: String(aim), isMet: end == words[2])
    }
}
