import Foundation
import GRDB
import Testing
import Wording

@testable import Course

/// A folder that goes when the test does, and stores in it with a clock that stands still.
private final class Home {
  let url = FileManager.default.temporaryDirectory.appending(path: "gradus-progress-\(UUID().uuidString)")
  var path: String { url.appending(path: "progress.sqlite").path }

  func store(patience: Double = 0.2) -> ProgressStore {
    ProgressStore(
      .success(Folders(data: url.path, config: url.path)), clock: { Date(timeIntervalSince1970: 1_000_000) },
      patience: patience)
  }

  func names() -> [String] { ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted() }

  deinit { try? FileManager.default.removeItem(at: url) }
}

private func answer(_ question: String, earned: Double = 1, lesson: String = "gradient-descent") -> AnswerRecord {
  AnswerRecord(
    question: question, lesson: lesson, time: Date(timeIntervalSince1970: 500), answer: .choices([0, 2]),
    verdict: .right, earned: earned, tries: 1, hints: 2)
}

@Suite struct ProgressStoreTests {
  @Test func `what is saved is there after closing and opening again`() {
    let home = Home()
    let record = answer("gd-sign")
    do {
      let store = home.store()
      #expect(store.notice == nil)
      #expect(store.save(record) == nil)
      store.markSeen("gradient-descent")
      store.saveResult("gradient-descent", score: 0.9, isPassed: true)
      store.savePosition("gradient-descent", LessonPosition(block: 4, offset: 2, tab: "theory"))
      store.set("language", to: "zh")
    }
    let store = home.store()
    #expect(store.answers() == [record])
    #expect(store.lessonState("gradient-descent").level == .passed)
    #expect(store.lessonState("gradient-descent").best == 0.9)
    #expect(store.setting("language") == "zh")
    #expect(store.lastPlace()?.lesson == "gradient-descent")
    #expect(store.lastPlace()?.position == LessonPosition(block: 4, offset: 2, tab: "theory"))
  }

  @Test func `an answer that is saved twice stands once`() {
    let store = Home().store()
    let record = answer("gd-sign")
    store.save(record)
    store.save(record)
    #expect(store.answers().count == 1)
  }

  @Test func `the first times and the best result stay, whatever comes later`() {
    let home = Home()
    let store = home.store()
    store.saveResult("pca", score: 0.9, isPassed: true)
    store.saveResult("pca", score: 0.2, isPassed: false)
    #expect(store.lessonState("pca").best == 0.9)
    #expect(store.lessonState("pca").level == .passed)
    #expect(store.lessonState("svm").level == .new)
  }

  @Test func `two open windows keep each other's answers`() {
    let home = Home()
    let (first, second) = (home.store(), home.store())
    first.save(answer("gd-sign"))
    second.save(answer("gd-name"))
    first.saveResult("pca", score: 0.5, isPassed: false)
    second.savePosition("pca", LessonPosition(block: 1, offset: 0, tab: "quiz"))
    #expect(Set(first.answers().map(\.question)) == ["gd-sign", "gd-name"])
    #expect(second.lessonState("pca").best == 0.5)
    #expect(first.lessonState("pca").position?.tab == "quiz")
  }

  @Test func `many windows writing at once lose nothing`() async {
    let home = Home()
    let stores = (0..<4).map { _ in home.store(patience: 10) }
    await withTaskGroup(of: Void.self) { group in
      for (window, store) in stores.enumerated() {
        group.addTask { for number in 0..<25 { store.save(answer("q-\(window)-\(number)")) } }
      }
    }
    #expect(stores.map(\.waiting) == [0, 0, 0, 0])
    #expect(stores[0].answers().count == 100)
  }

