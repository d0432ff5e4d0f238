import Testing

@testable import Terminal

struct TerminalReportTests {
  private func read(_ text: String) -> (reports: [TerminalReport], events: [InputEvent]) {
    var decoder = InputDecoder()
    let events = decoder.feed(text.utf8)
    return (decoder.reports, events)
  }

  @Test(arguments: [
    ("\u{1B}[2;4R", TerminalReport.cursor(row: 2, column: 4)),
    ("\u{1B}[24;80R", .cursor(row: 24, column: 80)),
    ("\u{1B}]11;rgb:0000/0000/0000\u{1B}\\", .background(red: 0, green: 0, blue: 0)),
    ("\u{1B}]11;rgb:ffff/8000/0000\u{7}", .background(red: 1, green: 32768.0 / 65535, blue: 0)),
    ("\u{1B}]11;rgb:f/0/f\u{7}", .background(red: 1, green: 0, blue: 1)),
    ("\u{1B}]11;rgba:ff/ff/00/80\u{7}", .background(red: 1, green: 1, blue: 0)),
  ])
  func `an answer is a report and never a key`(text: String, report: TerminalReport) {
    let read = read(text)
    #expect(read.reports == [report])
    #expect(read.events.isEmpty)
  }

  @Test(arguments: [
    "\u{1B}]10;rgb:0000/0000/0000\u{7}", "\u{1B}]11;?\u{7}", "\u{1B}]11;rgb:0000/0000\u{7}",
    "\u{1B}]11;rgb:00000/0/0\u{7}", "\u{1B}]11;rgb:x/0/0\u{7}", "\u{1B}]11;red\u{7}", "\u{1B}]52;c;cXE=\u{7}",
    "\u{1B}[?62;4c", "\u{1B}[0;0R", "\u{1B}[?2;4R", "\u{1B}P11;rgb:0/0/0\u{1B}\\", "\u{1B}]11;rgb:0/0/0\u{18}",
  ])
  func `anything else is swallowed without a report`(text: String) {
    let read = read(text)
    #expect(read.reports.isEmpty)
    #expect(read.events.isEmpty)
  }

  @Test func `an answer split at any place is read whole`() {
    let bytes = Array("\u{1B}]11;rgb:1e1e/1e1e/2e2e\u{1B}\\".utf8)
    for cut in 1..<bytes.count {
      var decoder = InputDecoder()
      let events = decoder.feed(bytes[..<cut]) + decoder.feed(bytes[cut...])
      #expect(events.isEmpty)
      #expect(decoder.reports.count == 1)
    }
  }

  @Test func `a body of any length costs no memory and no key`() {
    let read = read("\u{1B}]11;" + String(repeating: "rgb:0/0/0;", count: 10_000) + "\u{7}q")
    #expect(read.reports.isEmpty)
    #expect(read.events == [.key(.character("q"))])
  }

  @Test func `reports outlive the end of an unfinished sequence`() {
    var decoder = InputDecoder()
    _ = decoder.feed("\u{1B}[2;4R\u{1B}".utf8)
    let events = decoder.expire()
    #expect(events == [.key(.escape)])
    #expect(decoder.reports == [.cursor(row: 2, column: 4)])
  }
}
