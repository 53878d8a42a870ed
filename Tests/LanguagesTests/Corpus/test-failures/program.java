import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import org.junit.jupiter.api.Test;

class PaymentTest {
  private static Gateway gateway;

  @Test
  void declines_a_negative_amount() {
    assertThrows(RangeError.class, () -> {
      Order order = build(-1);
      charge(order);
    });
  }

  @Test
  void doesNotChargeTwice() {
    Order order = build(3);
    charge(order);
    charge(order);
    verify(gateway).charge(order, 3);
    verify(gateway, never()).refund();
  }
}
