import CXLSXWriter
import FileSystem

/// A workbook of Office Open XML, as Excel and LibreOffice open it.
public enum XLSXWorkbook {
    /// A workbook of some sheets.
    ///
    /// The same sheets give the same bytes: the clock is not asked, and the entries of the archive say 1 January 1980.
    /// - Parameters:
    ///   - sheets: one at least.
    ///   - properties: what the workbook says about itself.
    /// - Returns: the file.
    /// - Throws: ``XLSXFailure`` where the library is missing, a sheet does not fit, or memory or a temporary folder is
    ///   short. No file is left behind.
    public static func serialise(_ sheets: [XLSXSheet], _ properties: XLSXProperties) throws(XLSXFailure) -> [UInt8] {
        for sheet in sheets { try check(sheet) }
        let library = try XLSXLibrary.shared()
        // The library writes to a path and to nothing else.
        let file = try memoryFile()
        guard let workbook = unsafe library.call({ unsafe $0.workbook_new(file.path) }) else {
            throw .failed("out of memory")
        }
        let written = Result { () throws(XLSXFailure) in
            try unsafe write(sheets, properties, to: workbook, library)
        }
        // Closing writes the file and frees the workbook, so it happens in any case.
        let code = library.call { unsafe $0.workbook_close(workbook) }
        try written.get()
        guard code == LXW_NO_ERROR else { throw .failed(library.message(code)) }
        do {
            return try file.contents()
        } catch {
            throw .failed("the file in memory cannot be read (error \(error.code))")
        }
    }

    private static func memoryFile() throws(XLSXFailure) -> MemoryFile {
        do {
            return try MemoryFile()
        } catch {
            throw .failed("no file in memory can be made (error \(error.code))")
        }
    }

    private static func check(_ sheet: XLSXSheet) throws(XLSXFailure) {
        let limits = XLSXSheet.limits
        // The library would give a sheet without a name one of its own.
        guard !sheet.name.isEmpty else { throw .unfit("a sheet has no name") }
        guard sheet.name.utf16.count <= limits.name else {
            throw .unfit("a sheet cannot be called '\(sheet.name)': \(limits.name) characters are the limit")
        }
        guard sheet.rows.count < limits.rows else {
            throw .unfit("the sheet '\(sheet.name)' has \(sheet.rows.count + 1) rows, and \(limits.rows) are the limit")
        }
        guard sheet.columns.count <= limits.columns else {
            throw .unfit(
                "the sheet '\(sheet.name)' has \(sheet.columns.count) columns, and \(limits.columns) are the limit"
            )
        }
    }

    private static func write(
        _ sheets: [XLSXSheet],
        _ properties: XLSXProperties,
        to workbook: UnsafeMutablePointer<lxw_workbook>,
        _ library: XLSXLibrary
    ) throws(XLSXFailure) {
        let code = unsafe setProperties(properties, of: workbook, library)
        guard code == LXW_NO_ERROR else { throw .failed(library.message(code)) }
        let header = unsafe format(of: workbook, library)
        library.call { unsafe $0.format_set_bold(header) }
        let body = unsafe format(of: workbook, library)
        for sheet in sheets {
            guard let page = unsafe library.call({ unsafe $0.workbook_add_worksheet(workbook, sheet.name) }) else {
                throw .unfit("a sheet cannot be called '\(sheet.name)'")
            }
            unsafe try write(sheet, header, body, to: page, library)
        }
    }

    /// A format in which texts are wrapped, and stand at the top of high rows.
    private static func format(
        of workbook: UnsafeMutablePointer<lxw_workbook>,
        _ library: XLSXLibrary
    ) -> UnsafeMutablePointer<lxw_format>? {
        unsafe library.call { functions in
            let format = unsafe functions.workbook_add_format(workbook)
            unsafe functions.format_set_text_wrap(format)
            unsafe functions.format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            return unsafe format
        }
    }

    private static func write(
        _ sheet: XLSXSheet,
        _ header: UnsafeMutablePointer<lxw_format>?,
        _ body: UnsafeMutablePointer<lxw_format>?,
        to page: UnsafeMutablePointer<lxw_worksheet>,
        _ library: XLSXLibrary
    ) throws(XLSXFailure) {
        let count = sheet.columns.count
        for (number, column) in sheet.columns.enumerated() {
            let index = UInt16(number)
            let heading = XLSXText.escaped(column.heading)
            try library.check { unsafe $0.worksheet_set_column(page, index, index, column.width, nil) }
            try library.check { unsafe $0.worksheet_write_string(page, 0, index, heading, header) }
        }
        for (number, row) in sheet.rows.enumerated() {
            guard row.count == count else {
                throw .unfit("row \(number + 1) of the sheet '\(sheet.name)' has \(row.count) of \(count) values")
            }
            let line = UInt32(number + 1)
            // A program that reads the file need not know how high a wrapped text is: LibreOffice does not ask.
            let height = sheet.height(of: row)
            try library.check { unsafe $0.worksheet_set_row(page, line, height, nil) }
            for (column, value) in row.enumerated() {
                let index = UInt16(column)
                switch value {
                case .empty: break
                case .number(let number):
                    try library.check { unsafe $0.worksheet_write_number(page, line, index, number, body) }
                case .text(let text):
                    let text = XLSXText.escaped(text)
                    try library.check { unsafe $0.worksheet_write_string(page, line, index, text, body) }
                }
            }
        }
        library.call { functions in
            unsafe functions.worksheet_freeze_panes(page, 1, 0)
            // On paper: as wide as a page, as many pages as it takes.
            unsafe functions.worksheet_set_landscape(page)
            unsafe functions.worksheet_fit_to_pages(page, 1, 0)
        }
        try library.check { unsafe $0.worksheet_repeat_rows(page, 0, 0) }
        guard count > 0 else { return }
        let last = (row: UInt32(sheet.rows.count), column: UInt16(count - 1))
        try library.check { unsafe $0.worksheet_autofilter(page, 0, 0, last.row, last.column) }
    }

    private static func setProperties(
        _ properties: XLSXProperties,
        of workbook: UnsafeMutablePointer<lxw_workbook>,
        _ library: XLSXLibrary
    ) -> lxw_error {
        var title = terminated(properties.title)
        var comments = terminated(properties.comments)
        // SAFETY: the library copies the texts before the call returns.
        return unsafe title.withUnsafeMutableBufferPointer { title in
            unsafe comments.withUnsafeMutableBufferPointer { comments in
                var written = unsafe lxw_doc_properties()
                unsafe written.title = title.baseAddress
                unsafe written.comments = comments.baseAddress
                unsafe written.created = properties.created
                return library.call { unsafe $0.workbook_set_properties(workbook, &written) }
            }
        }
    }

    private static func terminated(_ text: String) -> [CChar] {
        XLSXText.escaped(text).utf8.map(CChar.init(bitPattern:)) + [0]
    }
}
