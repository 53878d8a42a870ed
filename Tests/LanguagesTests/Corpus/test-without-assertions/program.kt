import org.junit.jupiter.api.Test

class ShippingTest {
  @Test
  fun `ships an order`() {
    val order = build(3)
    ship(order)
    order.close()
  }

  @Test
  fun `counts lines`() {
    val order = build(2)
    for (line in order.lines) {
      visit(line)
    }
  }
}
