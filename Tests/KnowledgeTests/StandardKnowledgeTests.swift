import Testing

@testable import Knowledge

/// What the standard knowledge answers for calls as they stand in programs: the values are those of the libraries'
/// documentation, which each file names.
@Suite struct StandardKnowledgeTests {
  @Test(arguments: [
    ("requests.get", "network-read raises status waits:none repeat:safe blocks"),
    ("requests.post", "network-write raises status waits:none repeat:unsafe blocks"),
    ("requests.Session.put", "network-write raises status waits:client repeat:safe blocks"),
    ("requests.sessions.Session.request", "network-by-verb raises status waits:client repeat:by-verb blocks"),
    ("httpx.get", "network-read raises status waits:5 repeat:safe blocks"),
    ("httpx.AsyncClient.post", "network-write raises status waits:client repeat:unsafe async"),
    ("aiohttp.ClientSession.get().json", "raises async"),
    ("urllib.request.urlopen", "network-by-verb raises waits:none repeat:by-verb blocks"),
    ("smtplib.SMTP.send_message", "mail raises waits:client repeat:unsafe blocks"),
    ("subprocess.run", "process raises status waits:none repeat:conditional blocks"),
    ("subprocess.check_output", "process raises waits:none repeat:conditional blocks"),
    ("os.system", "process status waits:none repeat:conditional blocks"),
    ("os.path.exists", "file-read blocks part:exists"),
    ("pathlib.Path.cwd().joinpath().write_text", "file-write raises repeat:safe blocks"),
    ("open().write", "file-write raises repeat:conditional blocks"),
    ("sqlite3.connect().execute", "database-by-sql raises waits:client repeat:by-sql blocks"),
    ("psycopg2.connect().cursor().execute", "database-by-sql raises repeat:by-sql blocks"),
    ("asyncpg.create_pool().fetchrow", "database-by-sql raises waits:client repeat:by-sql async"),
    ("sqlalchemy.create_engine().connect().execute", "database-by-sql raises repeat:by-sql blocks"),
    ("sqlalchemy.orm.Session.query().filter().order_by().first", "database-read raises absence blocks"),
    ("sqlalchemy.orm.Session.add", "part:stage"),
    ("app.extensions.db.session.commit", "database-write raises repeat:conditional blocks"),
    ("shop.models.Order.objects.create", "database-write raises repeat:unsafe blocks"),
    (".models.Order.objects.filter().exclude().exists", "database-read raises blocks part:exists"),
    ("shop.models.Order.objects.get_or_create", "database-write raises repeat:safe blocks part:create-once"),
    ("shop.models.Order.save", "database-write raises repeat:conditional blocks"),
    ("django.db.transaction.atomic", "part:transaction"),
    ("pymongo.MongoClient.shop.orders.insert_one", "database-write raises waits:client repeat:unsafe blocks"),
    (
      "motor.motor_asyncio.AsyncIOMotorClient.shop.orders.find_one",
      "database-read raises absence waits:client async"
    ),
    ("redis.Redis.from_url().incr", "cache-write raises waits:client repeat:unsafe blocks"),
    ("boto3.client().send_message_batch", "queue-publish raises status waits:client repeat:unsafe blocks"),
    ("boto3.client().list_objects_v2", "network-read raises waits:client blocks"),
    ("boto3.Session.client().get_paginator", ""),
    ("boto3.resource().Bucket.objects.filter", "network-read raises waits:client blocks"),
    ("shop.tasks.send_receipt.delay", "queue-publish raises repeat:unsafe blocks"),
    ("stripe.PaymentIntent.create", "payment raises waits:80 repeat:unsafe blocks"),
    ("stripe.Customer.create", "network-write raises waits:80 repeat:unsafe blocks"),
    ("openai.AsyncOpenAI.chat.completions.create", "network-read raises waits:client async"),
    ("asyncio.create_task", "async part:spawn"),
    ("asyncio.get_running_loop().run_in_executor", "value async part:spawn"),
    ("queue.Queue.get", "wait raises waits:none blocks"),
    ("concurrent.futures.ThreadPoolExecutor.submit().result", "wait raises waits:none blocks"),
    ("contextlib.suppress", "part:suppress"),
    ("logging.getLogger().exception", "part:log-trace"),
    ("loguru.logger.opt().bind().warning", "part:log"),
    ("sentry_sdk.capture_exception", "part:report"),
    ("flask.Blueprint.route", "part:routes"),
    ("unittest.mock.patch.object", "part:mock"),
  ])
  func pythonCall(_ path: String, _ expected: String) throws {
    let call = try #require(KnowledgeBase.standard(for: "python").call(path))
    #expect(summary(of: call) == expected)
  }

