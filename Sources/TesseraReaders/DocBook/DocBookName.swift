import LibXML

/// What an element of DocBook is for a reader of its text.
enum DocBookElement: Int, CaseIterable {
    /// A part of the document that has a heading, and is one level deeper than what it stands in.
    case section
    /// What is said about the document or a part of it.
    case info
    case title
    /// A title for running heads and tables of contents.
    case shortTitle
    case freeHeading
    case paragraph
    /// A paragraph whose white space counts.
    case literal
    /// A paragraph whose elements are words: nothing but the element parts them.
    case record
    /// A paragraph, unless it stands inside one.
    case line
    case list
    /// Something that holds paragraphs.
    case container
    case author, nameOfPerson, date
    case table, tableGroup, columnSpecification, spanSpecification
    case head, body, foot, row, cell, headerCell, nestedTable
    case note, remark
    /// What a reader of the printed document does not see.
    case invisible
    case link
    case lineBreak
    /// Everything else: a piece of a line.
    case other
}

/// The names of DocBook, of both versions.
enum DocBookName {
    static let namespace = "http://docbook.org/ns/docbook"
    private static let xlink = "http://www.w3.org/1999/xlink"

    /// The root elements that a document without a document type is known by.
    static let usualRoots: Set<String> = [
        "article", "book", "chapter", "appendix", "preface", "section", "sect1", "refentry",
    ]

    /// The attributes that are looked at; their numbers follow those of the elements.
    enum Attribute: String, CaseIterable {
        case colname, colnum, namest, nameend, spanname, morerows, rowspan, colspan, rowheader
        case label, url, linkend, href, lang

        private static let numbers = Dictionary(
            uniqueKeysWithValues: allCases.enumerated().map { ($1, DocBookElement.allCases.count + $0) }
        )

        var number: Int { Attribute.numbers[self] ?? 0 }
    }

    /// Whether a name is one of DocBook's that are more than a piece of a line.
    static func isKnown(_ localName: String) -> Bool {
        vocabularyNames[XMLName(localName)].map { $0 < DocBookElement.other.rawValue } ?? false
    }

    static let vocabulary = XMLVocabulary(vocabularyNames, others: DocBookElement.other.rawValue)

    private static let vocabularyNames: [XMLName: Int] = {
        var numbers: [XMLName: Int] = [:]
        for attribute in Attribute.allCases { numbers[XMLName(attribute.rawValue)] = attribute.number }
        numbers[.language] = Attribute.lang.number
        numbers[XMLName("href", in: xlink)] = Attribute.href.number
        for (element, names) in elements {
            for name in names.split(whereSeparator: \.isWhitespace) {
                numbers[XMLName(String(name))] = element.rawValue
                numbers[XMLName(String(name), in: namespace)] = element.rawValue
            }
        }
        return numbers
    }()

    private static let elements: [(DocBookElement, String)] = [
        (
            .section,
            """
            set book part partintro preface chapter appendix article dedication colophon acknowledgements reference
            section sect1 sect2 sect3 sect4 sect5 simplesect topic glossary glossdiv bibliography bibliodiv index
            indexdiv setindex toc lot refentry refsection refsect1 refsect2 refsect3 refsynopsisdiv qandadiv
            """
        ),
        (
            .info,
            """
            info articleinfo artheader bookinfo setinfo partinfo prefaceinfo chapterinfo appendixinfo sectioninfo
            sect1info sect2info sect3info sect4info sect5info refentryinfo refsectioninfo refsect1info refsect2info
            refsect3info refsynopsisdivinfo referenceinfo glossaryinfo bibliographyinfo indexinfo setindexinfo
            blockinfo objectinfo sidebarinfo docinfo
            """
        ),
        (.title, "title"),
        (.shortTitle, "titleabbrev"),
        (.freeHeading, "bridgehead"),
        (.paragraph, "para simpara subtitle caption attribution bibliomixed"),
        (.literal, "literallayout programlisting screen synopsis address classsynopsisinfo funcsynopsisinfo"),
        (
            .record,
            """
            editor othercredit revision biblioentry cmdsynopsis funcprototype methodsynopsis constructorsynopsis
            destructorsynopsis fieldsynopsis
            """
        ),
        (
            .line,
            """
            term member seg segtitle glossterm glosssee glossseealso refentrytitle manvolnum refname refpurpose
            refdescriptor refclass primaryie secondaryie tertiaryie seeie seealsoie tocentry tocfront tocback lotentry
            """
        ),
        (
            .list,
            """
            itemizedlist orderedlist variablelist simplelist segmentedlist calloutlist procedure substeps glosslist
            bibliolist qandaset
            """
        ),
        (
            .container,
            """
            listitem varlistentry seglistitem callout step stepalternatives qandaentry question answer glossentry
            glossdef formalpara abstract legalnotice revhistory revdescription authorgroup authorblurb
            personblurb printhistory blockquote epigraph note tip important warning caution sidebar example
            informalexample figure informalfigure equation informalequation mediaobject mediaobjectco screenshot
            programlistingco screenco graphicco refnamediv refmeta funcsynopsis classsynopsis highlights msgset
            msgentry simplemsgentry msg msgmain msgsub msgrel msgtext msginfo msgexplan task tasksummary
            taskprerequisites taskrelated productionset production constraintdef annotation indexentry tocchap tocpart
            toclevel1 toclevel2 toclevel3 toclevel4 toclevel5 tocdiv
            """
        ),
        (.author, "author corpauthor"),
        (.nameOfPerson, "personname honorific firstname givenname othername surname lineage orgname"),
        (.date, "date pubdate"),
        (.table, "table informaltable"),
        (.tableGroup, "tgroup"),
        (.columnSpecification, "colspec"),
        (.spanSpecification, "spanspec"),
        (.head, "thead"),
        (.body, "tbody"),
        (.foot, "tfoot"),
        (.row, "row tr"),
        (.cell, "entry td"),
        (.headerCell, "th"),
        (.nestedTable, "entrytbl"),
        (.note, "footnote"),
        (.remark, "remark comment"),
        (.invisible, "indexterm textobject alt keywordset subjectset itermset areaspec areaset"),
        (.link, "link ulink olink xref"),
        (.lineBreak, "sbr"),
    ]
}
