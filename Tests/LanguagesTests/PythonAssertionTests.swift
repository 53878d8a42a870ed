import Testing

@Suite struct PythonAssertionTests {
  @Test func assertSaysWhatItDemands() throws {
    let tree = try python(
      """
      assert a == b, "text"
      assert a != b
      assert a is None
      assert a is not None
      assert a is b
      assert a in b
      assert a not in b
      assert a < b
      assert a >= b
      assert isinstance(a, str)
      assert not a
      assert a
      assert ready(a)
      assert False, "never"
      """,
      parameters: "a, b"
    )
    #expect(
      tree == """
        parameter: read parameter a
        parameter: read parameter b
        assertion equal [discarded]
          actual: read parameter a
          expected: read parameter b
          argument: argument
            value: literal string "text"
        assertion equal [discarded, negated]
          actual: read parameter a
          expected: read parameter b
        assertion null [discarded]
          actual: read parameter a
        assertion not null [discarded]
          actual: read parameter a
        assertion same [discarded]
          actual: read parameter a
          expected: read parameter b
        assertion contains [discarded]
          actual: read parameter b
          expected: read parameter a
        assertion contains [discarded, negated]
          actual: read parameter b
          expected: read parameter a
        assertion less [discarded]
          actual: read parameter a
          expected: read parameter b
        assertion at least [discarded]
          actual: read parameter a
          expected: read parameter b
        assertion type [discarded]
          actual: read parameter a
          expected: read str = str
        assertion false [discarded]
          actual: read parameter a
        assertion true [discarded]
          actual: read parameter a
        assertion true [discarded]
          actual: call ready
            argument: argument
              value: read parameter a
        assertion fail [discarded]
          argument: argument
            value: literal string "never"

        """
    )
  }

  @Test func assertOfAPairAssertsNothing() throws {
    let tree = try python(
      """
      assert (a == b, "text")
      """,
      parameters: "a, b"
    )
    #expect(
      tree == """
        parameter: read parameter a
        parameter: read parameter b
        assertion true [discarded, incomplete]
          actual: collection tuple
            element: condition ==
              operand: read parameter a
              operand: read parameter b
            element: literal string "text"

        """
    )
  }

  @Test func conditionsOfSeveralPartsAreDemandedAsTheyAre() throws {
    let tree = try python(
      """
      assert a and b
      assert 0 < a < b
      """,
      parameters: "a, b"
    )
    #expect(
      tree == """
        parameter: read parameter a
        parameter: read parameter b
        assertion true [discarded]
          actual: condition and
            operand: read parameter a
            operand: read parameter b
        assertion true [discarded]
          actual: condition and
            operand: condition <
              operand: literal integer "0"
              operand: read parameter a
            operand: condition <
              operand: read parameter a
              operand: read parameter b

        """
    )
  }

  @Test func methodsOfATestCaseAssert() throws {
    let tree = try python(
      """
      self.assertEqual(a, 3, "text")
      self.assertNotIn(a, rows, msg="text")
      self.assertTrue(a)
      self.assertAlmostEqual(a, 1.5, places=2)
      self.fail("never")
      await self.assertRaises(a)
      """,
      parameters: "self, a, rows"
    )
    #expect(
      tree == """
        parameter: read parameter self
        parameter: read parameter a
        parameter: read parameter rows
        assertion equal [discarded]
          actual: read parameter a
          expected: literal integer "3"
          argument: argument
            value: literal string "text"
        assertion contains [discarded, negated]
          actual: read parameter rows
          expected: read parameter a
          argument: argument msg
            value: literal string "text"
        assertion true [discarded]
          actual: read parameter a
        assertion equal [discarded]
          actual: read parameter a
          expected: literal float "1.5"
          argument: argument places
            value: literal integer "2"
        call self.fail [discarded]
          argument: argument
            value: literal string "never"
        await
          value: assertion raises [awaited, discarded]
            expected: read parameter a

        """
    )
  }

  @Test func whatOnlyLooksLikeAnAssertionIsACall() throws {
    let tree = try python(
      """
      assertValid(order)
      order.assert_paid()
      self.assertOrderIsPaid(order)
      order.fail("card")
      """,
      parameters: "self, order"
    )
    #expect(
      tree == """
        parameter: read parameter self
        parameter: read parameter order
        call assertValid [discarded]
          argument: argument
            value: read parameter order
        call order.assert_paid [discarded]
        call self.assertOrderIsPaid [discarded]
          argument: argument
            value: read parameter order
        call order.fail [discarded]
          argument: argument
            value: literal string "card"

        """
    )
  }

  @Test func raisesHoldsForItsBody() throws {
    let tree = try python(
      """
      with pytest.raises(ValueError, match="no") as caught:
        work(a)
      with self.assertRaises(KeyError):
        work(a)
      self.assertRaises(ValueError, work, a, key=1)
      self.assertRaises(ValueError, lambda: work(a))
      pytest.raises(ValueError, work, a)
      self.assertRaisesRegex(ValueError, "no", work, a)
      """,
      parameters: "self, a",
      imports: "import pytest"
    )
    #expect(
      tree == """
        parameter: read parameter self
        parameter: read parameter a
        assertion raises [discarded]
          expected: read ValueError = ValueError
          argument: argument match
            value: literal string "no"
          target: read local caught
          body: block
            call work [discarded]
              argument: argument
                value: read parameter a
        assertion raises [discarded]
          expected: read KeyError = KeyError
          body: block
            call work [discarded]
              argument: argument
                value: read parameter a
        assertion raises [discarded]
          expected: read ValueError = ValueError
          body: block
            call work [discarded]
              argument: argument
                value: read parameter a
              argument: argument key
                value: literal integer "1"
        assertion raises [discarded]
          expected: read ValueError = ValueError
          body: block
            call work [discarded]
              argument: argument
                value: read parameter a
        assertion raises [discarded]
          expected: read ValueError = ValueError
          body: block
            call work [discarded]
              argument: argument
                value: read parameter a
        assertion raises [discarded]
          expected: read ValueError = ValueError
          argument: argument
            value: literal string "no"
          body: block
            call work [discarded]
              argument: argument
                value: read parameter a

        """
    )
  }

  @Test func otherContextsOfTestsAssertOnTheirBody() throws {
    let tree = try python(
      """
      with self.assertLogs("app", level="INFO") as logs:
        work()
      with self.assertNumQueries(3):
        work()
      with self.subTest(i=1):
        work()
      """,
      parameters: "self"
    )
    #expect(
      tree == """
        parameter: read parameter self
        assertion other [discarded]
          expected: literal string "app"
          argument: argument level
            value: literal string "INFO"
          target: read local logs
          body: block
            call work [discarded]
        assertion other [discarded]
          expected: literal integer "3"
          body: block
            call work [discarded]
        scoped resource
          resource: call self.subTest
            argument: argument i
              value: literal integer "1"
          body: block
            call work [discarded]

        """
    )
  }

  @Test func doublesWereCalled() throws {
    let tree = try python(
      """
      gateway.charge.assert_called_once_with(order, key="k")
      gateway.charge.assert_not_called()
      make().send.assert_called()
      """,
      parameters: "gateway, order"
    )
    #expect(
      tree == """
        parameter: read parameter gateway
        parameter: read parameter order
        assertion called [discarded]
          actual: read parameter gateway.charge
          expected: read parameter order
          expected: argument key
            value: literal string "k"
        assertion called [discarded, negated]
          actual: read parameter gateway.charge
        assertion called [discarded]
          actual: read member .send
            receiver: call make

        """
    )
  }

  @Test func functionsOfLibrariesAssert() throws {
    let tree = try python(
      """
      np.testing.assert_allclose(a, b, rtol=1e-3)
      assert_frame_equal(a, b)
      pytest.fail("never")
      assert_that(a, equal_to(b))
      """,
      parameters: "a, b",
      imports: """
        import numpy as np
        import pytest
        from pandas.testing import assert_frame_equal
        from hamcrest import assert_that, equal_to
        """
    )
    #expect(
      tree == """
        parameter: read parameter a
        parameter: read parameter b
        assertion equal [discarded]
          actual: read parameter a
          expected: read parameter b
          argument: argument rtol
            value: literal float "1e-3"
        assertion equal [discarded]
          actual: read parameter a
          expected: read parameter b
        assertion fail [discarded]
          argument: argument
            value: literal string "never"
        assertion other [discarded]
          actual: read parameter a
          expected: call equal_to = hamcrest.equal_to by import
            argument: argument
              value: read parameter b

        """
    )
  }
}
