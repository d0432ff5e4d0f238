import MiniML
import Terminal

/// A receipt as a short code, and back: `Base32` of a record that names demo, knobs and choices by hashes of their ids.
///
/// The record: version and kernels, demo (24 bits), seed, steps, the knobs that are not at their defaults, the inputs,
/// the outcome, and a checksum of 16 bits, so that a mistyped letter is noticed.
extension Receipt {
  /// The form of the record.
  private static let form: UInt8 = 1
  private static let mostInputs = 100_000

  /// The code; nil where the catalogue has no such demo.
  public var code: String? {
    guard let card = DemoCatalogue.demo(demo)?.card else { return nil }
    return code(card)
  }

  func code(_ card: DemoCard) -> String {
    var record = ByteWriter()
    record.byte(Self.form << 4 | kernels.rawValue)
    for part in [version.major, version.minor, version.patch] { record.number(UInt64(part)) }
    record.fixed(FNV.of(demo, bits: 24), 3)
    record.number(seed)
    record.number(UInt64(steps))
    let changed = card.knobs.filter { settings[$0.id] != $0.defaultValue }
    record.number(UInt64(changed.count))
    for knob in changed { record.knob(knob.id, settings[knob.id] ?? knob.defaultValue) }
    record.inputs(inputs)
    record.fixed(outcome.hash, 5)
    record.fixed(UInt64(outcome.goalValue.bitPattern), 4)
    record.fixed(Self.checksum(record.bytes), 2)
    return Base32.text(record.bytes)
  }

  /// Reads a code. Throws what is wrong with it.
  public init(code: String) throws(ReceiptFault) { try self.init(code: code, demos: DemoCatalogue.all.map { $0.card }) }

  init(code: String, demos: [DemoCard]) throws(ReceiptFault) {
    var reader = try Self.open(code)
    do {
      let head = try reader.byte()
      guard head >> 4 == Self.form, let kernels = KernelVariant(rawValue: head & 15) else {
        throw ReceiptFault.otherForm(Int(head >> 4), known: Int(Self.form))
      }
      let version = ReleaseVersion(
        major: UInt8(try reader.count(atMost: 255)), minor: UInt8(try reader.count(atMost: 255)),
        patch: UInt8(try reader.count(atMost: 255)))
      let name = try reader.fixed(3)
      guard let card = demos.first(where: { FNV.of($0.id, bits: 24) == name }) else {
        throw ReceiptFault.unknownDemo(madeBy: version)
      }
      let (seed, steps) = (try reader.number(), try reader.count(atMost: 10_000_000))
      var settings = Settings(defaultsOf: card)
      for _ in 0..<(try reader.count(atMost: card.knobs.count)) {
        let (knob, value) = try reader.knob(card)
        try settings.set(knob, to: value, card: card)
      }
      let inputs = try reader.inputs(card, atMost: Self.mostInputs)
      let outcome = Outcome(
        hash: try reader.fixed(5), goalValue: Float(bitPattern: UInt32(try reader.fixed(4))))
      self.init(
        demo: card.id, settings: settings, seed: seed, inputs: inputs, steps: steps, outcome: outcome, version: version,
        kernels: kernels)
    } catch let fault as ReceiptFault {
      throw fault
    } catch {
      // A knob or a choice that this version of the demo does not have, or a value outside its range.
      throw .doesNotFit
    }
  }

  /// The record behind a code whose checksum is right.
  private static func open(_ code: String) throws(ReceiptFault) -> ByteReader {
    let bytes: [UInt8]
    do { bytes = try Base32.bytes(code) } catch { throw .strayCharacter(error.character, place: error.place) }
    guard bytes.count > 12 else { throw .tooShort }
    let end = bytes.suffix(2).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard checksum(bytes.dropLast(2)) == end else { throw .mistyped }
    return ByteReader(Array(bytes.dropLast(2)))
  }

  private static func checksum(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = FNV()
    hash.add(bytes)
    return hash.folded(to: 16)
  }
}

/// Why a code is no receipt.
public enum ReceiptFault: Error, Hashable, Sendable {
  /// A character that no code holds, and its place from 0.
  case strayCharacter(Character, place: Int)
  case tooShort
  /// The checksum is wrong.
  case mistyped
  /// Made by a version that writes codes in another form.
  case otherForm(Int, known: Int)
  case unknownDemo(madeBy: ReleaseVersion)
  /// The demo's knobs are not those of the version that made it.
  case doesNotFit
}
