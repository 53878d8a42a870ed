import Behaviour
import Languages
import Testing

/// The statements of a function with this body, as its tree prints, without the block around them.
func kotlin(_ body: String, parameters: String = "", imports: String = "", head: String = "fun") throws -> String {
  let text = imports + "\n\(head) f(" + parameters + "): Any {\n" + body + "\n}\n"
  let tree = try Reading(text, path: "a.kt").tree("f")
  return tree.split(separator: "\n").dropFirst().map { $0.dropFirst(4) + "\n" }.joined()
}

@Suite struct KotlinLoweringTests {
  // MARK: - Operators

  /// The grammar gives a sign all that stands behind it.
  @Test func aSignBindsItsOwnOperandOnly() throws {
    #expect(
      try kotlin("return !a || b == 1") == """
        return
          value: condition or
            operand: condition not
              operand: read a
            operand: condition ==
              operand: read b
              operand: literal integer "1"

        """
    )
    #expect(
      try kotlin("return x && !a && -b < c") == """
        return
          value: condition and
            operand: read x
            operand: condition not
              operand: read a
            operand: condition <
              operand: operation -
                operand: read b
              operand: read c

        """
    )
    #expect(
      try kotlin("return !(a || b)") == """
        return
          value: condition not
            operand: condition or
              operand: read a
              operand: read b

        """
    )
    #expect(
      try kotlin("return -a * b + !c(1).d") == """
        return
          value: operation +
            operand: operation *
              operand: operation -
                operand: read a
              operand: read b
            operand: condition not
              operand: read member .d
                receiver: call c
                  argument: argument
                    value: literal integer "1"

        """
    )
  }

  @Test func testsOfTypesAndPlacesAreConditions() throws {
    #expect(
      try kotlin("return a !is B || !c in d || e === null") == """
        return
          value: condition or
            operand: condition not
              operand: condition is type
                operand: read a
                operand: read B
            operand: condition in
              operand: condition not
                operand: read c
              operand: read d
            operand: condition is null
              operand: read e

        """
    )
  }

  // MARK: - Absence

  @Test func elvisThatLeavesIsAGuard() throws {
    #expect(
      try kotlin("val y = a?.b() ?: return 1\nx ?: throw E()") == """
        assign [declares, constant]
          target: read local y
          value: call a.b [optional]
        branch [guard]
          condition: condition is null
            operand: read local y
          arm: block
            return
              value: literal integer "1"
        branch [guard]
          condition: condition is null
            operand: read x
          arm: block
            raise
              value: call E [constructs]

        """
    )
    #expect(
      try kotlin("return a() ?: throw E()") == """
        return
          value: branch [guard, expression]
            condition: condition is null
              operand: call a
            arm: block
              raise
                value: call E [constructs]

        """
    )
    #expect(
      try kotlin("return a ?: b!!") == """
        return
          value: operation ??
            operand: read a
            operand: operation unwrap
              operand: read b

        """
    )
  }

  // MARK: - Failures

  @Test func runCatchingIsAnAttempt() throws {
    #expect(
      try kotlin("return runCatching { g() }.onFailure { e -> log(e) }.getOrDefault(0)") == """
        attempt [by call]
          body: block
            return
              value: call g [returned]
          handler: handler e
            type: read Throwable = Throwable
            body: block
              call log [discarded]
                argument: argument
                  value: read local e
              return
                value: literal integer "0"

        """
    )
    #expect(
      try kotlin("val x = runCatching { g() }.fold({ it.a }, { e -> throw F(e) })") == """
        assign [declares, constant]
          target: read local x
          value: attempt [by call]
            body: block
              call g
            handler: handler e
              type: read Throwable = Throwable
              body: block
                raise
                  value: call F [constructs]
                  cause: read local e
            otherwise: block
              read local it.a

        """
    )
    // The outcome is kept: nobody has dealt with it yet.
    #expect(try kotlin("val x = runCatching { g() }").contains("value: call runCatching"))
    #expect(try kotlin("runCatching { g() }\nreturn 1").hasPrefix("attempt [by call]"))
    #expect(try kotlin("return map.getOrElse(1) { 2 }").contains("call map.getOrElse"))
  }

  @Test func tryGivesTheValuesOfItsEnds() throws {
    #expect(
      try kotlin("return try { g() } catch (e: java.io.IOException) { log(e); null } finally { h() }") == """
        attempt
          body: block
            return
              value: call g [returned]
          handler: handler e
            type: read java.io.IOException
            body: block
              call log [discarded]
                argument: argument
                  value: read local e
              return
                value: literal null
          finalizer: block
            call h [discarded]

        """
    )
    #expect(
      try kotlin("try {\n  g()\n} catch (_: Exception) {\n  // gone\n}") == """
        attempt
          body: block
            call g [discarded]
          handler: handler [commented]
            type: read Exception = Exception
            body: block [commented]

        """
    )
  }

  @Test func theErrorAtHandIsPassedOnOrIsACause() throws {
    let found = try kotlin(
      "try { g() } catch (e: E) { if (a) throw e\nif (b) throw F(cause = e)\nthrow F(\"no\", e) }"
    )
    #expect(found.contains("propagate\n"))
    #expect(found.ranges(of: "cause: read local e").count == 2)
  }

  @Test func flowsDealWithTheirFailures() throws {
    #expect(
      try kotlin("flow.catch { e -> log(e) }.collect { value -> show(value) }", head: "suspend fun") == """
        loop forEach [async]
          iterable: attempt [by call]
            body: block
              read flow
            handler: handler e
              type: read Throwable = Throwable
              body: block
                call log [discarded]
                  argument: argument
                    value: read local e
          target: read local value
          body: block
            call show [discarded]
              argument: argument
                value: read local value

        """
    )
  }

  @Test func demandsAreGuards() throws {
    #expect(
      try kotlin("require(a > 0) { \"a is $a\" }\nval b = checkNotNull(c)\nerror(\"no\")") == """
        branch [guard]
          condition: condition not
            operand: condition >
              operand: read a
              operand: literal integer "0"
          arm: block
            raise
              value: call IllegalArgumentException = IllegalArgumentException by import [constructs]
                argument: argument
                  value: operation interpolation [interpolated]
                    operand: literal string "a is "
                    operand: read a
        assign [declares, constant]
          target: read local b
          value: operation unwrap
            operand: read c
        raise
          value: call IllegalStateException = IllegalStateException by import [constructs]
            argument: argument
              value: literal string "no"

        """
    )
    // The file's own function of that name is that.
    #expect(try kotlin("check(a)", imports: "fun check(a: Any) = a").contains("call check"))
  }

  // MARK: - Scopes

  @Test func whatIsUsedAndLockedHoldsForABody() throws {
    #expect(
      try kotlin("make(p).use { r -> r.read() }\nsynchronized(this) { n++ }\nreturn lock.withLock { n }")
        == """
        scoped resource
          resource: call make
            argument: argument
              value: read p
          target: read local r
          body: block
            call r.read [discarded]
        scoped lock
          resource: read this
          body: block
            assign +=
              target: read n
              value: literal integer "1"
        scoped lock
          resource: read lock
          body: block
            return
              value: read n

        """
    )
  }

  // MARK: - Decisions

  @Test func whenMatchesOrDecides() throws {
    #expect(
      try kotlin("val x = when (a) {\n  is B, 1 -> { 2 }\n  in c -> d()\n  else -> 3\n}")
        == """
        assign [declares, constant]
          target: read local x
          value: branch [expression, match]
            condition: read a
            arm: block
              pattern: condition is type
                operand: read B
              pattern: literal integer "1"
              literal integer "2"
            arm: block
              pattern: condition in
                operand: read c
              call d
            otherwise: block
              literal integer "3"

        """
    )
    #expect(
      try kotlin("when {\n  a > 1, b -> return 1\n  else -> c()\n}") == """
        branch [guard]
          condition: condition or
            operand: condition >
              operand: read a
              operand: literal integer "1"
            operand: read b
          arm: block
            return
              value: literal integer "1"
          otherwise: block
            call c [discarded]

        """
    )
  }

  // MARK: - Names

  @Test func namesResolveThroughImportsAndTypes() throws {
    let imports = """
      import io.ktor.client.HttpClient
      import io.ktor.client.request.get
      import java.io.*
      import kotlinx.coroutines.*
      """
    let found = try kotlin(
      """
      client.get("x")
      other.get("x")
      File("a").readText()
      val made = HttpClient().apply { g() }
      made.post("y")
      withTimeout(1) { client!!.get("z") }
      println(1)
      """,
      parameters: "client: HttpClient?",
      imports: imports
    )
    for line in [
      "call client.get = io.ktor.client.HttpClient.get by declaredType",
      "call other.get = io.ktor.client.request.get by constructor",
      "call .readText = java.io.File.readText by import",
      "call made.post = io.ktor.client.HttpClient.post by constructor",
      "call withTimeout = kotlinx.coroutines.withTimeout by import",
      "call println = println by import",
      "call .get = io.ktor.client.HttpClient.get by declaredType",
    ] {
      #expect(found.contains(line), "\(line)\n\(found)")
    }
  }

  @Test func fieldsAreOfTheObjectUnlessHidden() throws {
    let tree = try Reading(
      """
      class A(val x: Int, val y: B) {
        fun f(y: Int) {
          g(x, y, this.y.z)
          x = 1
          y.go()
        }
      }
      """,
      path: "a.kt"
    ).tree("A.f")
    #expect(tree.contains("read field this.x"))
    #expect(tree.contains("read parameter y\n"))
    #expect(tree.contains("read field this.y.z"))
    #expect(tree.contains("target: read field this.x"))
    #expect(tree.contains("call y.go"))
  }

  /// Routes of Ktor have everybody's names.
  @Test func bareNamesOfPackagesAreCallsOnNothing() throws {
    let found = try kotlin("get(\"/x\") { a() }\nmap.get(1)", imports: "import io.ktor.server.routing.*")
    #expect(found.contains("call get = io.ktor.server.routing.get by import"))
    #expect(found.contains("call map.get [discarded]"))
  }

  @Test func awaitingIsOfDeferredValues() throws {
    #expect(try kotlin("return x.await()", head: "suspend fun").contains("value: await"))
    #expect(try !kotlin("return x.await()").contains("value: await"))
    #expect(try !kotlin("latch.await()", head: "suspend fun").contains("await\n"))
  }

  @Test func whatDoesNotParseIsUnknownOnce() throws {
    let found = try kotlin("val a = b(\nc()")
    #expect(found.contains("unknown [broken]"))
    #expect(try !kotlin("val a = b()").contains("unknown"))
  }
}

