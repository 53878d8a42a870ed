let happyPathOnlyCompiled: [RuleExample] = [
  RuleExample(
    "go",
    "Its tests never ask for too much",
    path: "shop/refunds.go",
    others: [
      "shop/refunds_test.go": """
      package shop

      import "testing"

      func TestRefund(t *testing.T) {
      	got, err := Refund(10, 5)
      	if err != nil {
      		t.Fatal(err)
      	}
      	if got != 5 {
      		t.Errorf("got %d", got)
      	}
      }

      func TestCancelOfWhatWasSent(t *testing.T) {
      	if err := Cancel(true); err == nil {
      		t.Fatal("was let through")
      	}
      }
      """
    ],
    """
    package shop

    import "errors"

    func Refund(paid, amount int) (int, error) {
         ^^^^^^ flagged medium
    	if amount > paid {
    		return 0, errors.New("more than was paid")
    	}
    	return amount, nil
    }

    func Cancel(sent bool) error {
         ^^^^^^ checked
    	if sent {
    		return errors.New("sent already")
    	}
    	return nil
    }
    """
  ),
  RuleExample(
    "java",
    "Its tests never ask for too much",
    path: "shop/Refunds.java",
    others: [
      "test/shop/RefundsTest.java": """
      package shop;

      import static org.junit.jupiter.api.Assertions.assertEquals;
      import static org.junit.jupiter.api.Assertions.assertThrows;
      import org.junit.jupiter.api.Test;

      class RefundsTest {
        @Test
        void givesMoneyBack() {
          assertEquals(5, Refunds.refund(10, 5));
        }

        @Test
        void leavesSentOrders() {
          assertThrows(IllegalArgumentException.class, () -> Refunds.cancel(true));
        }
      }
      """
    ],
    """
    package shop;

    public class Refunds {
      public static int refund(int paid, int amount) {
                        ^^^^^^ flagged medium
        if (amount > paid) {
          throw new IllegalArgumentException("more than was paid");
        }
        return amount;
      }

      public static void cancel(boolean sent) {
                         ^^^^^^ checked
        if (sent) {
          throw new IllegalArgumentException("sent already");
        }
      }
    }
    """
  ),
  RuleExample(
    "kotlin",
    "Its tests never ask for too much",
    path: "shop/Refunds.kt",
    others: [
      "test/shop/RefundsTest.kt": """
      package shop

      import kotlin.test.Test
      import kotlin.test.assertEquals
      import kotlin.test.assertFailsWith

      class RefundsTest {
          @Test
          fun givesMoneyBack() {
              assertEquals(5, Refunds.refund(10, 5))
          }

          @Test
          fun leavesSentOrders() {
              assertFailsWith<IllegalArgumentException> { Refunds.cancel(true) }
          }
      }
      """
    ],
    """
    package shop

    object Refunds {
        fun refund(paid: Int, amount: Int): Int {
            ^^^^^^ flagged medium
            if (amount > paid) {
                throw IllegalArgumentException("more than was paid")
            }
            return amount
        }

        fun cancel(sent: Boolean) {
            ^^^^^^ checked
            if (sent) {
                throw IllegalArgumentException("sent already")
            }
        }
    }
    """
  ),
  RuleExample(
    "csharp",
    "Its tests never ask for too much",
    path: "Shop/Refunds.cs",
    others: [
      "Shop.Tests/RefundsTests.cs": """
      using Xunit;

      public class RefundsTests
      {
          [Fact]
          public void GivesMoneyBack()
          {
              Assert.Equal(5, Refunds.Refund(10, 5));
          }

          [Fact]
          public void LeavesSentOrders()
          {
              Assert.Throws<ArgumentException>(() => Refunds.Cancel(true));
          }
      }
      """
    ],
    """
    public static class Refunds
    {
        public static int Refund(int paid, int amount)
                          ^^^^^^ flagged medium
        {
            if (amount > paid)
            {
                throw new ArgumentException("more than was paid");
            }
            return amount;
        }

        public static void Cancel(bool sent)
                           ^^^^^^ checked
        {
            if (sent)
            {
                throw new ArgumentException("sent already");
            }
        }
    }
    """
  ),
  RuleExample(
    "rust",
    "Its tests never ask for too much",
    path: "src/refunds.rs",
    others: [
      "tests/refunds.rs": """
      use shop::refunds::{cancel, refund};

      #[test]
      fn gives_money_back() {
          assert_eq!(refund(10, 5).unwrap(), 5);
      }

      #[test]
      fn leaves_sent_orders() {
          assert!(cancel(true).is_err());
      }
      """
    ],
    """
    pub fn refund(paid: i64, amount: i64) -> Result<i64, Refusal> {
           ^^^^^^ flagged medium
        if amount > paid {
            return Err(Refusal::TooMuch);
        }
        Ok(amount)
    }

    pub fn cancel(sent: bool) -> Result<(), Refusal> {
           ^^^^^^ checked
        if sent {
            return Err(Refusal::Sent);
        }
        Ok(())
    }
    """
  ),
  RuleExample(
    "swift",
    "Its tests never ask for too much",
    path: "Sources/Shop/Refunds.swift",
    others: [
      "Tests/ShopTests/RefundsTests.swift": """
      import Testing

      @Test func givesMoneyBack() throws {
        #expect(try refund(of: 10, amount: 5) == 5)
      }

      @Test func leavesSentOrders() {
        #expect(throws: Refusal.self) { try cancel(sent: true) }
      }
      """
    ],
    """
    func refund(of paid: Int, amount: Int) throws -> Int {
         ^^^^^^ flagged medium
      if amount > paid {
        throw Refusal.tooMuch
      }
      return amount
    }

    func cancel(sent: Bool) throws {
         ^^^^^^ checked
      if sent {
        throw Refusal.sent
      }
    }
    """
  ),
]
