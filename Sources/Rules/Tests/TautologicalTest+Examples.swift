extension TautologicalTest {
  static let examples = [
    RuleExample(
      "python",
      "What is expected is calculated by the call that is tested",
      path: "tests/test_payments.py",
      """
      from orders.payments import charge_customer


      def test_charge_returns_the_id_of_the_gateway():
          assert charge_customer("cus_1", "42", 1000) == charge_customer("cus_1", "42", 1000)
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
      """
    ),
    RuleExample(
      "python",
      "The same, with a name for it",
      path: "tests/test_price.py",
      """
      from shop import price


      def test_discount():
          expected = price(100, discount=0.1)
          assert price(100, discount=0.1) == expected
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
      """
    ),
    RuleExample(
      "typescript",
      "A constant with itself",
      path: "web/checkout.test.ts",
      """
      import { Checkout } from './checkout';

      it('pays an order', async () => {
        const id = await new Checkout(memoryOrders()).pay({ id: '42', total: 1000 });
        expect(true).toBe(true);
        ^^^^^^^^^^^^^^^^^^^^^^^ flagged high
      });
      """
    ),
    RuleExample(
      "javascript",
      "A value with itself, and a count that cannot be negative",
      path: "test/queue.test.js",
      """
      const assert = require('node:assert');
      const { drain } = require('../queue');

      it('drains the queue', () => {
        const items = drain();
        assert.deepEqual(items, items);
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
        expect(items.length).toBeGreaterThanOrEqual(0);
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
      });
      """
    ),
    RuleExample(
      "typescript",
      "A new object is there",
      path: "src/order.service.spec.ts",
      """
      import { OrderService } from './order.service';

      it('works', () => {
        expect(new OrderService(repository)).toBeDefined();
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
      });
      """
    ),
    RuleExample(
      "python",
      "A condition that always holds, and a comma where `==` was meant",
      path: "tests/test_keys.py",
      """
      from crypto import public_key


      def test_public_key():
          key = public_key(17, 19)
          assert key is None or key is not None
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          assert 17, 19 == public_key(17, 19)
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
      """
    ),
    RuleExample(
      "python",
      "It asks only whether there is an answer",
      path: "tests/test_solver.py",
      """
      from solver import solve


      def test_quadratic():
          roots = solve("x**2 - 1")
          assert roots is not None
          ^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
      """
    ),
    RuleExample(
      "javascript",
      "The same empty demand again and again is one gap",
      path: "test/report.test.js",
      """
      it('writes the report', async () => {
        await report();
        expect(1).toBe(1);
        ^^^^^^^^^^^^^^^^^ flagged high
        expect(2).toBe(2);
        expect(3).toBe(3);
      });
      """
    ),
    RuleExample(
      "python",
      "The test knows what it expects",
      path: "tests/test_invoices.py",
      """
      from invoices import total


      def test_total_adds_tax():
          ^^^^^^^^^^^^^^^^^^^ checked
          assert total({"net": 100, "tax": 19}) == 119
      """
    ),
    RuleExample(
      "typescript",
      "An error is demanded",
      path: "src/cart.spec.ts",
      """
      test('refuses unknown items', () => {
           ^^^^^^^^^^^^^^^^^^^^^^^ checked
        expect(() => addItem([], 'nothing')).toThrow(UnknownItem);
      });
      """
    ),
    RuleExample(
      "javascript",
      "The table of a parameterized test",
      path: "test/slug.test.js",
      """
      it.each([
        ['Hello World', 'hello-world'],
        ['  a  ', 'a'],
      ])('slugs %s', (text, expected) => {
         ^^^^^^^^^^ checked
        expect(slug(text)).toBe(expected);
        expect(slug('')).toBe('');
      });
      """
    ),
    RuleExample(
      "python",
      "An expected value that a helper makes of the same input",
      path: "tests/test_price.py",
      """
      from shop import price

      from .reference import expected_price


      def test_price(order):
          assert price(order) == expected_price(order)
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
      """
    ),
    RuleExample(
      "typescript",
      "The same in TypeScript",
      path: "src/tax.spec.ts",
      """
      import { taxOf } from './tax';
      import { calculateExpectedTax } from './testing/tax';

      it('taxes an order', () => {
        const expected = calculateExpectedTax(order);
        expect(taxOf(order)).toEqual(expected);
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
      });
      """
    ),
    RuleExample(
      "python",
      "Equality, hashing and determinism are about a value and itself",
      path: "tests/test_money.py",
      """
      from money import Money, token, shuffle


      def test_equality():
          euro = Money(1, "EUR")
          assert euro == euro


      def test_hash():
          assert hash(Money(1, "EUR")) == hash(Money(1, "EUR"))


      def test_shuffle_is_deterministic():
          assert shuffle([1, 2, 3]) == shuffle([1, 2, 3])


      def test_token():
          assert token() != token()


      def test_shuffle_with_a_seed():
          assert shuffle([1, 2, 3], seed=7) == shuffle([1, 2, 3], seed=7)
      """
    ),
    RuleExample(
      "python",
      "What is compared with itself is compared with another, too",
      path: "tests/test_sets.py",
      """
      def test_subset(small, large):
          assert small <= small
          assert small <= large
          assert not large <= small
      """
    ),
    RuleExample(
      "python",
      "Nothing changed in between, and that is the point",
      path: "tests/test_cart.py",
      """
      def test_failed_checkout_keeps_the_cart(cart):
          expected = cart.total()
          cart.checkout(card=None)
          assert cart.total() == expected
      """
    ),
    RuleExample(
      "javascript",
      "A mark for a place that must not be reached",
      path: "test/auth.test.js",
      """
      it('rejects', async () => {
         ^^^^^^^^^ checked
        try {
          await login('nobody');
          expect(true).toBe(false);
        } catch (error) {
          expect(error.status).toBe(401);
        }
      });
      """
    ),
    RuleExample(
      "python",
      "A round trip is a property of its own",
      path: "tests/test_codec.py",
      """
      def test_round_trip(codec, message):
          assert codec.decode(codec.encode(message)) == message
      """
    ),
    RuleExample(
      "go",
      "That it fails is all there is to say",
      path: "shop/order_test.go",
      """
      package shop

      import (
      	"testing"

      	"github.com/stretchr/testify/require"
      )

      func TestOrderWithoutLines(t *testing.T) {
      	_, err := NewOrder(nil)
      	require.Error(t, err)
      }
      """
    ),
    RuleExample(
      "csharp",
      "Whether there is one is what two tests are about",
      path: "tests/OfferTests.cs",
      """
      using Xunit;

      public class OfferTests
      {
          private readonly OfferQuery query = new();

          [Fact]
          public void MonthlyPlan_GetsAnOffer()
          {
              Assert.NotNull(query.Run(new Plan("monthly")));
          }

          [Fact]
          public void AnnualPlan_GetsNone()
          {
              var offer = query.Run(new Plan("annual"));
              Assert.Null(offer);
          }

          [Fact]
          public void Catalog_ListsPrices()
          {
              Assert.NotNull(query.Catalog(2));
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          }
      }
      """
    ),
    RuleExample(
      "python",
      "Whether there is one is what two tests are about",
      path: "tests/test_offers.py",
      """
      from shop.offers import annual_offer


      def test_monthly_plans_get_an_offer():
          assert annual_offer(plan="monthly") is not None


      def test_annual_plans_get_none():
          offer = annual_offer(plan="annual")
          assert offer is None
      """
    ),
  ]
}
