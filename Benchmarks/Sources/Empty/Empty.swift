/// Starts and ends: no static Swift program can be quicker.
@main
enum Empty {
    static func main() {}
}
