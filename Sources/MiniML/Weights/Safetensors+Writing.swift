extension Safetensors {
  /// The file's bytes: tensors in the order of their names, numbers as `format` has them, the header padded to 8 bytes.
  public func bytes(as format: NumberFormat = .float32) -> [UInt8] {
    var data: [UInt8] = []
    var members: [String] = []
    if !metadata.isEmpty {
      let notes = metadata.sorted { $0.key < $1.key }.map { "\(Self.quoted($0.key)):\(Self.quoted($0.value))" }
      members.append("\"__metadata__\":{\(notes.joined(separator: ","))}")
    }
    for (name, tensor) in tensors.sorted(by: { $0.key < $1.key }) {
      let start = data.count
      for number in tensor.data { format.append(number, to: &data) }
      let shape = tensor.shape.map(String.init).joined(separator: ",")
      members.append(
        "\(Self.quoted(name)):{\"dtype\":\"\(format.rawValue)\",\"shape\":[\(shape)],\"data_offsets\":[\(start),\(data.count)]}"
      )
    }
    var header = Array("{\(members.joined(separator: ","))}".utf8)
    while header.count % 8 != 0 { header.append(0x20) }
    let length = (0..<8).map { UInt8(truncatingIfNeeded: UInt64(header.count) >> UInt64($0 * 8)) }
    return length + header + data
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      default: if scalar.value >= 0x20 { quoted.unicodeScalars.append(scalar) }
      }
    }
    return quoted + "\""
  }
}
