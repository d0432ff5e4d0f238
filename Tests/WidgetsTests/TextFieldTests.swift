import Support
import Terminal
import Testing

@testable import Widgets

struct TextFieldTests {
  private func typed(_ keys: [Key], into text: String = "", limit: Int = 50) -> TextField {
    var field = TextField(text, limit: limit)
    for key in keys { _ = field.handle(key) }
    return field
  }

  @Test(arguments: [
    ([Key.character("a"), .character("b")], "ab", 2),
    ([.character("梯"), .character("度"), .left, .character("x")], "梯x度", 2),
    ([.character("e"), .character("\u{301}")], "e\u{301}", 1),
    ([.character("🇨🇳"), .character("x"), .left, .backspace], "x", 0),
    ([.character("a"), .home, .delete], "", 0),
    ([.character("a"), .character("b"), .home, .character("c"), .end, .character("d")], "cabd", 4),
    ([.character("\u{1B}")], "", 0),
    ([.left, .left, .backspace, .delete], "", 0),
  ])
  func `keys edit by whole characters`(keys: [Key], text: String, cursor: Int) {
    let field = typed(keys)
    #expect(field.text == text && field.cursor == cursor)
  }

  @Test(arguments: [
    (Key.control("w"), "one ", 4), (.control("u"), "", 0), (.alt("b"), "one two", 4), (.control("a"), "one two", 0),
  ])
  func `words are deleted and jumped over`(key: Key, text: String, cursor: Int) {
    let field = typed([key], into: "one two")
    #expect(field.text == text && field.cursor == cursor)
  }

  @Test func `Ctrl-K deletes to the end and Alt-D a word`() {
    #expect(typed([.home, .alt("f"), .control("k")], into: "one two").text == "one")
    #expect(typed([.home, .alt("d")], into: "one two").text == " two")
  }

  @Test func `keys of the screen are left to it`() {
    var field = TextField("x")
    for key in [Key.enter, .escape, .tab, .up, .function(1), .control("c")] {
      let used = field.handle(key)
      #expect(!used)
    }
    #expect(field.text == "x")
  }

  @Test func `pasted text is one line, harmless and inside the limit`() {
    var field = TextField("ab", limit: 8)
    field.paste("c\nd\u{1B}[0m\te")
    #expect(field.text == "abc d[0m")
    #expect(field.cursor == 8)
    field.paste("x")
    #expect(field.text == "abc d[0m")
  }

  @Test func `the cursor stays inside and wide characters are not cut`() {
    var surface = Surface(width: 6, height: 1)
    let field = TextField("学习率太大")
    field.draw(on: &surface, in: surface.bounds, theme: mono)
    #expect(surface.lines == ["太大"])
    #expect(field.cursorPoint(in: surface.bounds) == Point(x: 4, y: 0))
  }

  @Test func `a placeholder stands in an empty field`() {
    var surface = Surface(width: 10, height: 1)
    TextField(placeholder: "type here").draw(on: &surface, in: surface.bounds, theme: mono)
    #expect(surface.lines == ["type here"])
  }

  @Test(arguments: testSizes)
  func `a field is drawn at any size`(size: Size) {
    var surface = Surface(size)
    let field = TextField("学习率 learning rate")
    field.draw(on: &surface, in: surface.bounds, theme: mono)
    let cursor = field.cursorPoint(in: surface.bounds)
    #expect(cursor.map { surface.bounds.contains($0) } == true)
  }
}
