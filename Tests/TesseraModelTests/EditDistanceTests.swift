import TesseraModel
import Testing

@Suite struct EditDistanceTests {
    @Test(arguments: [
        ("recieve", "receive", 1), ("law", "laws", 1), ("", "abc", 3), ("same", "same", 0), ("ab", "ba", 1),
    ])
    func between(one: String, other: String, distance: Int) {
        #expect(EditDistance.between(one, other) == distance)
        #expect(EditDistance.between(other, one) == distance)
    }

    @Test func nearestWord() {
        let nearest = EditDistance.nearest(to: "titel", among: ["id", "title", "columns"])
        #expect(nearest?.word == "title" && nearest?.distance == 1)
        #expect(EditDistance.nearest(to: "titel", among: []) == nil)
        #expect(EditDistance.nearest(to: String(repeating: "a", count: 61), among: ["id"]) == nil)
    }
}
