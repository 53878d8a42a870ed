import io.mockk.verify
import kotlin.test.Test
import kotlin.test.assertFailsWith
import payments.charge
import payments.gateway

@Test
fun `declines a negative amount`() {
  assertFailsWith<RangeError> {
    val order = build(-1)
    charge(order)
  }
}

@Test
fun `does not charge twice`() {
  val order = build(3)
  charge(order)
  charge(order)
  verify { gateway.charge(order, 3) }
  verify(exactly = 0) { gateway.refund() }
}
