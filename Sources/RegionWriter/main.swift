import Foundation

// RegionWriter OUTPUT SOURCES FILE...: writes `extension SourceRegion { static let all }` from the marked regions.

struct RegionFault: Error, CustomStringConvertible {
  let description: String
}

/// The regions of one file as Swift expressions.
func regions(of text: String, path: String) throws -> [String] {
  var open: (name: String, first: Int, lines: [Substring])?
  var found: [String] = []
  for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
    let trimmed = line.drop { $0 == " " }
    if trimmed.hasPrefix("// region: ") {
      guard open == nil else { throw RegionFault(description: "\(path):\(index + 1): a region inside a region") }
      open = (String(trimmed.dropFirst(11)), index + 2, [])
    } else if trimmed.hasPrefix("// endregion: ") {
      guard let region = open, region.name == trimmed.dropFirst(14) else {
        throw RegionFault(description: "\(path):\(index + 1): endregion without its region")
      }
      found.append(expression(id: "\(path)#\(region.name)", first: region.first, lines: region.lines))
      open = nil
    } else {
      open?.lines.append(line)
    }
  }
  if let open { throw RegionFault(description: "\(path): region \(open.name) is never closed") }
  return found
}

func expression(id: String, first: Int, lines: [Substring]) -> String {
  let indent = lines.filter { !$0.allSatisfy { $0 == " " } }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
  let texts = lines.map { "      \(literal($0.dropFirst(min(indent, $0.count)))),\n" }.joined()
  return "    SourceRegion(id: \(literal(id)), firstLine: \(first), lines: [\n\(texts)    ]),\n"
}

func literal(_ text: some StringProtocol) -> String { "##\"\(text)\"##" }

let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
  FileHandle.standardError.write(Data("usage: RegionWriter OUTPUT SOURCES FILE...\n".utf8))
  exit(64)
}
do {
  let root = arguments[2].hasSuffix("/") ? arguments[2] : arguments[2] + "/"
  var all = ""
  for file in arguments.dropFirst(3) {
    let text = try String(contentsOfFile: file, encoding: .utf8)
    all += try regions(of: text, path: String(file.dropFirst(root.count))).joined()
  }
  let source =
    "extension SourceRegion {\n  /// Every marked region.\n  public static let all: [SourceRegion] = [\n\(all)  ]\n}\n"
  try Data(source.utf8).write(to: URL(fileURLWithPath: arguments[1]))
} catch {
  FileHandle.standardError.write(Data("RegionWriter: \(error)\n".utf8))
  exit(1)
}