@Suite struct KotlinAssertionTests {
  private func test(_ body: String, imports: String = "import kotlin.test.*") throws -> String {
    let text = imports + "\nclass T {\n  @Test\n  fun t() {\n" + body + "\n  }\n}\n"
    let tree = try Reading(text, path: "src/test/kotlin/T.kt").tree("T.t")
    return tree.split(separator: "\n").dropFirst().map { $0.dropFirst(4) + "\n" }.joined()
  }

  @Test(arguments: [
    ("assertEquals(1, f())", "equal", "call f", "literal integer \"1\""),
    ("f() shouldBe 1", "equal", "call f", "literal integer \"1\""),
    ("assertThat(f()).isEqualTo(1)", "equal", "call f", "literal integer \"1\""),
    ("expectThat(f()).isEqualTo(1)", "equal", "call f", "literal integer \"1\""),
    ("assert(f() == 1)", "equal", "call f", "literal integer \"1\""),
    ("assertContains(a, 1)", "contains", "read a", "literal integer \"1\""),
  ])
  func valuesAreCompared(_ code: String, _ kind: String, _ actual: String, _ expected: String) throws {
    #expect(
      try test(code) == """
        assertion \(kind) [discarded]
          actual: \(actual)
          expected: \(expected)

        """
    )
  }

  @Test func failuresAreDemanded() throws {
    let expected = """
      assertion raises [discarded]
        expected: read E
        body: block
          call f [discarded]

      """
    #expect(try test("assertFailsWith<E> { f() }") == expected)
    #expect(try test("assertThrows(E::class.java) { f() }") == expected)
    #expect(try test("shouldThrow<E> { f() }") == expected)
  }

  @Test func doublesAreAskedWhatTheyWereCalledWith() throws {
    let expected = """
      assertion called [discarded, negated]
        actual: read a.b
        expected: literal integer "1"

      """
    #expect(try test("verify(exactly = 0) { a.b(1) }", imports: "import io.mockk.verify") == expected)
    let mockito = try test("verify(a, never()).b(1)", imports: "import org.mockito.kotlin.*")
    #expect(mockito.hasPrefix(expected))
    let two = try test("verify { a.b()\nc.d() }", imports: "import io.mockk.verify")
    #expect(two.ranges(of: "assertion called").count == 2)
  }

  @Test func aFunctionMayGiveWhatIsAsserted() throws {
    #expect(
      try test("assertTrue(\"ready\") { a.b }") == """
        assertion true [discarded]
          actual: read a.b
          argument: argument
            value: literal string "ready"

        """
    )
  }

  @Test func aSubjectAloneDemandsNothing() throws {
    #expect(try test("assertThat(f())").hasPrefix("assertion other [discarded, incomplete]"))
  }

  @Test func whatLooksLikeAnAssertionStaysACall() throws {
    #expect(try test("assertValid(x)").hasPrefix("call assertValid"))
    #expect(try kotlin("assertEquals(1, 2)", imports: "import shop.assertEquals").hasPrefix("call assertEquals"))
  }
}
