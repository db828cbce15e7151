import Foundation
import TestSupport
import Testing

@testable import Signup

@Suite("The spool folder")
struct SpoolTests {
    private func mail(_ request: Int64, _ text: String = "Subject: x\r\n\r\n") -> OutgoingMail {
        OutgoingMail(request: request, name: "\(request)-ab", from: "a@b.org", to: "c@d.org", bytes: Array(text.utf8))
    }

    @Test("Mails are files that only this account may read, and nothing else is left")
    func writes() async throws {
        let folder = try TemporaryFolder()
        let spool = folder.path + "/spool"
        #expect(await Spool(folder: spool).carry([mail(1), mail(2, "b")]) == [.handedOver, .handedOver])
        #expect(try FileManager.default.contentsOfDirectory(atPath: spool).sorted() == ["1-ab.eml", "2-ab.eml"])
        #expect(folder.text("spool/2-ab.eml") == "b")
        let mode = try FileManager.default.attributesOfItem(atPath: spool + "/1-ab.eml")[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try FileManager.default.attributesOfItem(atPath: spool)[.posixPermissions] as? Int == 0o700)
    }

    @Test("A mail that is handed over again takes its own place, and a half file of before too")
    func again() async throws {
        let folder = try TemporaryFolder(["spool/.1-ab.part": "half of something longer than the mail"])
        #expect(await Spool(folder: folder.path + "/spool").carry([mail(1, "first")]) == [.handedOver])
        #expect(await Spool(folder: folder.path + "/spool").carry([mail(1, "again")]) == [.handedOver])
        #expect(folder.text("spool/1-ab.eml") == "again")
        #expect(folder.text("spool/.1-ab.part") == nil)
    }

    @Test("What can't be written is told by its cause, and what was written before counts")
    func fails() async throws {
        let folder = try TemporaryFolder(["spool/2-ab.eml/in-the-way": ""])
        let deliveries = await Spool(folder: folder.path + "/spool").carry([mail(1), mail(2), mail(3)])
        #expect(deliveries.count == 2)
        #expect(deliveries.first == .handedOver)
        guard case .unreachable(let reason) = deliveries.last else {
            return #expect(Bool(false), "a folder is in the way")
        }
        #expect(reason.contains("directory"))
        #expect(!reason.contains("@"))
        let missing = await Spool(folder: folder.path + "/no/such/folder").carry([mail(1)])
        #expect(
            missing == [
                .unreachable(
                    "the spool folder can't be written into \(folder.path)/no/such/folder: No such file or directory")
            ])
    }
}
