import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The README's pictures are there, small, and well-formed. That they are what `make pictures` would make today is not
/// checked: every change of a lesson or a border would fail it.
@Suite struct PictureTests {
  @Test(arguments: ["README.md", "README.zh.md"])
  func `every picture of a README is in the tree, below 60 KB, and well-formed`(name: String) throws {
    let text = try String(contentsOf: Program.root.appending(path: name), encoding: .utf8)
    let pictures = text.matches(of: #/!\[[^\]]+\]\(([^)]+\.svg)\)/#).map { String($0.1) }
    #expect(!pictures.isEmpty)
    for picture in pictures {
      let data = try Data(contentsOf: Program.root.appending(path: picture))
      #expect(data.count < 60_000, "\(picture)")
      #expect(XMLParser(data: data).parse(), "\(picture)")
      #expect(String(decoding: data, as: UTF8.self).contains("<title"), "\(picture)")
    }
  }
}