  @Test func `a file of a newer version is not touched, and the tutor goes on without saving`() throws {
    let home = Home()
    _ = home.store().save(answer("gd-sign"))
    let queue = try DatabaseQueue(path: home.path)
    try queue.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE)")
    }
    try queue.close()
    let before = try Data(contentsOf: URL(filePath: home.path))
    let names = home.names()
    let store = home.store()
    #expect(store.notice == .newerFile(path: home.path, version: 99, known: 2))
    #expect(!store.isSaving)
    #expect(store.save(answer("gd-name")) != nil)
    #expect(store.answers().map(\.question) == ["gd-name"])
    #expect(try Data(contentsOf: URL(filePath: home.path)) == before)
    #expect(home.names() == names)
  }

  @Test(arguments: [
    Data("this is no database, but a letter of more than a hundred bytes. ".utf8) + Data(repeating: 65, count: 80),
    Data("short".utf8), Data("SQLite format 3\0".utf8) + Data(repeating: 255, count: 4096),
  ])
  func `a damaged file is set aside, and a new one begun`(bytes: Data) throws {
    let home = Home()
    try FileManager.default.createDirectory(at: home.url, withIntermediateDirectories: true)
    try bytes.write(to: URL(filePath: home.path))
    let store = home.store()
    let aside = "\(home.path).damaged-19700112-134640"
    if case .newerFile = store.notice { return }  // a version field of all ones is a newer file's
    #expect(store.notice == .damaged(path: home.path, setAside: aside))
    #expect(try Data(contentsOf: URL(filePath: aside)) == bytes)
    #expect(store.save(answer("gd-sign")) == nil)
    #expect(home.store().answers().count == 1)
  }

  @Test func `a file damaged in its middle is set aside`() throws {
    let home = Home()
    do {
      let store = home.store()
      for number in 0..<200 { store.save(answer("q-\(number)")) }
    }
    for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: home.path + suffix) }
    var bytes = try Data(contentsOf: URL(filePath: home.path))
    try #require(bytes.count > 16_384)
    bytes.replaceSubrange(4096..<12_288, with: Data(repeating: 0xAB, count: 8192))
    try bytes.write(to: URL(filePath: home.path))
    let store = home.store()
    guard case .damaged = store.notice else {
      Issue.record("expected the damage to be found, got \(String(describing: store.notice))")
      return
    }
    #expect(store.save(answer("gd-sign")) == nil)
  }

  @Test func `while another program holds the file, answers wait, and are saved when it lets go`() throws {
    let home = Home()
    let store = home.store(patience: 0.05)
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: home.path, configuration: configuration)
    try other.inDatabase { try $0.execute(sql: "BEGIN EXCLUSIVE") }
    #expect(store.save(answer("gd-sign")) == .locked(path: home.path))
    #expect(store.waiting == 1)
    #expect(store.answers().map(\.question) == ["gd-sign"])
    try other.inDatabase { try $0.execute(sql: "COMMIT") }
    #expect(store.save(answer("gd-name")) == nil)
    #expect(store.waiting == 0)
    #expect(Set(home.store().answers().map(\.question)) == ["gd-sign", "gd-name"])
  }

  @Test func `a full disk keeps answers in memory until there is room`() throws {
    let home = Home()
    let store = home.store()
    try store.withDatabase { database in
      let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      try database.execute(sql: "PRAGMA max_page_count = \(pages)")
    }
    var fault: ProgressError?
    for number in 0..<300 { fault = store.save(answer("q-\(number)")) ?? fault }
    #expect(fault == .diskFull(path: home.path))
    #expect(store.waiting > 0)
    #expect(store.answers().count == 300)
    try store.withDatabase { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
    #expect(store.flush() == nil)
    #expect(home.store().answers().count == 300)
  }

  @Test func `a file that may not be written is said so, and answers stay in memory`() throws {
    let home = Home()
    let store = home.store()
    try store.withDatabase { try $0.execute(sql: "PRAGMA query_only = 1") }
    #expect(store.save(answer("gd-sign")) == .readOnly(path: home.path))
    #expect(store.answers().count == 1)
  }

  @Test func `without a folder everything works from memory`() {
    let store = ProgressStore(.failure(.noHome), clock: { Date(timeIntervalSince1970: 1) })
    #expect(store.notice == .folder(.noHome))
    #expect(store.save(answer("gd-sign")) == .folder(.noHome))
    store.set("language", to: "en")
    store.set("language", to: "zh")
    store.saveResult("pca", score: 0.4, isPassed: false)
    store.savePosition("pca", LessonPosition(block: 0, offset: 0, tab: "demo"))
    #expect(store.answers().count == 1)
    #expect(store.setting("language") == "zh")
    #expect(store.lessonState("pca").level == .tried)
    #expect(store.lastPlace()?.lesson == "pca")
    #expect(store.waiting == 4)
  }

  @Test func `a folder that cannot be made is a fault with its path`() {
    let store = ProgressStore(.success(Folders(data: "/dev/null/gradus", config: "/dev/null/gradus")))
    #expect(store.notice == .folder(.cannotMake("/dev/null", reason: "a file is in its place")))
  }

  @Test func `resetting a lesson forgets it alone, and resetting all keeps the settings`() {
    let store = Home().store()
    store.save(answer("gd-sign"))
    store.save(answer("pca-one", lesson: "pca"))
    store.markSeen("pca")
    store.set("language", to: "zh")
    store.reset(lesson: "gradient-descent")
    #expect(store.answers().map(\.question) == ["pca-one"])
    store.reset(lesson: nil)
    #expect(store.answers().isEmpty)
    #expect(store.lessonStates().isEmpty)
    #expect(store.setting("language") == "zh")
  }
}

@Suite struct FoldersTests {
  @Test(arguments: [
    (["HOME": "/h"], "/h/.local/share/gradus", "/h/.config/gradus"),
    (["HOME": "/h", "XDG_DATA_HOME": "/d", "XDG_CONFIG_HOME": "/c"], "/d/gradus", "/c/gradus"),
    (["HOME": "/h", "XDG_DATA_HOME": "relative"], "/h/.local/share/gradus", "/h/.config/gradus"),
    (["HOME": "/h", "XDG_DATA_HOME": "/d", "GRADUS_HOME": "/g"], "/g", "/g"),
    (["GRADUS_HOME": "/g"], "/g", "/g"),
  ])
  func `folders follow the environment`(environment: [String: String], data: String, config: String) throws {
    #expect(try Folders.resolve(environment) == Folders(data: data, config: config))
  }

  @Test func `no home at all is a fault`() {
    #expect(throws: FoldersError.noHome) { try Folders.resolve([:]) }
  }

  @Test(arguments: [
    ProgressError.newerFile(path: "/p", version: 2, known: 1), .damaged(path: "/p", setAside: "/q"),
    .damagedAndStuck(path: "/p", reason: "r"), .readOnly(path: "/p"), .diskFull(path: "/p"), .locked(path: "/p"),
    .failed(path: "/p", code: 1, reason: "r"), .folder(.unwritable("/p", reason: "r")),
    .folder(.cannotMake("/p", reason: "r")),
  ])
  func `every error names the file in both languages`(error: ProgressError) {
    let sentence = ProgressSentences.sentence(error)
    #expect(sentence.en.contains("/p"))
    #expect(sentence.zh.contains("/p"))
    #expect(sentence.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
  }
}
