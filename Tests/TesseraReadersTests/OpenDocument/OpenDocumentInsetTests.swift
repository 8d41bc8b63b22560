import TesseraModel
import TestSupport
import Testing

/// What stands in a text of OpenDocument and is a text of its own: notes, comments, deletions, frames, running heads.
@Suite struct OpenDocumentInsetTests {
    @Test func notesFollowTheirParagraph() throws {
        let outline = try openDocumentOutline(
            """
            <text:p>Marking<text:note text:note-class='footnote'>
              <text:note-citation>1</text:note-citation>
              <text:note-body><text:p>See <text:span>B</text:span></text:p><text:p>and C</text:p></text:note-body>
            </text:note> of arms<text:note text:note-class='endnote'><text:note-citation text:label='*'>*
            </text:note-citation><text:note-body><text:p>D</text:p></text:note-body></text:note></text:p>
            <text:p>Tracing</text:p>
            """
        )
        #expect(
            outline == [
                "paragraph: Marking of arms", "note 1: See B", "note 1: and C", "note *: D", "paragraph: Tracing",
            ]
        )
    }

    @Test func aNoteStaysInItsCell() throws {
        let outline = try openDocumentOutline(
            """
            <table:table><table:table-row><table:table-cell><text:list><text:list-item><text:p>a<text:note>
            <text:note-citation>1</text:note-citation><text:note-body><text:p>b</text:p></text:note-body></text:note>
            </text:p></text:list-item></text:list></table:table-cell></table:table-row></table:table>
            """
        )
        #expect(outline == ["cell", "  item 1: a", "  note 1: b"])
    }

    @Test func commentsAreLeftOut() throws {
        let outline = try openDocumentOutline(
            """
            <text:p>Mark<office:annotation><dc:creator>J. Doe</dc:creator><dc:date>2007-07-17</dc:date>
            <text:p>Check <text:span>this</text:span></text:p><text:list><text:list-item><text:p>twice</text:p>
            </text:list-item></text:list></office:annotation>ing<office:annotation-end/></text:p>
            """
        )
        #expect(outline == ["paragraph: Marking", "left out, comment: Check this", "left out, comment: twice"])
    }

    @Test func deletionsAreLeftOutAndInsertionsStay() throws {
        let outline = try openDocumentOutline(
            """
            <text:tracked-changes>
              <text:changed-region><text:deletion>
                <office:change-info><dc:creator>J. Doe</dc:creator><text:p>too long</text:p></office:change-info>
                <text:p>old text</text:p>
              </text:deletion></text:changed-region>
              <text:changed-region><text:insertion><office:change-info/></text:insertion></text:changed-region>
            </text:tracked-changes>
            <text:p>The <text:change text:change-id='c1'/><text:change-start/>new<text:change-end/> text</text:p>
            """
        )
        #expect(
            outline == [
                "paragraph: The new text", "left out, comment: too long", "left out, tracked-deletion: old text",
            ]
        )
    }

    @Test func textBoxesAndShapesFollow() throws {
        let outline = try openDocumentOutline(
            """
            <draw:frame text:anchor-type='page'><draw:text-box><text:p>first</text:p></draw:text-box></draw:frame>
            <text:p>a
              <draw:frame><draw:text-box><text:p>b</text:p></draw:text-box><svg:title>T</svg:title></draw:frame>
              <draw:a xlink:href='x'><draw:frame><draw:image><text:p>c</text:p></draw:image></draw:frame></draw:a>
              <draw:g><svg:desc>D</svg:desc><draw:rect><text:p>d</text:p></draw:rect>
                <draw:custom-shape><text:p>e</text:p></draw:custom-shape></draw:g>
              z</text:p>
            """
        )
        #expect(
            outline == [
                "paragraph: first", "paragraph: a z", "paragraph: b", "paragraph: c", "paragraph: d", "paragraph: e",
            ]
        )
    }

    @Test func ofAlternativesTheFirstCounts() throws {
        let outline = try openDocumentOutline(
            """
            <text:p>a<draw:frame><draw:object><office:document><office:body><office:spreadsheet><text:p>b</text:p>
            </office:spreadsheet></office:body></office:document></draw:object><draw:image><text:p>c</text:p>
            </draw:image></draw:frame><draw:frame><draw:text-box><text:p>d</text:p></draw:text-box>
            <draw:image><office:binary-data>AAAA</office:binary-data><text:p>e</text:p></draw:image></draw:frame></text:p>
            """
        )
        #expect(outline == ["paragraph: a", "paragraph: d"])
    }

    @Test func formsAndScriptsAreLeftOut() throws {
        let outline = try openDocumentOutline(
            """
            <office:forms><form:form><form:text><text:p>form</text:p></form:text></form:form></office:forms>
            <text:p>a<office:event-listeners>x</office:event-listeners><draw:control/></text:p>
            """
        )
        #expect(outline == ["paragraph: a"])
    }

    @Test func rubyFollowsItsBase() throws {
        let outline = try openDocumentOutline(
            """
            <text:p>a <text:ruby> <text:ruby-base>base</text:ruby-base> <text:ruby-text>ruby</text:ruby-text>
            </text:ruby> z</text:p>
            """
        )
        #expect(outline == ["paragraph: a base z", "paragraph: ruby"])
    }

    @Test func aParagraphGoesOnBehindMarkupThatIsNotKnown() throws {
        let outline = try openDocumentOutline(
            "<text:p>a<new:box xmlns:new='urn:new'><text:p>b</text:p></new:box>c</text:p>"
        )
        #expect(outline == ["paragraph: ac", "paragraph: b"])
    }

    @Test func runningHeadsAreLeftOut() throws {
        let outline = try openDocumentOutline("<text:p>a</text:p>") {
            $0.masterStyles = """
                <style:master-page style:name='Standard'>
                  <style:header><text:p>Report <text:page-number>1</text:page-number></text:p></style:header>
                  <style:footer-first><text:p>Foot</text:p></style:footer-first>
                </style:master-page>
                """
        }
        #expect(outline == ["paragraph: a", "left out, running-head: Report 1", "left out, running-head: Foot"])
    }
}
