import kotlin.test.Test
import kotlin.test.assertContains
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse
import kotlin.test.assertNotEquals
import kotlin.test.assertNotNull
import kotlin.test.assertNull
import kotlinx.coroutines.test.runTest

class OrdersTest {
  @Test
  fun addsTheLines() {
    val order = build(listOf(1, 2))
    assertEquals(3, total(order))
    assertNotNull(order.paid)
    assertNull(order.name)
    assertContains(order.tags, "x")
    assert(total(order) > 2)
    assertNotEquals(4, total(order))
    assertFalse(order.open)
  }

  @Test
  fun refusesAnEmptyOrder() = runTest {
    assertFailsWith<Empty> { charge(listOf()) }
  }
}
