import Testing

@testable import Curses

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

struct FrameBufferTests {
  @Test(arguments: [0, 1, 4096, 300_000])
  func `what was written is taken once`(count: Int) throws {
    let buffer = try FrameBuffer()
    let bytes = [UInt8](repeating: 0x78, count: count)
    fwrite(bytes, 1, count, buffer.file)
    #expect(buffer.take() == bytes)
    #expect(buffer.take() == [])
    fwrite(bytes, 1, count / 2, buffer.file)
    #expect(buffer.take().count == count / 2)
  }
}
