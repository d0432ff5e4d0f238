import Terminal
import Testing

@testable import Tutor

@Suite struct KeyNamesTests {
  @Test(arguments: [
    ("x", Key.character("x")), ("X", .character("X")), ("中", .character("中")), (".", .character(".")),
    ("space", .character(" ")), ("Ctrl-N", .control("n")), ("alt-N", .alt("N")), ("alt-left", .altLeft),
    ("f5", .function(5)), ("F12", .function(12)), ("esc", .escape), ("Shift-Tab", .backTab), ("PgUp", .pageUp),
    ("ctrl-i", .tab), ("ctrl-m", .enter), ("ctrl-h", .backspace),
  ])
  func `a name is a key`(name: String, key: Key) { #expect(Key(name: name) == key) }

  @Test(arguments: ["", " ", "ctrl-", "ctrl-nn", "f0", "f25", "alt-", "hyper-x", "xx"])
  func `anything else is none`(name: String) { #expect(Key(name: name) == nil) }

  @Test func `every key of every table can be written and read`() {
    for (_, table) in KeyTable.places {
      for key in table.bindings.flatMap(\.keys) { #expect(Key(name: key.name) == key, "\(key)") }
    }
  }

  @Test func `every command can be written and read`() {
    for command in Command.allCases { #expect(Command(name: command.name) == command) }
    #expect(Command.stepBack.name == "step-back")
    #expect(Command(name: "no-such") == nil)
  }

  @Test func `the tables themselves give no key to two commands`() {
    for (place, table) in KeyTable.places {
      for binding in table.bindings {
        for key in binding.keys {
          #expect(table.command(for: key) == binding.command, "\(place): \(key) for \(binding.command)")
        }
      }
    }
  }

  @Test func `in a text field no character is a command`() {
    for (place, table) in KeyTable.places where table.isTyping {
      for key in table.bindings.flatMap(\.keys) {
        if case .character = key { Issue.record("\(place): \(key)") }
      }
    }
  }

  // MARK: The same keys everywhere

  private static let reading = KeyTable.places.filter { !$0.table.isTyping }.map(\.place)

  private static func table(_ place: String) -> KeyTable {
    KeyTable.places.first { $0.place == place }?.table ?? KeyTable([])
  }

  @Test(arguments: reading)
  func `h j k l are the arrows, g and G the ends, wherever these mean something`(place: String) {
    let table = Self.table(place)
    let pairs: [(Key, Key)] = [
      (.left, .character("h")), (.down, .character("j")), (.up, .character("k")), (.right, .character("l")),
      (.home, .character("g")), (.end, .character("G")),
    ]
    for (key, letter) in pairs where table.command(for: key) != nil {
      #expect(table.command(for: letter) == table.command(for: key), "\(letter)")
    }
  }

  @Test(arguments: KeyTable.places.map(\.place))
  func `Esc goes back and Ctrl-C leaves, and F1 helps`(place: String) {
    let table = Self.table(place)
    #expect(table.command(for: .escape) == .back)
    #expect(table.command(for: .control("c")) == .quit)
    #expect(table.command(for: .function(1)) == .help)
    #expect(table.command(for: .control("p")) == .palette && table.command(for: .control("f")) == .searchAll)
    #expect(table.command(for: .altLeft) == .historyBack && table.command(for: .function(2)) == .settings)
  }

  @Test(arguments: reading)
  func `q and Backspace go back too, and Tab and Shift-Tab are a pair`(place: String) {
    let table = Self.table(place)
    #expect(table.command(for: .character("q")) == .back && table.command(for: .backspace) == .back)
    let forward = table.command(for: .tab)
    let back: Command? = forward == .nextPane ? .previousPane : forward == .nextWritten ? .previousWritten : nil
    #expect(table.command(for: .backTab) == back)
  }
}
