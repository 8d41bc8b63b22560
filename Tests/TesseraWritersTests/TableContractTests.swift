import TesseraModel
import TesseraWriters
import TestSupport
import Testing

/// The names and the order of columns: a contract with everyone who reads the dataset.
@Suite struct TableContractTests {
    private static let contract: [(String, String)] = [
        ("columns.csv", "column_id,position,role,heading"),
        ("rows.csv", "row_id,position,labels,titles"),
        ("cells.csv", "cell_id,row_id,column_id,status,text,words,confidence"),
        ("provenance.csv", "cell_id,part,start,end"),
        ("references.csv", "reference_id,row_id,cell_id,scheme,section,paragraph,role,as_written,target,start,end"),
        ("acronyms.csv", "acronym_id,acronym,expansion,qualifier,source,mentions,conflict,authority"),
        ("acronym_mentions.csv", "mention_id,acronym_id,cell_id,as_written,start,end,alternatives"),
        ("links.csv", "link_id,kind,as_written,url,host,repairs,cell_id,place,start,end,successor_url"),
        ("entities.csv", "entity_id,type,text,value,qualifier,unit,cell_id,start,end"),
        ("resources.csv", "resource_id,organisation,title,url"),
        ("matrix.csv", "row_id,labels,titles,laws,assistance,activity"),
    ]

    @Test(arguments: contract)
    func columnsStandInTheirOrder(file: String, header: String) throws {
        let text = try Dataset(SampleReport.checked).text(file)
        #expect(text.split(separator: "\n", maxSplits: 1).first.map(String.init) == header)
        #expect(text.hasSuffix("\n"))
        #expect(!text.contains("\r"))
    }

    private static let others = [
        "report.json", "csv-metadata.json", "croissant.json", "dcat.jsonld", "CITATION.cff", "datapackage.json",
    ]

    @Test func thereIsNoOtherFile() throws {
        let names = try Dataset(SampleReport.checked).files.map(\.name)
        #expect(Set(names) == Set(Self.contract.map(\.0) + Self.others))
        #expect(Set(names).count == names.count)
    }

    @Test func tablesAreThereWithoutRowsToo() throws {
        let empty = Report(identity: SampleReport.report.identity, source: SampleReport.report.source)
        let dataset = try Dataset(CheckedReport(empty, diagnostics: []))
        for (file, header) in Self.contract where file != "matrix.csv" {
            #expect(try dataset.text(file) == header + "\n")
        }
        #expect(try dataset.text("matrix.csv") == "row_id,labels,titles\n")
    }

    @Test func rowsHaveAValueForEveryColumn() {
        for table in DataTable.all(of: SampleReport.report) {
            #expect(!table.rows.isEmpty, "\(table.name) is not tested")
            for row in table.rows { #expect(row.count == table.fields.count, "\(table.name)") }
        }
    }

    @Test func primaryKeysAreUniqueAndComplete() {
        for table in DataTable.all(of: SampleReport.report) {
            let keys = table.primaryKey.compactMap { key in table.fields.firstIndex { $0.name == key } }
            #expect(keys.count == table.primaryKey.count)
            #expect(keys.first == 0, "the first column is the key of \(table.name)")
            let values = table.rows.map { row in "\(keys.map { row[$0] })" }
            #expect(Set(values).count == values.count, "\(table.name)")
        }
    }

    @Test func requiredValuesAreThere() {
        for table in DataTable.all(of: SampleReport.report) {
            for (index, field) in table.fields.enumerated() where field.isRequired {
                #expect(
                    table.rows.allSatisfy { $0[index] != .null && $0[index] != .text("") },
                    "\(table.name).\(field.name)"
                )
            }
        }
    }

    @Test func foreignKeysFindTheirRows() throws {
        let tables = DataTable.all(of: SampleReport.report)
        for table in tables {
            for key in table.foreignKeys {
                let index = try #require(table.fields.firstIndex { $0.name == key.field })
                let other = try #require(tables.first { $0.name == key.table })
                let otherIndex = try #require(other.fields.firstIndex { $0.name == key.tableField })
                let known = other.rows.map { $0[otherIndex] }
                for row in table.rows where row[index] != .null {
                    #expect(known.contains(row[index]), "\(table.name).\(key.field)")
                }
            }
        }
    }
}
