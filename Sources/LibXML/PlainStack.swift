/// A stack of plain values.
///
/// An array checks before every change whether somebody else holds it, which costs more than the change: what every
/// tag of a document does is done here.
@safe
struct PlainStack<Element: BitwiseCopyable>: ~Copyable {
    private var elements: UnsafeMutablePointer<Element>
    private var capacity = 64
    private(set) var count = 0

    init() { unsafe elements = .allocate(capacity: capacity) }

    deinit { unsafe elements.deallocate() }

    var last: Element? { count > 0 ? self[count - 1] : nil }

    subscript(index: Int) -> Element {
        get {
            precondition(index >= 0 && index < count)
            return unsafe elements[index]
        }
        set {
            precondition(index >= 0 && index < count)
            unsafe elements[index] = newValue
        }
    }

    mutating func append(_ element: Element) {
        if count == capacity { grow() }
        unsafe elements[count] = element
        count += 1
    }

    mutating func popLast() -> Element? {
        guard count > 0 else { return nil }
        count -= 1
        return unsafe elements[count]
    }

    @inline(never)
    private mutating func grow() {
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: 2 * capacity)
        unsafe larger.initialize(from: elements, count: count)
        unsafe elements.deallocate()
        unsafe elements = larger
        capacity *= 2
    }
}
