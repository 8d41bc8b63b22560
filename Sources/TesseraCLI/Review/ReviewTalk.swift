import FileSystem
import TesseraGoldens
import TesseraModel
import TesseraPipeline

/// Shows the differences one by one, and asks about each.
struct ReviewTalk {
    private let page: ReviewPage
    private let reasons: ReviewReasons
    private let datasets: [String: ReviewedDataset]
    private let orphans: [OrphanedDataset]
    private let isColoured: Bool
    private var answers = StandardInputAnswers()
    private var lastDataset: String?
    /// The orphaned datasets that are to go.
    private(set) var removed: [OrphanedDataset] = []
    /// Whether nobody can read what is written any more.
    private var isMute = false

    init(_ common: CommonOptions, _ reasons: ReviewReasons, _ datasets: [ReviewedDataset], _ orphans: [OrphanedDataset])
    {
        isColoured = common.isColoured(.output)
        page = ReviewPage(StyleRule(isColoured: isColoured))
        self.reasons = reasons
        self.datasets = Dictionary(datasets.map { ($0.dataset, $0) }) { first, _ in first }
        self.orphans = orphans
    }

    /// Goes through all differences, then through the orphaned datasets.
    /// - Returns: whether the reviewer has interrupted it.
    mutating func run(_ session: inout ReviewSession) -> Bool {
        // What was accepted is written when the connection is lost as well.
        FileSystem.ignoreHangups()
        var isWhole = false
        var isNew = true
        while session.current != nil, !isMute {
            if isNew { show(session, isWhole: isWhole) }
            isNew = false
            isWhole = false
            guard let text = answer(to: currentPage.prompt) else { return FileSystem.isInterrupted || wasInterrupted }
            guard let answer = ReviewAnswer(text) else {
                say("no such answer; ? shows all\n")
                continue
            }
            switch session.take(answer) {
            case .moved: isNew = true
            case .ended: return answer == .quit ? false : askAboutOrphans()
            case .confirm(let question):
                say(currentPage.parts(of: question))
                guard let text = self.answer(to: currentPage.question(question)) else {
                    return FileSystem.isInterrupted || wasInterrupted
                }
                let effect = session.take(ReviewAnswer(text) ?? .no)
                if effect == .ended { return askAboutOrphans() }
                isNew = true
            case .showFull:
                isWhole = true
                isNew = true
            case .showWhy: showWhy(session)
            case .showHelp: say(currentPage.help)
            case .ignored: say("that makes no sense here; ? shows all answers\n")
            }
            if session.current == nil { break }
        }
        return askAboutOrphans()
    }

    // MARK: Showing

    /// The width of the window, which may have changed since.
    private var currentPage: ReviewPage {
        var page = page
        if FileSystem.isTerminal(1) { page.style.width = FileSystem.terminalWidth(1) }
        return page
    }

    private mutating func show(_ session: ReviewSession, isWhole: Bool) {
        guard let item = session.current, let dataset = datasets[item.dataset] else { return }
        if lastDataset != item.dataset { say(currentPage.dataset(dataset)) }
        lastDataset = item.dataset
        let reasons = reasons.sentences(for: item.unit, of: dataset.conversion)
        say(currentPage.unit(session, title: dataset.title(of: item.unit), reasons: reasons, isWhole: isWhole))
    }

    private mutating func showWhy(_ session: ReviewSession) {
        guard let item = session.current, let dataset = datasets[item.dataset],
            let finding = reasons.finding(for: item.unit, of: dataset.conversion)
        else { return say("nothing more is known of it\n") }
        say(currentPage.outline(finding))
    }

    private mutating func askAboutOrphans() -> Bool {
        for orphan in orphans where !isMute {
            say("\n\(orphan.diagnostic(isStrict: false).message.escapedForTerminals)\n")
            guard let text = answer(to: "remove it? (y)es, (n)o") else {
                return FileSystem.isInterrupted || wasInterrupted
            }
            if ReviewAnswer(text) == .yes { removed.append(orphan) }
        }
        return false
    }

    // MARK: Asking

    private var wasInterrupted = false

    /// Nil where there is no answer to come.
    private mutating func answer(to question: String) -> String? {
        do {
            switch try answers.next(after: answers.hasKeys ? "\(question) " : "\(question)\n") {
            case .text(let text):
                if answers.hasKeys { say(text.escapedForTerminals + "\n") }
                return text
            case .interrupted: wasInterrupted = true
            case .ended: break
            }
        } catch {
            // The window is gone, or what stood for one: as at the end.
            isMute = true
        }
        if answers.hasKeys { say("\n") }
        return nil
    }

    private mutating func say(_ text: String) {
        guard !isMute else { return }
        do {
            try FileSystem.writeToDescriptor(Array(text.utf8), descriptor: 1)
        } catch {
            // The window is gone. What was accepted is written all the same.
            isMute = true
        }
    }
}
