import org.junit.jupiter.api.Test;

class ShippingTest {
  @Test
  void shipsAnOrder() {
    Order order = build(3);
    ship(order);
    order.close();
  }

  @Test
  void countsLines() {
    Order order = build(2);
    for (Line line : order.lines) {
      visit(line);
    }
  }
}
