import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.*;
import static org.mockito.Mockito.*;

import org.junit.jupiter.api.Test;

class PaymentTest {
  @Test
  void chargesTheGateway() {
    Gateway gateway = makeGateway();
    pay(gateway, 3);
    verify(gateway).charge(3);
    verify(gateway, never()).refund();
  }

  @Test
  void keepsTheTotal() {
    assertEquals(3, pay(makeGateway(), 3));
    assertNotEquals(4, total());
    assertTrue(order.paid);
    assertNull(order.error);
    assertThat(total()).isLessThan(9);
  }
}
