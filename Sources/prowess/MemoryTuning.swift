import Foundation

/// How the process takes memory from the system.
enum MemoryTuning {
    /// Has glibc take memory in larger pieces: the text of a booklet's files is a few megabytes, and to have the system hand them
    /// out and take them back page by page took a twentieth of a build. Other C libraries have no `mallopt` and stay as they are.
    static func apply() {
        guard let symbol = dlsym(nil, "mallopt") else { return }
        let mallopt = unsafeBitCast(symbol, to: (@convention(c) (CInt, CInt) -> CInt).self)
        _ = mallopt(topPad, 16 << 20)
    }

    /// `M_TOP_PAD` of glibc's malloc.h, which Swift's module of glibc leaves out.
    private static let topPad: CInt = -2
}
