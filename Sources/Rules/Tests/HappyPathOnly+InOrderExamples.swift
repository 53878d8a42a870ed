/// What meets the obligation, in languages whose other examples hold a gap.
let happyPathOnlyInOrder: [RuleExample] = [
  RuleExample(
    "typescript",
    "A test demands the failure",
    path: "src/refunds.ts",
    others: [
      "src/refunds.test.ts": """
      import { refund, cancel } from "./refunds";

      describe("orders", () => {
        it("gives money back", () => {
          expect(refund(charge, 5)).toBe(5);
        });
        it("ends the order", () => {
          expect(cancel(order).state).toBe("over");
        });
        it("leaves an order alone that was sent", () => {
          expect(() => cancel(sent)).toThrow();
        });
      });
      """
    ],
    """
    export function cancel(order: Order) {
                    ^^^^^^ checked
      if (order.sent) {
        throw new RangeError("sent already");
      }
      return { ...order, state: "over" };
    }
    """
  ),
  RuleExample(
    "javascript",
    "A test demands the failure",
    path: "src/refunds.js",
    others: [
      "src/refunds.test.js": """
      import { refund, cancel } from "./refunds";

      test("gives money back", () => {
        expect(refund(charge, 5)).toBe(5);
      });
      test("rejects an order that was sent", async () => {
        await expect(cancel(sent)).rejects.toThrow("sent");
      });
      """
    ],
    """
    export async function cancel(order) {
                          ^^^^^^ checked
      if (order.sent) {
        throw new RangeError("sent already");
      }
      return { ...order, state: "over" };
    }
    """
  ),
  RuleExample(
    "ruby",
    "A test demands the failure",
    path: "lib/refunds.rb",
    others: [
      "spec/refunds_spec.rb": """
      RSpec.describe Refunds do
        it "gives money back" do
          expect(Refunds.refund(charge, 5)).to eq(5)
        end

        it "leaves an order alone that was sent" do
          expect { Refunds.cancel(sent) }.to raise_error(ArgumentError)
        end
      end
      """
    ],
    """
    module Refunds
      def self.cancel(order)
               ^^^^^^ checked
        raise ArgumentError, "sent already" if order.sent
        order.over!
      end
    end
    """
  ),
  RuleExample(
    "php",
    "A test demands the failure",
    path: "src/refunds.php",
    others: [
      "tests/RefundsTest.php": """
      <?php
      use PHPUnit\\Framework\\TestCase;

      class RefundsTest extends TestCase
      {
          public function testGivesMoneyBack(): void
          {
              $this->assertSame(5, refund_charge($this->charge, 5));
          }

          public function testLeavesSentOrders(): void
          {
              $this->expectException(RangeException::class);
              cancel_order($this->sent);
          }
      }
      """
    ],
    """
    <?php
    function cancel_order($order)
             ^^^^^^^^^^^^ checked
    {
        if ($order->sent) {
            throw new RangeException('sent already');
        }
        return $order->over();
    }
    """
  ),
  RuleExample(
    "go",
    "A test demands the failure",
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
    "A test demands the failure",
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
    "A test demands the failure",
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
    "A test demands the failure",
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
    "A test demands the failure",
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
    "A test demands the failure",
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
    func cancel(sent: Bool) throws {
         ^^^^^^ checked
      if sent {
        throw Refusal.sent
      }
    }
    """
  ),
]
