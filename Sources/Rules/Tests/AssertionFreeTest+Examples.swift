extension AssertionFreeTest {
  static let examples = [
    RuleExample(
      "python",
      "A function of another file asserts, by way of a third",
      path: "tests/test_orders.py",
      others: [
        "tests/support.py": """
        from tests.money import exact

        def settled(order):
            exact(order.total, order.paid)
        """,
        "tests/money.py": """
        def exact(left, right):
            assert left == right
        """,
      ],
      """
      from shop.orders import place
      from tests.support import settled

      def test_place():
          ^^^^^^^^^^ checked
          order = place("book", 2)
          settled(order)
      """
    ),
    RuleExample(
      "python",
      "The result goes nowhere",
      path: "tests/test_invoices.py",
      """
      from invoices import total


      def test_total_adds_tax():
          ^^^^^^^^^^^^^^^^^^^ flagged medium
          invoice = {"net": 100, "tax": 19}
          total(invoice)
      """
    ),
    RuleExample(
      "python",
      "A class of tests, one of them empty",
      path: "tests/test_orders.py",
      """
      import unittest

      from orders import Order


      class OrderTests(unittest.TestCase):
          def test_cancel(self):
              ^^^^^^^^^^^ flagged high
              pass

          def test_ship(self):
              ^^^^^^^^^ checked
              order = Order("42")
              order.ship()
              self.assertTrue(order.is_shipped)
      """
    ),
    RuleExample(
      "javascript",
      "The result is printed, not checked",
      path: "test/balance.test.js",
      """
      const { balance } = require('../balance');

      it('knows the balance', async () => {
         ^^^^^^^^^^^^^^^^^^^ flagged high
        const answer = await balance('u1');
        console.log(answer);
      });
      """
    ),
    RuleExample(
      "typescript",
      "An expectation without a demand",
      path: "src/cart.spec.ts",
      """
      import { addItem } from './cart';

      test('adds an item', () => {
           ^^^^^^^^^^^^^^ flagged high
        const cart = addItem([], 'sku-1');
        expect(cart);
      });
      """
    ),
    RuleExample(
      "typescript",
      "What was asked of a service is not looked at",
      path: "e2e/session.e2e-spec.ts",
      """
      import { client } from './environment';

      describe('session', () => {
        it('stays open while it is used', async () => {
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          await client.query(ME);
          await client.query(ME);
        });
      });
      """
    ),
    RuleExample(
      "python",
      "A helper of the file asserts, through another one",
      path: "tests/test_parser.py",
      """
      from parser import parse


      def check(source, expected):
          compare_trees(parse(source), expected)


      def compare_trees(tree, expected):
          assert tree.dump() == expected


      def test_sum():
          ^^^^^^^^ checked
          check("1 + 2", "(+ 1 2)")
      """
    ),
    RuleExample(
      "python",
      "The error that must be raised is the assertion",
      path: "tests/test_payments.py",
      """
      import pytest

      from payments import charge


      def test_refuses_amounts_that_are_not_positive():
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          with pytest.raises(ValueError):
              charge("cus_1", 0)
      """
    ),
    RuleExample(
      "javascript",
      "The test ends only when its callback is called",
      path: "test/server.js",
      """
      it('listens', function (done) {
         ^^^^^^^^^ checked
        const server = app.listen(0, () => {
          server.close(done);
        });
      });
      """
    ),
    RuleExample(
      "javascript",
      "What runs behind every test asserts",
      path: "test/pool.test.js",
      """
      describe('pool', () => {
        afterEach(() => {
          expect(pool.open).toBe(0);
        });

        it('gives connections back', async () => {
           ^^^^^^^^^^^^^^^^^^^^^^^^ checked
          await pool.use(async (connection) => connection.ping());
        });
      });
      """
    ),
    RuleExample(
      "typescript",
      "A query that throws where nothing matches",
      path: "src/Banner.test.tsx",
      """
      import { render, screen } from '@testing-library/react';

      test('shows the name', async () => {
           ^^^^^^^^^^^^^^^^ checked
        render(banner('Ada'));
        await screen.findByText('Hello Ada');
      });
      """
    ),
    RuleExample(
      "python",
      "The test raises by itself",
      path: "tests/test_totals.py",
      """
      from totals import total


      def test_totals():
          ^^^^^^^^^^^ checked
          for items, expected in CASES:
              if total(items) != expected:
                  raise AssertionError(items)
      """
    ),
    RuleExample(
      "python",
      "A helper that is declared elsewhere may assert",
      path: "tests/test_totals.py",
      """
      from totals import total

      from .helpers import check_total


      def test_total():
          ^^^^^^^^^^ unverified
          check_total(total([1, 2]), 3)
      """
    ),
    RuleExample(
      "python",
      "A method of a base that is not in this file may assert",
      path: "tests/test_api.py",
      """
      from .base import ApiTestCase


      class UserApiTests(ApiTestCase):
          def test_list(self):
              ^^^^^^^^^ unverified
              users = self.client.get("/users/")
              self.compare_with_snapshot(users)
      """
    ),
    RuleExample(
      "typescript",
      "A body in another file",
      path: "e2e/search.e2e-spec.ts",
      """
      import { testGroupBySku } from './shared';

      it('groups by SKU', () => testGroupBySku(client));
         ^^^^^^^^^^^^^^^ unverified
      """
    ),
    RuleExample(
      "python",
      "Its name says that running is enough",
      path: "tests/test_shapes.py",
      """
      from shapes import Circle


      def test_can_be_created_without_error():
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
          Circle(radius=1)
      """
    ),
    RuleExample(
      "javascript",
      "Tests that are switched off, or to be written",
      path: "test/later.test.js",
      """
      it.skip('retries', async () => {
        await send('a');
      });
      it.todo('gives up');
      """
    ),
    RuleExample(
      "python",
      "A test that ends itself, and a helper with the name of one",
      path: "tests/test_windows.py",
      """
      import unittest


      class WindowsTests(unittest.TestCase):
          def test_registry(self):
              self.skipTest("no registry here")


      def test_user(name, size=50):
          return {"name": name, "size": size}
      """
    ),
    RuleExample(
      "typescript",
      "Production code",
      path: "src/cart.ts",
      """
      export function test(cart: Cart) {
        console.log(cart);
      }
      """
    ),
    RuleExample(
      "java",
      "A future that must be done in time",
      path: "src/test/java/shop/SaveTest.java",
      """
      package shop;

      import static org.assertj.core.api.Assertions.assertThat;
      import org.junit.jupiter.api.Test;

      class SaveTest {
        @Test
        void savesInTime() {
             ^^^^^^^^^^^ checked
          var saved = store.save(order());
          assertThat(saved).succeedsWithin(Duration.ofSeconds(5));
        }
      }
      """
    ),
    RuleExample(
      "csharp",
      "What the function that a case hands over must have called",
      path: "test/Shop.Tests/ProxyTests.cs",
      """
      using NSubstitute;
      using Xunit;

      public class ProxyTests
      {
          [Theory]
          [MemberData(nameof(Calls))]
          public async Task CallsEveryClient(Func<IClient, Task> call)
                            ^^^^^^^^^^^^^^^^ checked
          {
              var client = Substitute.For<IClient>();
              await call(new Proxy(client));
              await call(client.Received());
          }
      }
      """
    ),
  ]
}
