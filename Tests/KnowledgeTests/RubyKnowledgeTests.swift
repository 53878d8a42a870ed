import Testing

@testable import Knowledge

/// What the standard knowledge answers for calls as they stand in Ruby programs.
@Suite struct RubyKnowledgeTests {
  private let base = KnowledgeBase.standard(for: "ruby")

  @Test(arguments: [
    ("Net.HTTP.start().request", Effect.networkByVerb, Deadline.Default.finite(seconds: 60)),
    ("HTTP.headers().auth().post", .networkWrite, .none),
    ("HTTP.timeout().get", .networkRead, .notApplicable),
    ("Faraday.new().get", .networkRead, .client),
    ("Typhoeus.get", .networkRead, .none),
    ("Spree.Order.where().order().first", .databaseRead, .notApplicable),
    ("Order.find_by().save!", .databaseWrite, .notApplicable),
    ("Order.where().find_or_create_by!", .databaseWrite, .notApplicable),
    ("ApplicationRecord.update!", .databaseWrite, .notApplicable),
    ("OrderMailer.receipt().deliver_now", .mail, .finite(seconds: 60)),
    ("OrderMailer.with().receipt.deliver_later", .queuePublish, .notApplicable),
    ("Shop.ImportJob.set().perform_later", .queuePublish, .notApplicable),
    ("HardWorker.perform_async", .queuePublish, .notApplicable),
    ("Rails.cache.fetch", .cacheWrite, .notApplicable),
    ("$redis.incr", .cacheWrite, .client),
    ("Stripe.PaymentIntent.create", .payment, .finite(seconds: 80)),
    ("Stripe.Customer.create", .networkWrite, .finite(seconds: 80)),
    ("Aws.S3.Client.put_object", .cloud, .client),
    ("Aws.SQS.Client.send_message", .queuePublish, .client),
    ("Bunny.start().create_channel().queue().publish", .queuePublish, .unknown),
    ("File.open().write", .fileWrite, .notApplicable),
    ("FileUtils.rm_rf", .fileWrite, .notApplicable),
    ("system", .process, .none),
    ("Kernel.backtick", .process, .none),
    ("Thread.new().join", .wait, .none),
    ("PG.connect().exec_params", .databaseBySQL, .none),
  ])
  func call(_ path: String, _ effect: Effect, _ deadline: Deadline.Default) throws {
    let call = try #require(base.call(path), "\(path)")
    #expect(call.effect == effect)
    #expect(call.deadline.standard == deadline)
  }

  @Test(arguments: [
    ("Rails.logger.error", Part.log), ("Logger.warn", .log), ("$stderr.puts", .log), ("puts", .log),
    ("Sentry.capture_exception", .report), ("Honeybadger.notify", .report), ("exit", .exit), ("sleep", .sleep),
    ("Timeout.timeout", .timeout), ("Retriable.retriable", .retry), ("Mutex.synchronize", .lock),
    ("Order.transaction", .transaction), ("Order.find().with_lock", .lock), ("Order.where().exists?", .exists),
    ("SecureRandom.uuid", .randomID), ("ENV.fetch", .environment), ("OrdersController.render", .respond),
    ("Concurrent.Promises.future", .spawn), ("instance_double", .mock),
  ])
  func part(_ path: String, _ part: Part) throws {
    #expect(try #require(base.call(path), "\(path)").part == part)
  }

  @Test func whatIsNoCallOfALibraryHasNoRow() {
    for path in ["Array.delete", "Set.delete", "Digest.SHA256.update", "Hash.update"] {
      #expect(base.call(path)?.effect ?? Effect.none == Effect.none, "\(path)")
    }
    #expect(base.call("Order.total") == nil)
  }
}
