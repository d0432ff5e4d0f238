import Foundation
import Language
import Terminal
import Wording

@testable import Demos

/// The shipped checkpoint and demos that run on it.
enum SelfAttentionSupport {
  static let assets = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Assets").path()

  static let source: Result<AttentionCheckpoint, CheckpointError> = {
    do throws(CheckpointError) {
      return .success(try AttentionCheckpoint(folder: assets + "/" + Checkpoints.selfAttentionFolder))
    } catch {
      return .failure(error)
    }
  }()

  /// A demo on the shipped model after some steps.
  static func demo(_ text: String? = nil, steps: Int = 0, _ knobs: [String: String] = [:]) throws -> SelfAttentionDemo {
    var settings = Settings(defaultsOf: SelfAttentionDemo.card)
    for (id, value) in knobs { try settings.set(id, toText: value, card: SelfAttentionDemo.card) }
    var demo = SelfAttentionDemo(settings: settings, source: source)
    if let text, let fault = demo.apply(.text(text)) { throw fault }
    for _ in 0..<steps { demo.step() }
    return demo
  }

  static func picture(
    _ demo: SelfAttentionDemo, _ size: Size, _ language: Wording.Language = .en, colors: ColorTier = .none,
    glyphs: GlyphTier = .unicode
  ) -> [String] {
    var surface = Surface(size)
    demo.draw(on: &surface, context: DrawContext(language: language, theme: .standard(colors: colors, glyphs: glyphs)))
    return surface.lines
  }
}
