import Foundation
import Recording
import Terminal

/// The file that a recording goes to; its name says which form it has.
struct RecordingFile {
  enum Form: String, CaseIterable {
    case cast, svg
  }

  let path: String
  let form: Form

  /// Ends the command where the name ends in anything but `.cast` or `.svg`.
  init(_ path: String) throws {
    let ending = URL(fileURLWithPath: path).pathExtension.lowercased()
    guard let form = Form(rawValue: ending) else {
      throw Failure.report(
        "\(path): expected a name that ends in .cast (asciicast) or .svg (a picture), got "
          + (ending.isEmpty ? "no ending." : "\".\(ending)\"."), Failure.usage)
    }
    self.path = path
    self.form = form
  }

  /// What makes a file of this form.
  func recorder(size: Size, framesPerSecond: Int, isAnimated: Bool, theme: Theme) -> any Recorder {
    let paper = Paper(theme)
    switch form {
    case .cast: return Asciicast(size: size, framesPerSecond: framesPerSecond, paper: paper)
    case .svg where isAnimated: return SVGFilm(size: size, framesPerSecond: framesPerSecond, paper: paper)
    case .svg: return SVGPicture(paper: paper)
    }
  }

  /// Writes the file; ends the command where that can't be done.
  func write(_ text: String) throws {
    guard let file = fopen(path, "w") else { throw unwritable() }
    let bytes = Array(text.utf8)
    let isWhole = fwrite(bytes, 1, bytes.count, file) == bytes.count
    guard fclose(file) == 0, isWhole else { throw unwritable() }
  }

  private func unwritable() -> any Error {
    Failure.report(
      "\(path) can't be written: \(String(cString: strerror(errno))). Give a folder that is there and yours.")
  }
}
