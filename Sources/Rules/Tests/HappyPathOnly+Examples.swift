let happyPathOnlyExamples = happyPathOnlyScripting + happyPathOnlyCompiled + happyPathOnlyInOrder

private let pythonRefund = """
  import stripe

  def refund(charge, amount):
      ^^^^^^ OUTCOME
      if amount > charge.amount:
          raise ValueError("more than was paid")
      return stripe.Refund.create(charge=charge.id, amount=amount)
  """

private func pythonRefunds(_ outcome: String, _ title: String, _ tests: String) -> RuleExample {
  RuleExample(
    "python",
    title,
    path: "src/refunds.py",
    others: ["tests/test_refunds.py": tests],
    outcome.isEmpty
      ? pythonRefund.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.contains("OUTCOME") }
        .joined(separator: "\n") : pythonRefund.replacing("OUTCOME", with: outcome)
  )
}

private let happyPathOnlyScripting: [RuleExample] = [
  pythonRefunds(
    "flagged medium",
    "Its tests never ask for too much",
    """
    from src.refunds import refund

    def test_refund(charge):
        assert refund(charge, 5).amount == 5

    def test_refund_is_for_the_charge(charge):
        assert refund(charge, 5).charge == charge.id
    """
  ),
  pythonRefunds(
    "checked",
    "A test demands the failure",
    """
    import pytest
    from src.refunds import refund

    def test_refund(charge):
        assert refund(charge, 5).amount == 5

    def test_refund_of_too_much(charge):
        with pytest.raises(ValueError):
            refund(charge, 5000)
    """
  ),
  pythonRefunds(
    "unverified",
    "The cases come from a table",
    """
    import pytest
    from src.refunds import refund
    from tests.cases import CASES

    @pytest.mark.parametrize("amount,left", CASES)
    def test_refund(charge, amount, left):
        assert refund(charge, amount).left == left
    """
  ),
  pythonRefunds(
    "unverified",
    "A test passes zero",
    """
    from src.refunds import refund

    def test_refund(charge):
        assert refund(charge, 0).amount == 5
    """
  ),
  pythonRefunds(
    "",
    "No test calls it: another rule speaks of that",
    """
    from src.taxes import vat

    def test_vat():
        assert vat(100) == 19
    """
  ),
  RuleExample(
    "python",
    "What calls it is tested with a failure",
    path: "src/amounts.py",
    others: [
      "src/cart.py": """
      from src.amounts import parse

      def add(cart, text):
          cart.total += parse(text)
      """,
      "tests/test_cart.py": """
      import pytest
      from src.amounts import parse
      from src.cart import add

      def test_parse():
          assert parse("3") == 3

      def test_add_rejects_words(cart):
          with pytest.raises(ValueError):
              add(cart, "three")
      """,
    ],
    """
    def parse(text):
        if not text.isdigit():
            raise ValueError(text)
        return int(text)
    """
  ),
  RuleExample(
    "python",
    "A failure that nobody can bring about",
    path: "src/kinds.py",
    others: [
      "tests/test_kinds.py": """
      from src.kinds import price

      def test_price():
          assert price("book") == 7
      """
    ],
    """
    def price(kind):
        if kind not in ("book", "film"):
            raise NotImplementedError(kind)
        return 7 if kind == "book" else 19
    """
  ),
  RuleExample(
    "python",
    "What a type keeps from, and what a function inside of it raises",
    path: "src/kinds.py",
    others: [
      "tests/test_kinds.py": """
      from src.kinds import names, total

      def test_total():
          assert total(rows) == 7

      def test_names():
          assert names(rows) == ["book"]
      """
    ],
    """
    def total(rows):
        if not isinstance(rows, list):
            raise TypeError(rows)
        return sum(row.price for row in rows)

    def names(rows):
        def name(row):
            if row.name is None:
                raise ValueError(row)
            return row.name
        return walk(rows, name)
    """
  ),
  RuleExample(
    "python",
    "Its test drives some failure, and is not named after it",
    path: "src/pool.py",
    others: [
      "tests/test_proxy.py": """
      import pytest
      from src.pool import release
      from src.proxy import forward

      def test_forward_fails_when_down(pool):
          with pytest.raises(ConnectionError):
              forward("down")
          assert release(pool, "down") is True
      """
    ],
    """
    def release(pool, key):
        if key not in pool:
            raise KeyError(key)
        return pool.pop(key) is not None
    """
  ),
  RuleExample(
    "python",
    "Its handler has never run",
    path: "src/rates.py",
    others: [
      "tests/test_rates.py": """
      from src.rates import rate

      def test_rate(served):
          assert rate("EUR") == 2
      """
    ],
    """
    import requests

    def rate(currency):
        ^^^^ flagged medium
        try:
            return requests.get("https://rates.example/" + currency, timeout=2).json()["rate"]
        except requests.RequestException:
            return KNOWN[currency]
    """
  ),
  RuleExample(
    "python",
    "A test makes the other side fail",
    path: "src/rates.py",
    others: [
      "tests/test_rates.py": """
      import requests
      from unittest import mock
      from src.rates import rate

      def test_rate(served):
          assert rate("EUR") == 2

      def test_rate_from_memory():
          with mock.patch("requests.get", side_effect=requests.Timeout()):
              assert rate("EUR") == 3
      """
    ],
    """
    import requests

    def rate(currency):
        ^^^^ checked
        try:
            return requests.get("https://rates.example/" + currency, timeout=2).json()["rate"]
        except requests.RequestException:
            return KNOWN[currency]
    """
  ),
  RuleExample(
    "typescript",
    "Its tests never ask for too much",
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
    export function refund(charge: Charge, amount: number) {
                    ^^^^^^ flagged medium
      if (amount > charge.amount) {
        throw new RangeError("more than was paid");
      }
      return amount;
    }

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
    "Its tests never ask for too much",
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
    export function refund(charge, amount) {
                    ^^^^^^ flagged medium
      if (amount > charge.amount) {
        throw new RangeError("more than was paid");
      }
      return amount;
    }

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
    "Its tests never ask for too much",
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
      def self.refund(charge, amount)
               ^^^^^^ flagged medium
        raise ArgumentError, "more than was paid" if amount > charge.amount
        amount
      end

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
    "Its tests never ask for too much",
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
    function refund_charge($charge, int $amount): int
             ^^^^^^^^^^^^^ flagged medium
    {
        if ($amount > $charge->amount) {
            throw new RangeException('more than was paid');
        }
        return $amount;
    }

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
]
