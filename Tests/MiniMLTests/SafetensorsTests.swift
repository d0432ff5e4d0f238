import Foundation
import MiniML
import Testing

@Suite struct SafetensorsTests {
  static let sample = Safetensors(
    tensors: ["b": Tensor([2, 2], [1, -2.5, 0, 65504]), "a": Tensor([3], [0.1, 1e-7, -0.333])],
    metadata: ["made by": "a \"test\"\nof two lines"])

  @Test func `float32 comes back bit for bit`() throws {
    let copy = try Safetensors(bytes: Self.sample.bytes())
    #expect(copy.tensors == Self.sample.tensors)
    #expect(copy.metadata == Self.sample.metadata)
  }

  @Test(arguments: [(NumberFormat.float16, Float(0x1p-11)), (.bfloat16, Float(0x1p-8))])
  func `half formats come back within half a unit of their last place`(format: NumberFormat, bound: Float) throws {
    let copy = try Safetensors(bytes: Self.sample.bytes(as: format))
    for (name, tensor) in Self.sample.tensors {
      for (x, y) in zip(tensor.data, copy.tensors[name]?.data ?? []) {
        #expect(abs(x - y) <= max(abs(x) * bound, 0x1p-25))
      }
    }
  }

  @Test func `half precision keeps infinity and not-a-number`() throws {
    let odd = Safetensors(tensors: ["x": Tensor([.infinity, -.infinity, .nan, 1e9, -0.0])])
    let x = try #require(try Safetensors(bytes: odd.bytes(as: .float16)).tensors["x"]).data
    #expect(x[0] == .infinity && x[1] == -.infinity && x[2].isNaN && x[3] == .infinity && x[4] == 0)
  }

  @Test func `a file written is the file read`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "w.safetensors").path()
    try Self.sample.write(to: path)
    #expect(try Safetensors(path: path).tensors == Self.sample.tensors)
    #expect(throws: SafetensorsError.cannotOpen(path: path + "x")) { try Safetensors(path: path + "x") }
  }

  @Test func `a file of the safetensors library itself is read`() throws {
    // Written by safetensors.numpy.save({"w": arange(6).reshape(2, 3) float32}).
    let header = #"{"w":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]}}"#
    let numbers = (0..<6).flatMap { i in withUnsafeBytes(of: Float(i).bitPattern.littleEndian) { Array($0) } }
    let file = try Safetensors(bytes: Self.file(header, numbers))
    #expect(file.tensors["w"]?.data == [0, 1, 2, 3, 4, 5])
  }

  @Test(arguments: [
    #"{"#, #"[]"#, #"{"a":1}"#, #"{"a":{"dtype":"F32"}}"#, #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0]}}"#,
    #"{"a":{"dtype":"X9","shape":[1],"data_offsets":[0,4]}}"#,
    #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}"#,
    #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}"#,
    #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[-4,0]}}"#,
    #"{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}"#,
    #"{"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,4]}}"#,
    #"{"a":{"dtype":"F32","shape":[99999999999999999999],"data_offsets":[0,4]}}"#,
    #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,9223372036854775807]}}"#,
    #"{"a":"b"}"#, #"{"a\u0041":{}}"#, #"{"a":{}} x"#, #"{"a":[[[[[[[[[[[[1]]]]]]]]]]]]}"#, #"{"a"#, "",
  ])
  func `a hostile header is refused and never stops the program`(header: String) {
    #expect(throws: SafetensorsError.self) { try Safetensors(bytes: Self.file(header, [0, 0, 0, 0])) }
  }

  @Test func `every cut and every changed byte of a file is read or refused`() {
    let bytes = Self.sample.bytes()
    for end in 0..<bytes.count { _ = try? Safetensors(bytes: Array(bytes[..<end])) }
    for i in bytes.indices {
      var changed = bytes
      changed[i] ^= 0xFF
      _ = try? Safetensors(bytes: changed)
    }
    #expect(throws: SafetensorsError.tooShort(bytes: 3)) { try Safetensors(bytes: [1, 2, 3]) }
  }

  @Test func `a missing tensor and a wrong shape are named`() {
    #expect(throws: SafetensorsError.missing(tensor: "c", known: ["a", "b"])) {
      try Self.sample.tensor("c", shape: [1])
    }
    #expect(throws: SafetensorsError.unexpectedShape(tensor: "a", expected: [4], got: [3])) {
      try Self.sample.tensor("a", shape: [4])
    }
  }

  private static func file(_ header: String, _ data: [UInt8]) -> [UInt8] {
    let header = Array(header.utf8)
    return (0..<8).map { UInt8(truncatingIfNeeded: header.count >> ($0 * 8)) } + header + data
  }
}
