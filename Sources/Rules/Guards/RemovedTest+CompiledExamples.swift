extension RemovedTest {
  static let compiledExamples: [RuleExample] = [
    RuleExample(
      "go",
      "Skipped",
      path: "tests/x_test.go",
      diff: """
         package shop

         import (
         	"testing"

         	"github.com/stretchr/testify/require"
         )

         func TestPayRefusesAnEmptyOrder(t *testing.T) {
        +	t.Skip()
        + ^^^^^^^^ flagged medium
         	_, err := Pay(&Order{}, "a1")
         	require.ErrorIs(t, err, ErrEmpty)
         }
        """
    ),
    RuleExample(
      "go",
      "Two assertions in another order",
      path: "tests/x_test.go",
      diff: """
         package shop

         import (
         	"testing"

         	"github.com/stretchr/testify/assert"
         )

         func TestReserve(t *testing.T) {
        +     ^^^^^^^^^^^ checked
         	stock := NewStock()
         	stock.Reserve("tea", 2)
        -	assert.Equal(t, 5, stock.Held("tea"))
         	assert.Len(t, stock.reserved, 1)
        +	assert.Equal(t, 5, stock.Held("tea"))
         }
        """
    ),
    RuleExample(
      "java",
      "Not found any more",
      path: "tests/OrdersTest.java",
      diff: """
         import static org.junit.jupiter.api.Assertions.assertNull;

         import org.junit.jupiter.api.Disabled;
         import org.junit.jupiter.api.Test;

         class OrdersTest {
        +  @Disabled
        +  ^^^^^^^^^ flagged medium
           @Test
           void payRefusesAnEmptyOrder() {
             assertNull(orders.pay(new Order(), "a1"));
           }
         }
        """
    ),
    RuleExample(
      "java",
      "A local got another name",
      path: "tests/OrdersTest.java",
      diff: """
         import static org.junit.jupiter.api.Assertions.assertEquals;

         import org.junit.jupiter.api.Test;

         class OrdersTest {
           @Test
           void reserveAddsToWhatIsHeld() {
        +       ^^^^^^^^^^^^^^^^^^^^^^^ checked
        -    Orders orders = new Orders();
        -    orders.reserve(2);
        -    assertEquals(5, orders.held());
        +    Orders shop = new Orders();
        +    shop.reserve(2);
        +    assertEquals(5, shop.held());
           }
         }
        """
    ),
    RuleExample(
      "kotlin",
      "An assertion is gone",
      path: "tests/OrdersTest.kt",
      diff: """
         import kotlin.test.Test
         import kotlin.test.assertEquals
         import kotlin.test.assertTrue

         class OrdersTest {
           @Test
           fun reserveAddsToWhatIsHeld() {
        +      ^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
             orders.reserve("tea", 2)
             assertEquals(5, orders.held("tea"))
        -    assertTrue(orders.isOpen())
           }
         }
        """
    ),
    RuleExample(
      "kotlin",
      "In another order",
      path: "tests/OrdersTest.kt",
      diff: """
         import kotlin.test.Test
         import kotlin.test.assertEquals
         import kotlin.test.assertTrue

         class OrdersTest {
           @Test
           fun reserveAddsToWhatIsHeld() {
        +      ^^^^^^^^^^^^^^^^^^^^^^^ checked
             orders.reserve("tea", 2)
        -    assertEquals(5, orders.held("tea"))
             assertTrue(orders.isOpen())
        +    assertEquals(5, orders.held("tea"))
           }
         }
        """
    ),
    RuleExample(
      "swift",
      "It is enough that there is one",
      path: "tests/StockTests.swift",
      diff: """
         import XCTest

         final class StockTests: XCTestCase {
           func testReserveAddsToWhatIsHeld() {
             let stock = Stock()
             stock.reserve("tea", count: 2)
        -    XCTAssertEqual(stock.held("tea"), 5)
        +    XCTAssertNotNil(stock.held("tea"))
        +    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
           }
         }
        """
    ),
    RuleExample(
      "swift",
      "A message for who reads it",
      path: "tests/StockTests.swift",
      diff: """
         import XCTest

         final class StockTests: XCTestCase {
           func testReserveAddsToWhatIsHeld() {
        +       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
             let stock = Stock()
             stock.reserve("tea", count: 2)
        -    XCTAssertEqual(stock.held("tea"), 5)
        +    XCTAssertEqual(stock.held("tea"), 5, "what was held is lost")
           }
         }
        """
    ),
    RuleExample(
      "rust",
      "Ignored",
      diff: """
         #[test]
        +#[ignore]
         fn an_empty_order_is_not_paid() {
        +   ^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
             assert_eq!(Order::empty().price(), None);
         }
        """
    ),
    RuleExample(
      "rust",
      "In another order",
      diff: """
         #[test]
         fn reserve_adds_to_what_is_held() {
        +   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
             let mut stock = Stock::new();
             stock.reserve("tea", 2);
        -    assert_eq!(stock.held("tea"), 5);
             assert!(stock.is_open());
        +    assert_eq!(stock.held("tea"), 5);
         }
        """
    ),
    RuleExample(
      "csharp",
      "An assertion is gone",
      path: "tests/OrdersTests.cs",
      diff: """
         using Xunit;

         public class OrdersTests
         {
             [Fact]
             public void ReserveAddsToWhatIsHeld()
        +                ^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
             {
                 orders.Reserve(2);
                 Assert.Equal(5, orders.Held());
        -        Assert.True(orders.IsOpen);
             }
         }
        """
    ),
    RuleExample(
      "csharp",
      "Another value is expected",
      path: "tests/OrdersTests.cs",
      diff: """
         using Xunit;

         public class OrdersTests
         {
             [Fact]
             public void ReserveAddsToWhatIsHeld()
        +                ^^^^^^^^^^^^^^^^^^^^^^^ checked
             {
        -        orders.Reserve(2);
        -        Assert.Equal(5, orders.Held());
        +        orders.Reserve(3);
        +        Assert.Equal(6, orders.Held());
             }
         }
        """
    ),
    RuleExample(
      "kotlin",
      "It is enough that there is one",
      path: "tests/OrdersTest.kt",
      diff: """
         import kotlin.test.Test
         import kotlin.test.assertEquals
         import kotlin.test.assertNotNull

         class StockTest {
           @Test
           fun reserveAddsToWhatIsHeld() {
             stock.reserve("tea", 2)
        -    assertEquals(5, stock.held("tea"))
        +    assertNotNull(stock.held("tea"))
        +    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
           }
         }
        """
    ),
  ]
}
