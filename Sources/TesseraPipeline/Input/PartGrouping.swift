/// Puts the files together that are parts of one report: by a list of a pipeline file, or by their names.
struct PartGrouping {
    private struct Found {
        var source: SourcePath
        var absolute: String
        /// Whether the command line names the file itself, and not a folder around it.
        var isNamed: Bool
    }

    private struct Group {
        /// What the parts are called together.
        var whole: SourcePath
        var mark: PartName
        var members: [(index: Int, number: Int)]
    }

    private let lists: [PartList]
    private let project: String
    private var found: [Found] = []

    /// - Parameters:
    ///   - lists: they come before names.
    ///   - project: absolute path of the folder that the files of lists are relative to.
    init(lists: [PartList], project: String) {
        self.lists = lists
        self.project = project
    }

    /// Adds a file.
    /// - Parameter absolute: its absolute path.
    mutating func add(_ source: SourcePath, at absolute: String, isNamed: Bool) {
        found.append(Found(source: source, absolute: absolute, isNamed: isNamed))
    }

    /// One source for each report, in the order of their first files.
    var sources: [SourcePath] {
        let listOfFile = Dictionary(
            lists.enumerated().flatMap { number, list in list.files.map { ($0, number) } },
            uniquingKeysWith: { first, _ in first }
        )
        let listOf = found.map { listOfFile[$0.source.name] }
        let groups = groups { listOf[$0] == nil }
        var groupOf: [Int: Int] = [:]
        for (number, group) in groups.enumerated() {
            for member in group.members where groupOf[member.index] == nil { groupOf[member.index] = number }
        }
        var sources: [SourcePath] = []
        var made = Set<String>()
        for (index, file) in found.enumerated() {
            if let number = listOf[index], !isAlone(found.indices.filter { listOf[$0] == number }) {
                if made.insert("list \(number)").inserted { sources.append(source(of: lists[number])) }
            } else if let number = groupOf[index], !isAlone(groups[number]) {
                if made.insert("group \(number)").inserted { sources.append(source(of: groups[number])) }
            } else {
                sources.append(file.source)
            }
        }
        return sources
    }

    /// Whether nothing but one file is there of a report, and it is meant by itself.
    private func isAlone(_ members: [Int]) -> Bool {
        members.count == 1 && found[members[0]].isNamed
    }

    /// Whether a group is a single file that is meant by itself, or the first and only part of a report.
    private func isAlone(_ group: Group) -> Bool {
        isAlone(group.members.map(\.index)) || (group.members.count == 1 && group.members[0].number < 2)
    }

    /// The files whose names mark them as parts, by the report that they name, with a first part that has no mark.
    private func groups(where isFree: (Int) -> Bool) -> [Group] {
        var groups: [Group] = []
        var numbers: [String: Int] = [:]
        var unmarked: [String: Int] = [:]
        for (index, file) in found.enumerated() where isFree(index) {
            guard let name = PartName(file.absolute), let path = PartName(file.source.file),
                let short = PartName(file.source.name)
            else {
                unmarked[file.absolute] = index
                continue
            }
            let key = "\(name.mark.lowercased()) \(name.whole)"
            if let number = numbers[key] {
                groups[number].members.append((index, name.number))
            } else {
                numbers[key] = groups.count
                let whole = SourcePath(file: path.whole, name: short.whole, folder: file.source.folder)
                groups.append(Group(whole: whole, mark: name, members: [(index, name.number)]))
            }
        }
        for number in groups.indices {
            let group = groups[number]
            guard let index = unmarked[group.mark.whole],
                let first = group.mark.unmarkedNumber(beside: group.members.map(\.number))
            else { continue }
            unmarked[group.mark.whole] = nil
            groups[number].members.append((index, first))
        }
        return groups
    }

    private func source(of group: Group) -> SourcePath {
        var whole = group.whole
        whole.parts = group.members.sorted { ($0.number, $0.index) < ($1.number, $1.index) }.map { member in
            let source = found[member.index].source
            return SourcePath.Part(file: source.file, name: source.name, number: member.number)
        }
        return whole
    }

    private func source(of list: PartList) -> SourcePath {
        let files = Dictionary(found.map { ($0.source.name, $0.source) }, uniquingKeysWith: { first, _ in first })
        let parts = list.files.enumerated().map { index, name in
            SourcePath.Part(file: files[name]?.file ?? "\(project)/\(name)", name: name, number: index + 1)
        }
        let folder = list.files.lazy.compactMap { files[$0]?.folder }.first ?? ""
        return SourcePath(file: list.name, name: list.name, folder: folder, parts: parts)
    }
}
