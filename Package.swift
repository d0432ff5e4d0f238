// swift-tools-version: 6.2
import PackageDescription

// The numeric core is optimised as a whole in debug builds too, or every training test crawls (`-num-threads`, because
// the debug build expects an object a file); and it is compiled for AVX2 and FMA, because a fused multiply-add without
// them becomes a library call. `GRADUS_PORTABLE=1` (set by the Makefile on machines that lack them) leaves the machine
// flags out and tells the kernels not to ask for it.
#if arch(x86_64)
  let machineFlags =
    Context.environment["GRADUS_PORTABLE"] == nil ? ["-Xcc", "-march=x86-64-v3"] : ["-D", "GRADUS_PORTABLE"]
#else
  let machineFlags: [String] = []
#endif

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
]
/// `-fno-math-errno`: a square root that must set errno for negative numbers can not become a vector instruction.
let core: [SwiftSetting] =
  strict + [.unsafeFlags(["-O", "-wmo", "-num-threads", "2", "-Xcc", "-fno-math-errno"] + machineFlags)]

/// One library target under Sources.
func library(
  _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [], settings: [SwiftSetting] = strict,
  plugins: [Target.PluginUsage] = []
) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings, plugins: plugins)
}

/// One test target under Tests.
func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name + "Tests", dependencies: dependencies + ["Support"], exclude: exclude, swiftSettings: strict)
}

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "Gradus",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "gradus", targets: ["gradus"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .systemLibrary(name: "CNcurses", path: "Sources/CNcurses"),
    .systemLibrary(name: "CMarkGFM", path: "Sources/CMarkGFM"),
    library("Wording", [yams]),
    library("Terminal"),
    library("Expressions"),
    library("Markup", ["CMarkGFM", "Terminal"]),
    library("Widgets", ["Terminal", "Markup", "Wording"]),
    library("Plots", ["Terminal"], settings: core),
    library("Curses", ["Terminal", "CNcurses"]),
    library("Recording", ["Terminal"]),
    library("MiniML", exclude: ["README.md"], settings: core),
    library("Language", ["MiniML"], settings: core),
    library("Course", ["Terminal", "Markup", "Wording", "Expressions", yams, grdb]),
    library(
      "Demos", ["Wording", "Terminal", "Expressions", "Markup", "Widgets", "Plots", "MiniML", "Language"],
      plugins: ["SourceRegionsPlugin"]),
    library("Tutor", ["Terminal", "Widgets", "Plots", "Markup", "Wording", "Course", "Demos", yams]),
    .executableTarget(
      name: "gradus",
      dependencies: [
        "Tutor", "Curses", "Recording", "Course", "Demos", "MiniML", "Language", "Markup", "Wording", "Terminal",
        arguments,
      ],
      swiftSettings: strict),

    // Beside the Python tools that do the same work: `make bench` alone builds it.
    .executableTarget(name: "gradus-bench", dependencies: ["MiniML"], path: "Benchmarks/Core", swiftSettings: core),

    .executableTarget(name: "RegionWriter", swiftSettings: strict),
    .plugin(name: "SourceRegionsPlugin", capability: .buildTool(), dependencies: ["RegionWriter"]),

    .target(
      name: "Support", dependencies: ["Terminal", "Wording"], path: "Tests/Support", swiftSettings: strict),
    tests("Wording", ["Wording"]),
    tests("Terminal", ["Terminal"]),
    tests("Expressions", ["Expressions"]),
    tests("Markup", ["Markup", "Terminal"], exclude: ["Snapshots"]),
    tests("Widgets", ["Widgets", "Terminal", "Markup", "Wording"]),
    tests("Plots", ["Plots", "Terminal"]),
    tests("Curses", ["Curses", "Terminal"]),
    tests("Recording", ["Recording", "Terminal"]),
    tests("MiniML", ["MiniML"], exclude: ["References"]),
    tests("Language", ["Language", "MiniML"], exclude: ["References"]),
    tests("Course", ["Course", "Markup", "Wording", "Expressions", yams, grdb], exclude: ["References"]),
    tests(
      "Demos", ["Demos", "Terminal", "Plots", "Wording", "MiniML", "Language", "Expressions"], exclude: ["References"]),
    tests("Tutor", ["Tutor", "Terminal", "Widgets", "Course", "Demos", "Wording", "Markup", "Language"]),
    tests("Gradus", ["gradus", "Terminal", "Course", "Demos", "Tutor", "Wording", "Language"]),
  ],
  swiftLanguageModes: [.v6]
)
