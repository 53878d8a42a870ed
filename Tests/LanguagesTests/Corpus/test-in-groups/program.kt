import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import io.mockk.verify

class PaymentTest : FunSpec({
  test("charges the gateway") {
    val gateway = makeGateway()
    pay(gateway, 3)
    verify { gateway.charge(3) }
    verify(exactly = 0) { gateway.refund() }
  }

  test("keeps the total") {
    pay(makeGateway(), 3) shouldBe 3
    total() shouldNotBe 4
    order.paid.shouldBeTrue()
    order.error.shouldBeNull()
    total() shouldBeLessThan 9
  }
})
