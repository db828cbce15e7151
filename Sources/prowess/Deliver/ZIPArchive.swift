/// A ZIP (PKWARE APPNOTE 6.3) of stored files: the same files give the same bytes, on every machine.
///
/// Nothing is compressed, so that no compressor's version decides the bytes, and no field tells of the machine that made it.
/// Names are ASCII, files smaller than 4 GB, and fewer than 65,536.
struct ZIPArchive {
    /// A file's time as MS-DOS writes it: noon of a day, in two bytes of time and two of date.
    private let dosTime: UInt32
    private(set) var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// Begins an archive whose files all bear one day; a day before 1980 counts as 1980-01-01.
    init(year: Int, month: Int, day: Int) {
        let date = year < 1980 ? 1 << 5 | 1 : min(year - 1980, 127) << 9 | month << 5 | day
        dosTime = UInt32(date) << 16 | 12 << 11
    }

    /// Adds a file; files stand in the order in which they are added.
    mutating func add(_ name: String, _ content: [UInt8]) {
        let offset = bytes.count
        var fields: [UInt8] = []
        // Version 1.0 is enough to read it; no flags; stored.
        fields.append(little: 10, bytes: 2)
        fields.append(little: 0, bytes: 4)
        fields.append(little: Int(dosTime), bytes: 4)
        fields.append(little: Int(CRC32.of(content)), bytes: 4)
        fields.append(little: content.count, bytes: 4)
        fields.append(little: content.count, bytes: 4)
        fields.append(little: name.utf8.count, bytes: 2)
        fields.append(little: 0, bytes: 2)
        bytes.append(little: 0x0403_4B50, bytes: 4)
        bytes += fields + Array(name.utf8) + content
        directory.append(little: 0x0201_4B50, bytes: 4)
        // Made by version 1.0 on Unix, so that the mode 0600 that follows is kept.
        directory.append(little: 3 << 8 | 10, bytes: 2)
        directory += fields
        // No comment, on the first disk, not said to be text.
        directory.append(little: 0, bytes: 6)
        directory.append(little: 0o100600 << 16, bytes: 4)
        directory.append(little: offset, bytes: 4)
        directory += Array(name.utf8)
        count += 1
    }

    /// The whole archive.
    var finished: [UInt8] {
        var end: [UInt8] = []
        end.append(little: 0x0605_4B50, bytes: 4)
        end.append(little: 0, bytes: 4)
        end.append(little: count, bytes: 2)
        end.append(little: count, bytes: 2)
        end.append(little: directory.count, bytes: 4)
        end.append(little: bytes.count, bytes: 4)
        end.append(little: 0, bytes: 2)
        return bytes + directory + end
    }
}

extension [UInt8] {
    /// Appends the lowest bytes of a number, the lowest first.
    fileprivate mutating func append(little number: Int, bytes count: Int) {
        for place in 0..<count { append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
    }
}

/// The checksum of ZIP (ISO 3309, reflected polynomial 0xEDB88320).
enum CRC32 {
    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }

    static func of(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { value, byte in value >> 8 ^ table[Int((value ^ UInt32(byte)) & 0xFF)] }
    }
}
