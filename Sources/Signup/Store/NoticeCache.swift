import Consent
import Synchronization

/// Notices by their digests; one that was found is not asked for again.
final class NoticeCache: Sendable {
    private let notices = Mutex<[String: Notice]>([:])

    /// The notice of a digest; nil where none is on record.
    func notice(_ digest: String, _ store: StoreQueue) async throws(StoreError) -> Notice? {
        guard digest.utf8.count == 64 else { return nil }
        if let notice = notices.withLock({ $0[digest] }) { return notice }
        let notice = try await store.perform { try $0.notice(digest) }
        // There are as many as the practice has published, so that the cache stays small.
        if let notice { notices.withLock { $0[digest] = notice } }
        return notice
    }
}
