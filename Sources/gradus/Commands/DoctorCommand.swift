import ArgumentParser
import Course
import Curses
import Demos
import Foundation
import Terminal
import Tutor
import Wording

/// `gradus doctor`: what Gradus finds on this machine.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Say what Gradus finds on this machine, and what is missing.")

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup var content: ContentOptions

  private struct Finding: Encodable {
    let name: String
    let isFine: Bool
    let says: String
  }

  func run() throws {
    let findings = [terminal, locale, colours, lessons, assets, progress, settings, demos]
    if json {
      try printJSON(findings)
    } else {
      for finding in findings {
        print("\(finding.isFine ? "ok" : "!!")  \(finding.name.padded(to: 10)) \(finding.says)")
      }
    }
    guard findings.allSatisfy(\.isFine) else { throw ExitCode(Failure.failed) }
  }

  private var environment: [String: String] { ProcessInfo.processInfo.environment }

  private var terminal: Finding {
    let name = environment["TERM"] ?? ""
    guard !name.isEmpty, name != "dumb" else {
      return Finding(
        name: "terminal", isFine: false,
        says: "TERM is \(name.isEmpty ? "not set" : name); run `export TERM=xterm-256color`")
    }
    let isTerminal = isatty(0) == 1 && isatty(1) == 1
    return Finding(
      name: "terminal", isFine: true, says: "TERM=\(name)" + (isTerminal ? "" : "; not attached to a terminal just now")
    )
  }

  private var locale: Finding {
    let value = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    let isUTF8 = value.lowercased().replacing("-", with: "").contains("utf8")
    return Finding(
      name: "locale", isFine: true, says: isUTF8 ? value : "\(value.isEmpty ? "unset" : value); C.UTF-8 is used instead"
    )
  }

  private var colours: Finding {
    if let refused = environment["NO_COLOR"], !refused.isEmpty {
      return Finding(name: "colours", isFine: true, says: "none: NO_COLOR is set")
    }
    return Finding(
      name: "colours", isFine: true, says: "as the terminal describes; COLORTERM=\(environment["COLORTERM"] ?? "")")
  }

  private var lessons: Finding {
    guard let folders = try? ContentFolders(lessons: content.lessons) else {
      return Finding(name: "lessons", isFine: false, says: "not found; name the folder with --lessons DIR")
    }
    let reading = CourseFolder(folders.lessons.path).course()
    let written = reading.value?.entries.filter(\.isWritten).count ?? 0
    return Finding(
      name: "lessons", isFine: reading.faults.isEmpty && written > 0,
      says: "\(written) written, \(reading.faults.count) faults, in \(folders.lessons.path)")
  }

  private var assets: Finding {
    guard let folders = try? ContentFolders(lessons: content.lessons) else {
      return Finding(name: "assets", isFine: false, says: "not found; run `make install` again")
    }
    return Finding(name: "assets", isFine: true, says: folders.assets.path)
  }

  private var progress: Finding {
    let store = ProgressStore(Folders.current)
    if let notice = store.notice {
      return Finding(name: "progress", isFine: false, says: ProgressSentences.sentence(notice).en)
    }
    return Finding(
      name: "progress", isFine: true, says: "\(store.answers().count) answers in \(store.path ?? "memory")")
  }

  private var settings: Finding {
    let keeper = PreferencesKeeper(Folders.current)
    let path = keeper.path ?? "no folder"
    guard keeper.faults.isEmpty else {
      let sentences = keeper.faults.map { PreferencesSentences.sentence($0, path: path).en }
      return Finding(name: "settings", isFine: false, says: sentences.joined(separator: "\n" + "".padded(to: 15)))
    }
    let changed = PreferenceField.allCases.filter { $0.value(in: keeper.value) != $0.value(in: Preferences()) }
    let said = changed.map { "\($0.rawValue) \($0.value(in: keeper.value))" }
    let keys = keeper.value.keys.isEmpty ? [] : ["\(keeper.value.keys.count) commands on other keys"]
    let all = (said + keys).joined(separator: ", ")
    return Finding(name: "settings", isFine: true, says: "\(path): \(all.isEmpty ? "the defaults" : all)")
  }

  private var demos: Finding {
    let ids = DemoCatalogue.all.map { $0.card.id }
    return Finding(name: "demos", isFine: !ids.isEmpty, says: ids.joined(separator: ", "))
  }
}