  @Test(arguments: [
    ("fetch", "network-by-verb raises status waits:none repeat:by-verb async"),
    ("node-fetch().json", "raises async"),
    ("axios.get", "network-read raises waits:none repeat:safe async"),
    ("axios.create().post", "network-write raises waits:client repeat:unsafe async"),
    ("ky.get", "network-read raises waits:10 repeat:safe async"),
    ("fs.readFileSync", "file-read raises blocks"),
    ("fs.writeFile", "file-write repeat:safe"),
    ("fs.promises.writeFile", "file-write raises repeat:safe async"),
    ("fs/promises.appendFile", "file-write raises repeat:unsafe async"),
    ("fs/promises.open().close", "raises async"),
    ("fs.existsSync", "file-read blocks part:exists"),
    ("child_process.spawnSync", "process status waits:none repeat:conditional blocks"),
    ("timers/promises.setTimeout", "async part:sleep"),
    ("pg.Pool.connect().query", "database-by-sql raises waits:client repeat:by-sql async"),
    ("mysql2/promise.createPool().getConnection().commit", "database-write raises waits:client repeat:safe async"),
    ("knex().select", "database-read raises async"),
    ("@prisma/client.PrismaClient.user.create", "database-write raises repeat:unsafe async"),
    ("../lib/prisma.user.upsert", "database-write raises repeat:safe async part:create-once"),
    ("./db.prisma.user.findUnique", "database-read raises absence async"),
    ("mongoose.model().findOne", "database-read raises absence async"),
    ("mongoose.model().findOne().lean().exec", "raises async"),
    ("../models/Order.findByIdAndUpdate", "database-write raises repeat:conditional async"),
    ("./models/order.Order.create", "database-write raises repeat:unsafe"),
    ("typeorm.Repository.save", "database-write raises repeat:conditional async"),
    (
      "typeorm.DataSource.getRepository().createQueryBuilder().where().getMany",
      "database-read raises absence async"
    ),
    ("ioredis.incr", "cache-write raises waits:client repeat:unsafe async"),
    ("redis.createClient().hGetAll", "cache-read raises absence waits:client async"),
    ("bullmq.Queue.add", "queue-publish raises waits:none repeat:conditional async"),
    ("amqplib.connect().createChannel().sendToQueue", "queue-publish absence repeat:unsafe"),
    ("@aws-sdk/client-s3.S3Client.send", "cloud raises waits:client repeat:conditional async"),
    ("@aws-sdk/client-sts.STS.getCallerIdentity", "network-read raises waits:client async"),
    ("aws-sdk.S3.getObject().promise", "network-read raises waits:client async"),
    ("stripe().paymentIntents.create", "payment raises waits:80 repeat:unsafe async"),
    ("nodemailer.createTransport().sendMail", "mail raises waits:client repeat:unsafe async"),
    ("resend.Resend.emails.send", "mail status waits:none repeat:unsafe async"),
    ("openai.OpenAI.chat.completions.create", "network-read raises waits:client async"),
    ("express.Router.post", "part:routes"),
    ("next/navigation.redirect", "raises part:abort"),
    ("Promise.allSettled", "value async part:settle"),
    ("globalThis.console.error", "part:log"),
    ("@/utils/logger.warn", "part:log"),
    ("process.exit", "part:exit"),
    ("uuid.v4", "random part:random-id"),
    ("p-retry", "raises async part:retry"),
    ("jest.fn", "part:mock"),
    ("path.join", ""),
  ])
  func javaScriptCall(_ path: String, _ expected: String) throws {
    let call = try #require(KnowledgeBase.standard(for: "javascript").call(path))
    #expect(summary(of: call) == expected)
  }

