extension ContentInterpreter {
    /// A filled rectangle that is thinner is a line, in points: no text stands in it.
    private static let greatestThickness = 2.5
    /// Lines and rectangles lighter than this cannot be seen on white paper.
    private static let white = 0.99

    mutating func build(_ name: ContentOperator) {
        func point(_ index: Int) -> PDFPoint { state.matrix.apply(number(index), number(index + 1)) }
        switch name {
        case .moveTo: path.move(to: point(0))
        case .lineTo: path.line(to: point(0))
        case .curve: path.line(to: point(4), isStraight: false)
        case .curveFromCurrent, .curveToEnd: path.line(to: point(2), isStraight: false)
        case .closePath: path.close()
        case .rectangle:
            let (x, y, width, height) = (number(0), number(1), number(2), number(3))
            path.move(to: state.matrix.apply(x, y))
            path.line(to: state.matrix.apply(x + width, y))
            path.line(to: state.matrix.apply(x + width, y + height))
            path.line(to: state.matrix.apply(x, y + height))
            path.close()
        default: break
        }
    }

    mutating func paint(_ name: ContentOperator) {
        switch name {
        case .closeStroke, .closeFillStroke, .closeFillStrokeEvenOdd: path.close()
        default: break
        }
        switch name {
        case .fill, .fillOld, .fillEvenOdd, .fillStroke, .fillStrokeEvenOdd, .closeFillStroke, .closeFillStrokeEvenOdd:
            fillPath()
        default: break
        }
        switch name {
        case .stroke, .closeStroke, .fillStroke, .fillStrokeEvenOdd, .closeFillStroke, .closeFillStrokeEvenOdd:
            strokePath()
        default: break
        }
        path.clear()
    }

    private mutating func fillPath() {
        let grey = state.fill.grey
        for subpath in path.subpaths {
            guard let box = subpath.rectangle, isOnPage(box) else { continue }
            guard min(box.width, box.height) <= Self.greatestThickness else {
                page.fills.append(PDFPage.Fill(box: box, grey: grey))
                continue
            }
            guard grey < Self.white else { continue }
            var line = box
            if box.width >= box.height {
                line.y0 = (box.y0 + box.y1) / 2
                line.y1 = line.y0
            } else {
                line.x0 = (box.x0 + box.x1) / 2
                line.x1 = line.x0
            }
            addRule(line, thickness: min(box.width, box.height), grey)
        }
    }

    private mutating func strokePath() {
        let grey = state.stroke.grey
        guard grey < Self.white else { return }
        let thickness = state.lineWidth * state.matrix.scale
        guard thickness.isFinite else { return }
        for subpath in path.subpaths {
            for line in subpath.lines where isOnPage(line) { addRule(line, thickness: thickness, grey) }
        }
    }

    private mutating func addRule(_ line: PDFBox, thickness: Double, _ grey: Double) {
        page.rules.append(
            PDFPage.Rule(x0: line.x0, y0: line.y0, x1: line.x1, y1: line.y1, thickness: thickness, grey: grey)
        )
    }

    /// Whether some of it can be seen.
    private func isOnPage(_ box: PDFBox) -> Bool {
        box.x1 >= 0 && box.y1 >= 0 && box.x0 <= page.width && box.y0 <= page.height && box.isFinite
    }
}
