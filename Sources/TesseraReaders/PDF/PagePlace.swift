import TesseraModel

extension SourcePlace {
    /// A place on a page, or from one page to another: from the upper left of the first box to the lower right of the
    /// last. Kept to hundredths of a point, finer than any printer, so that it can be written and read again.
    init(page: Int, _ box: PageBox, lastPage: Int, _ lastBox: PageBox) {
        self.init(
            start: .page(page, x: box.left.inHundredths, y: box.top.inHundredths),
            end: .page(lastPage, x: lastBox.right.inHundredths, y: lastBox.bottom.inHundredths)
        )
    }

    init(page: Int, _ box: PageBox) { self.init(page: page, box, lastPage: page, box) }

    /// The upper left corner of a page.
    init(topOf page: Int) { self.init(start: .page(page, x: 0, y: 0), end: .page(page, x: 0, y: 0)) }
}

extension Double {
    fileprivate var inHundredths: Double { (self * 100).rounded() / 100 }
}
