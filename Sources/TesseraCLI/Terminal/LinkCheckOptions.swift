import ArgumentParser
import FileSystem
import LibCurl
import TesseraLinks
import TesseraPipeline

/// Options that say how links are checked.
struct LinkCheckOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Where archived copies are looked for: what stands before an address; 'none' for nowhere.",
            valueName: "url-prefix"
        )
    )
    var archive = "https://web.archive.org/web/"

    @Option(
        help: ArgumentHelp("Folder of what was found out. Default: of the user's cache.", valueName: "folder")
    )
    var cache: String?

    @Option(help: ArgumentHelp("How long what was found out stands.", valueName: "time"))
    var maxAge = DurationOption(seconds: 7 * 86_400, shownAs: "7d")

    @Flag(help: "Ask the cache alone, whatever its age.")
    var offline = false

    @Flag(help: "Ask again for everything, whatever the cache holds.")
    var refresh = false

    @Option(help: ArgumentHelp("Requests under way at once, each to another host.", valueName: "number"))
    var jobs = 8

    @Option(help: ArgumentHelp("Time between two requests to one host.", valueName: "time"))
    var pause = DurationOption(seconds: 1, shownAs: "1s")

    @Option(help: ArgumentHelp("Time between two requests to the archive.", valueName: "time"))
    var archivePause = DurationOption(seconds: 2, shownAs: "2s")

    @Option(help: ArgumentHelp("How often a request is made where no answer comes.", valueName: "number"))
    var attempts = 3

    @Option(help: ArgumentHelp("Time for a connection.", valueName: "time"))
    var connectTimeout = DurationOption(seconds: 10, shownAs: "10s")

    @Option(help: ArgumentHelp("Time for a whole answer.", valueName: "time"))
    var timeout = DurationOption(seconds: 30, shownAs: "30s")

    @Option(help: ArgumentHelp("The longest time that a server may ask for with Retry-After.", valueName: "time"))
    var maxWait = DurationOption(seconds: 120, shownAs: "2m")

    @Option(help: ArgumentHelp("How the program names itself to servers.", valueName: "text"))
    var userAgent = "tessera/\(Tessera.version) (link check)"

    func validate() throws {
        if jobs < 1 { throw ValidationError("--jobs must be at least 1") }
        if attempts < 1 { throw ValidationError("--attempts must be at least 1") }
        if offline, refresh { throw ValidationError("--offline and --refresh exclude each other") }
        if timeout.milliseconds < 1 || connectTimeout.milliseconds < 1 {
            throw ValidationError("--timeout and --connect-timeout must be longer than 0")
        }
        if archive != "none", !archive.hasPrefix("http://"), !archive.hasPrefix("https://") {
            throw ValidationError("--archive must begin with http:// or https://, or be 'none'")
        }
        if userAgent.isEmpty || userAgent.utf8.contains(where: { $0 < 0x20 }) {
            throw ValidationError("--user-agent must be one line of text")
        }
    }

    /// The check that the options describe.
    func check() throws -> LinkCheck {
        guard let folder = cache ?? LinkCache.standardFolder(environment: FileSystem.environment) else {
            throw ValidationError("neither XDG_CACHE_HOME nor HOME is set; name a folder with --cache")
        }
        var options = LinkCheck.Options()
        options.jobs = jobs
        options.pause = pause.milliseconds
        options.archivePause = archivePause.milliseconds
        options.archive = archive == "none" ? nil : archive
        options.maximumAge = maxAge.milliseconds
        options.isOffline = offline
        options.isRefreshing = refresh
        options.retries.attempts = attempts
        options.retries.longestRetryAfter = maxWait.milliseconds
        options.limits = HTTPLimits(connect: connectTimeout.milliseconds, whole: timeout.milliseconds)
        return LinkCheck(options, cache: LinkCache(folder: folder))
    }
}
