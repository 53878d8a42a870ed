import Knowledge
import Testing

/// What is known of the libraries of Swift, by the paths that its lowering writes.
@Suite struct SwiftKnowledgeTests {
  private let base = KnowledgeBase.standard(for: "swift")

  @Test(
    arguments: [
      ("Foundation.URLSession.shared.data.from", .networkRead), ("Foundation.URLSession.data", .networkByVerb),
      ("Foundation.FileManager.default.removeItem", .fileWrite), ("Foundation.Data.contentsOf", .fileRead),
      ("String.contentsOf", .fileRead), ("Foundation.Data.write", .fileWrite), ("Foundation.Process.run", .process),
      ("Dispatch.DispatchSemaphore.wait", .wait), ("AsyncHTTPClient.HTTPClient.execute", .networkByVerb),
      ("Vapor.Request.client.get", .networkByVerb), ("GRDB.DatabasePool.write", .databaseWrite),
      ("CoreData.NSPersistentContainer.viewContext.save", .databaseWrite), ("StoreKit.Product.purchase", .payment),
      ("FirebaseFirestore.Firestore.firestore().collection().document().setData", .databaseWrite),
      ("RediStack.RedisClient.get", .cacheRead), ("SotoSNS.SNS.publish", .queuePublish),
      ("Security.SecItemAdd", .databaseWrite), ("Alamofire.AF.request", .networkByVerb),
    ] as [(String, Effect)]
  )
  func effects(_ path: String, _ effect: Effect) throws {
    #expect(try #require(base.call(path)).effect == effect)
  }

  @Test(
    arguments: [
      ("print", .log), ("os.Logger.error", .log), ("Logging.Logger.info", .log), ("Vapor.Request.logger.error", .log),
      ("Sentry.SentrySDK.capture", .report), ("FirebaseCrashlytics.Crashlytics.crashlytics().record", .report),
      ("Task", .spawn), ("Dispatch.DispatchQueue.main.async", .spawn), ("Foundation.NSLock.lock", .lock),
      ("Task.sleep", .sleep), ("fatalError", .exit), ("Foundation.UUID", .randomID),
      ("Foundation.FileManager.default.fileExists", .exists),
    ] as [(String, Part)]
  )
  func parts(_ path: String, _ part: Part) throws {
    #expect(try #require(base.call(path)).part == part)
  }

  @Test func waitsEndAsTheLibrariesSay() throws {
    #expect(try #require(base.call("Foundation.URLSession.data")).deadline.standard == .finite(seconds: 60))
    #expect(base.client("AsyncHTTPClient.HTTPClient") == Deadline(.none, setBy: ["configuration"]))
    #expect(try #require(base.call("AsyncHTTPClient.HTTPClient.execute")).deadline.setBy == ["timeout", "deadline"])
    #expect(try #require(base.call("Dispatch.DispatchGroup.wait")).deadline.setBy == ["timeout", "wallTimeout"])
  }

  @Test(arguments: ["data", "save", "Order.save", "session.data", "Foundation.Data", "client.execute"])
  func aNameAloneIsNotKnown(_ path: String) {
    #expect(base.call(path) == nil)
  }
}