  @Test func theArgumentsThatMatterAreNamed() throws {
    let python = KnowledgeBase.standard(for: "python")
    #expect(python.call("requests.get")?.deadline.setBy == ["timeout"])
    #expect(python.call("requests.get")?.checks.contains("raise_for_status") == true)
    #expect(python.call("subprocess.run")?.checkedBy == ["check"])
    #expect(python.call("stripe.Charge.create")?.keys == ["idempotency_key"])
    #expect(
      python.call("tenacity.retry")?.retry
        == Retry(boundedBy: ["stop"], attempts: nil, pausedBy: ["wait"], pause: .none)
    )
    #expect(python.call("redis.Redis.set")?.keys.contains("nx") == true)
    let javascript = KnowledgeBase.standard(for: "javascript")
    #expect(javascript.call("fetch")?.deadline.setBy == ["signal"])
    #expect(javascript.call("fetch")?.checks.contains("ok") == true)
    #expect(javascript.call("stripe.refunds.create")?.keys == ["idempotencyKey"])
    #expect(
      javascript.call("axios-retry")?.retry
        == Retry(boundedBy: ["retries"], attempts: 4, pausedBy: ["retryDelay"], pause: .none)
    )
  }

  @Test func clientsDecideAboutWaits() {
    let python = KnowledgeBase.standard(for: "python")
    #expect(python.client("requests.session") == Deadline(.none))
    #expect(python.client("httpx.AsyncClient") == Deadline(.finite(seconds: 5), setBy: ["timeout"]))
    #expect(python.client("aiohttp.ClientSession")?.standard == .finite(seconds: 300))
    #expect(python.client("boto3.client")?.standard == .finite(seconds: 60))
    #expect(python.client("redis.from_url") == Deadline(.none, setBy: ["socket_timeout"], isCertain: false))
    let javascript = KnowledgeBase.standard(for: "javascript")
    #expect(javascript.client("axios.create") == Deadline(.none, setBy: ["timeout", "signal"]))
    #expect(javascript.client("stripe") == nil)
  }

  /// A name alone never makes an effect of a call: these look like ones, and are not.
  @Test(arguments: [
    (
      "python",
      ["get", "order.save", "client.get", "bpy.data.objects.get", "PIL.Image.open().save", "shop.orders.create"]
    ),
    ("javascript", ["get", "save", "Map.get", "Math.log", "./orders.create", "Order.create", "x.user.create"]),
  ])
  func aNameAloneIsNotKnown(_ family: String, _ paths: [String]) {
    for path in paths { #expect(KnowledgeBase.standard(for: family).call(path) == nil, "\(path)") }
  }

  @Test func ofAnUnknownFamilyNothingIsKnown() {
    let base = KnowledgeBase.standard(for: "cobol")
    #expect(base.call("requests.get") == nil)
    #expect(base.client("requests.Session") == nil)
  }

  @Test func theVersionFollowsTheData() {
    let versions = KnowledgeLibrary.families.map { KnowledgeBase.standard(for: $0).version }
    #expect(Set(versions).count == versions.count)
    #expect(KnowledgeBase(embedded: "python").version == KnowledgeBase.standard(for: "python").version)
  }
}

/// All but the names of arguments, in one line.
private func summary(of call: KnownCall) -> String {
  var words: [String] = []
  if call.effect != .none { words.append(call.effect.rawValue) }
  if call.failure.contains(.raises) { words.append("raises") }
  if call.failure.contains(.status) { words.append("status") }
  if call.failure.contains(.value) { words.append("value") }
  if call.failure.contains(.absence) { words.append("absence") }
  switch call.deadline.standard {
  case .notApplicable: break
  case .none: words.append("waits:none")
  case .finite(let seconds): words.append("waits:\(Int(seconds))")
  case .client: words.append("waits:client")
  case .unknown: words.append("waits:unknown")
  }
  if call.repetition != .none { words.append("repeat:\(call.repetition.rawValue)") }
  if call.isAsync { words.append("async") }
  if call.blocks { words.append("blocks") }
  if call.part != .none { words.append("part:\(call.part.rawValue)") }
  return words.joined(separator: " ")
}
