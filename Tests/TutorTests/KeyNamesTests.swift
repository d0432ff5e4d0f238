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
}
