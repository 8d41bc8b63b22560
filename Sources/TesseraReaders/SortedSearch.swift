extension Array {
    /// The first index whose element fulfils what, in a sorted array, all behind it fulfil as well; the count for none.
    func firstIndexOfSorted(where isReached: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isReached(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
