/// In languages that are tried by running them: Python, JavaScript, TypeScript, Ruby, PHP.
extension SwallowedAssertion {
  static let dynamicExamples: [RuleExample] = [
    RuleExample(
      "python",
      "A handler takes the failure of the assertion",
      path: "tests/test_invoices.py",
      """
      from invoices import Invoice, total


      def test_total_adds_tax():
          invoice = Invoice(net=100, tax=19)
          try:
              assert total(invoice) == 119
          except Exception as error:
          ^^^^^^^^^^^^^^^^ flagged high
              print(f"could not check the total: {error}")
      """
    ),
    RuleExample(
      "python",
      "Behind what raises, in the block that must raise",
      path: "tests/test_payments.py",
      """
      import pytest

      from payments import charge


      def test_refuses_amounts_that_are_not_positive():
          with pytest.raises(ValueError) as caught:
              charge("cus_1", amount=0)
              assert "positive" in str(caught.value)
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
      """
    ),
    RuleExample(
      "python",
      "A thread takes the failure along",
      path: "tests/test_cache.py",
      """
      import threading

      from shop.cache import Cache


      def test_readers_see_what_was_written():
          cache = Cache()
          cache.put("sku-1", 3)

          def read():
              assert cache.get("sku-1") == 3
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high

          readers = [threading.Thread(target=read) for _ in range(4)]
          for reader in readers:
              reader.start()
          for reader in readers:
              reader.join()
      """
    ),
    RuleExample(
      "python",
      "The pool gives the failure back",
      path: "tests/test_cache.py",
      """
      from concurrent.futures import ThreadPoolExecutor

      from shop.cache import Cache


      def test_readers_see_what_was_written():
          cache = Cache()
          cache.put("sku-1", 3)
          pool = ThreadPoolExecutor()

          def read():
              assert cache.get("sku-1") == 3
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked

          future = pool.submit(read)
          future.result()
      """
    ),
    RuleExample(
      "python",
      "A result that is not there steps over the assertion",
      path: "tests/test_orders.py",
      """
      from shop.orders import find_order


      def test_finds_the_order():
          order = find_order("42")
          if order:
             ^^^^^ flagged medium
              assert order.total == 119
      """
    ),
    RuleExample(
      "python",
      "An empty answer steps over the loop",
      path: "tests/test_search.py",
      """
      def test_search_gives_open_orders_only(client):
          response = client.search(status="open")
          for order in response.orders:
                       ^^^^^^^^^^^^^^^ flagged medium
              assert order["status"] == "open"
      """
    ),
    RuleExample(
      "python",
      "The loop is over the test's own table",
      path: "tests/test_slug.py",
      """
      from shop.text import slug

      CASES = [("Hello World", "hello-world"), ("  a ", "a")]


      def test_slug():
          for text, expected in CASES:
              assert slug(text) == expected
      """
    ),
    RuleExample(
      "python",
      "The count is asserted, too",
      path: "tests/test_search.py",
      """
      from shop.search import search


      def test_search_gives_open_orders_only():
          orders = search(status="open")
          assert len(orders) == 2
          for order in orders:
              assert order["status"] == "open"
      """
    ),
    RuleExample(
      "python",
      "A comma makes a tuple, which always holds",
      path: "tests/test_tax.py",
      """
      from shop.tax import rate


      def test_rate_of_books():
          assert (rate("book") == 7, "books are taxed at seven percent")
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
      """
    ),
    RuleExample(
      "python",
      "The handler fails the test",
      path: "tests/test_import.py",
      """
      import pytest

      from shop.imports import load


      def test_import():
          try:
              rows = load("orders.csv")
              assert len(rows) == 3
          except Exception as error:
          ^^^^^^^^^^^^^^^^ checked
              pytest.fail(f"import failed: {error}")
      """
    ),
    RuleExample(
      "python",
      "A narrow handler does not take failed assertions",
      path: "tests/test_import.py",
      """
      from shop.imports import load, remove


      def test_import():
          rows = load("orders.csv")
          try:
              assert len(rows) == 3
          finally:
              remove("orders.csv")
          try:
              remove("orders.csv")
          except FileNotFoundError:
              pass
      """
    ),
    RuleExample(
      "python",
      "The failures are kept and asked for",
      path: "tests/test_pool.py",
      """
      import threading

      from shop.pool import Pool


      def test_pool_is_fair():
          pool = Pool(size=2)
          failures = []

          def work():
              try:
                  assert pool.take(timeout=1) is not None
              except AssertionError as failure:
              ^^^^^^^^^^^^^^^^^^^^^ checked
                  failures.append(failure)

          threads = [threading.Thread(target=work) for _ in range(4)]
          for thread in threads:
              thread.start()
          for thread in threads:
              thread.join()
          assert failures == []
      """
    ),
    RuleExample(
      "python",
      "A helper gets the error",
      path: "tests/test_sync.py",
      """
      from shop.sync import sync
      from tests.tools import report


      def test_sync():
          try:
              assert sync().written == 3
          except AssertionError as failure:
          ^^^^^^^^^^^^^^^^^^^^^ unverified
              report(failure)
      """
    ),
    RuleExample(
      "python",
      "A comment says that it is meant",
      path: "tests/test_legacy.py",
      """
      from shop.legacy import price


      def test_old_prices():
          try:
              assert price("sku-1") == 300
          except AssertionError:
          ^^^^^^^^^^^^^^^^^^^^^ unverified
              # Known to differ until the price list is migrated, see SHOP-412.
              pass
      """
    ),
    RuleExample(
      "python",
      "A line before it leaves",
      path: "tests/test_stock.py",
      """
      from shop.stock import reserve


      def test_reserve():
          left = reserve("sku-1", 2)
          return
          assert left == 1
          ^^^^^^^^^^^^^^^^ flagged high
      """
    ),
    RuleExample(
      "javascript",
      "Neither awaited nor returned",
      path: "test/balance.test.js",
      """
      const { balance } = require('../balance');

      it('knows the balance', () => {
        balance('u1').then((answer) => {
          expect(answer.amount).toBe(1200);
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
        });
      });
      """
    ),
    RuleExample(
      "javascript",
      "Returned",
      path: "test/balance.test.js",
      """
      const { balance } = require('../balance');

      it('knows the balance', () => {
        return balance('u1').then((answer) => {
          expect(answer.amount).toBe(1200);
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
        });
      });
      """
    ),
    RuleExample(
      "javascript",
      "The test ends when its callback is called",
      path: "test/balance.test.js",
      """
      const { balance } = require('../balance');

      it('knows the balance', (done) => {
        balance('u1').then((answer) => {
          expect(answer.amount).toBe(1200);
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          done();
        });
      });
      """
    ),
    RuleExample(
      "javascript",
      "A handler takes everything",
      path: "test/cart.test.js",
      """
      const assert = require('node:assert');
      const { Cart } = require('../cart');

      it('adds up', async () => {
        const cart = new Cart();
        try {
          await cart.add('sku-1', 2);
          assert.strictEqual(cart.total(), 600);
        } catch (error) {
          ^^^^^^^^^^^^^^ flagged high
          console.error(error);
        }
      });
      """
    ),
    RuleExample(
      "javascript",
      "The error is demanded only where it comes",
      path: "test/login.test.js",
      """
      const { login } = require('../login');

      it('refuses unknown users', async () => {
        try {
          await login('nobody', 'secret');
        } catch (error) {
          ^^^^^^^^^^^^^^ flagged high
          expect(error.status).toBe(401);
        }
      });
      """
    ),
    RuleExample(
      "javascript",
      "The assertions are counted",
      path: "test/login.test.js",
      """
      const { login } = require('../login');

      it('refuses unknown users', async () => {
        expect.assertions(1);
        try {
          await login('nobody', 'secret');
        } catch (error) {
          ^^^^^^^^^^^^^^ checked
          expect(error.status).toBe(401);
        }
      });
      """
    ),
    RuleExample(
      "javascript",
      "After the test is over",
      path: "test/debounce.test.js",
      """
      const { debounce } = require('../debounce');

      it('calls once', () => {
        const calls = [];
        const write = debounce((text) => calls.push(text), 20);
        write('a');
        write('b');
        setTimeout(() => {
          expect(calls).toEqual(['b']);
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
        }, 50);
      });
      """
    ),
    RuleExample(
      "javascript",
      "The clock is moved by the test",
      path: "test/debounce.test.js",
      """
      const { debounce } = require('../debounce');

      it('calls once', () => {
        const calls = [];
        const write = debounce((text) => calls.push(text), 20);
        write('b');
        setTimeout(() => {
          expect(calls).toEqual(['b']);
        }, 50);
        jest.advanceTimersByTime(60);
      });
      """
    ),
    RuleExample(
      "javascript",
      "Perhaps it never calls back",
      path: "test/feed.test.js",
      """
      const { Feed } = require('../feed');

      it('tells of new orders', () => {
        const feed = new Feed();
        feed.on('order', (order) => {
          expect(order.id).toBe('42');
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
        });
        feed.push({ id: '42' });
      });
      """
    ),
    RuleExample(
      "javascript",
      "Cypress waits for its chains by itself",
      path: "cypress/e2e/cart.cy.js",
      """
      it('shows the total', () => {
        cy.visit('/cart');
        cy.get('[data-test=total]').then((total) => {
          expect(total.text()).to.equal('6.00');
        });
      });
      """
    ),
    RuleExample(
      "typescript",
      "A promise of an assertion that nobody waits for",
      path: "src/rates.spec.ts",
      """
      import { loadRates } from './rates';

      test('refuses unknown currencies', async () => {
        expect(loadRates('XXX')).rejects.toThrow('unknown currency');
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
      });
      """
    ),
    RuleExample(
      "typescript",
      "Awaited",
      path: "src/rates.spec.ts",
      """
      import { loadRates } from './rates';

      test('refuses unknown currencies', async () => {
        await expect(loadRates('XXX')).rejects.toThrow('unknown currency');
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      });
      """
    ),
    RuleExample(
      "typescript",
      "The page is not waited for",
      path: "e2e/checkout.spec.ts",
      """
      import { test, expect } from '@playwright/test';

      test('shows the receipt', async ({ page }) => {
        await page.goto('/checkout');
        await page.getByRole('button', { name: 'Pay' }).click();
        expect(page.getByText('Thank you')).toBeVisible();
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
      });
      """
    ),
    RuleExample(
      "typescript",
      "A matcher that is named and not called",
      path: "src/parser.spec.ts",
      """
      import { parse } from './parser';

      it('refuses an empty order', () => {
        expect(() => parse('')).toThrow;
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
        expect(parse('{}').items).toEqual([]);
      });
      """
    ),
    RuleExample(
      "typescript",
      "Any error is good enough, that of the assertion, too",
      path: "src/transfer.spec.ts",
      """
      import { transfer } from './transfer';

      it('refuses to overdraw', async () => {
        try {
          await transfer('a', 'b', 1_000_000);
          expect(true).toBe(false);
        } catch (error) {
          ^^^^^^^^^^^^^^ flagged high
          expect(error).toBeDefined();
        }
      });
      """
    ),
    RuleExample(
      "typescript",
      "The error must be another one than that of the assertion",
      path: "src/transfer.spec.ts",
      """
      import { transfer } from './transfer';

      it('refuses to overdraw', async () => {
        try {
          await transfer('a', 'b', 1_000_000);
          fail('the transfer went through');
        } catch (error) {
          expect(error.code).toBe('overdrawn');
        }
      });
      """
    ),
    RuleExample(
      "typescript",
      "The result decides whether anything is asserted",
      path: "src/users.spec.ts",
      """
      import { UserStore } from './users';

      it('keeps the role', async () => {
        const store = new UserStore();
        const user = await store.byName('ada');
        if (user) {
            ^^^^ flagged medium
          expect(user.role).toBe('admin');
        }
      });
      """
    ),
    RuleExample(
      "ruby",
      "A handler that takes everything",
      path: "spec/order_spec.rb",
      """
      require "spec_helper"

      RSpec.describe Order do
        it "adds up" do
          order = Order.new(items: [1, 2])
          begin
            expect(order.total).to eq(300)
          rescue Exception => e
          ^^^^^^^^^^^^^^^^ flagged high
            puts e.message
          end
        end
      end
      """
    ),
    RuleExample(
      "ruby",
      "A plain rescue does not take failed expectations",
      path: "spec/order_spec.rb",
      """
      require "spec_helper"

      RSpec.describe Order do
        it "adds up" do
          begin
            expect(Order.new(items: [1, 2]).total).to eq(300)
          rescue => e
            raise "order could not be made: #{e.message}"
          end
        end
      end
      """
    ),
    RuleExample(
      "ruby",
      "The error is demanded only where it comes",
      path: "spec/payment_spec.rb",
      """
      require "spec_helper"

      RSpec.describe Payment do
        it "refuses an empty card" do
          begin
            Payment.charge(card: nil, amount: 100)
          rescue Payment::Refused => e
          ^^^^^^^^^^^^^^^^^^^^^^^ flagged high
            expect(e.reason).to eq(:no_card)
          end
        end
      end
      """
    ),
    RuleExample(
      "ruby",
      "What it expects is not said",
      path: "spec/cart_spec.rb",
      """
      require "spec_helper"

      RSpec.describe Cart do
        it "is empty at first" do
          cart = Cart.new
          expect(cart.items).to be_empty
          expect(cart.total)
          ^^^^^^^^^^^^^^^^^^ flagged high
        end
      end
      """
    ),
    RuleExample(
      "ruby",
      "The thread is joined, and raises there",
      path: "spec/pool_spec.rb",
      """
      require "spec_helper"

      RSpec.describe Pool do
        it "gives connections to many" do
          pool = Pool.new(size: 1)
          reader = Thread.new do
            expect(pool.take).not_to be_nil
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          end
          reader.join
        end
      end
      """
    ),
    RuleExample(
      "ruby",
      "Nobody joins the thread",
      path: "spec/pool_spec.rb",
      """
      require "spec_helper"

      RSpec.describe Pool do
        it "gives connections to many" do
          pool = Pool.new(size: 1)
          Thread.new { expect(pool.take).not_to be_nil }
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
        end
      end
      """
    ),
    RuleExample(
      "ruby",
      "A helper of the suite gets the failure",
      path: "spec/order_spec.rb",
      """
      require "spec_helper"

      RSpec.describe Order do
        it "adds up" do
          begin
            expect(Order.new(items: [1, 2]).total).to eq(300)
          rescue RSpec::Expectations::ExpectationNotMetError => e
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
            note_flaky(e)
          end
        end
      end
      """
    ),
    RuleExample(
      "php",
      "A handler that takes everything",
      path: "tests/InvoiceTest.php",
      #"""
      <?php

      use App\Invoice;
      use PHPUnit\Framework\TestCase;

      final class InvoiceTest extends TestCase
      {
          public function testTotalAddsTax(): void
          {
              $invoice = new Invoice(100, 19);
              try {
                  $this->assertSame(119, $invoice->total());
              } catch (\Throwable $e) {
                ^^^^^^^^^^^^^^^^^ flagged high
                  error_log($e->getMessage());
              }
          }
      }
      """#
    ),
    RuleExample(
      "php",
      "The exception is demanded only where it comes",
      path: "tests/PaymentTest.php",
      #"""
      <?php

      use App\Payment;
      use App\PaymentRefused;
      use PHPUnit\Framework\TestCase;

      final class PaymentTest extends TestCase
      {
          public function testRefusesAnEmptyCard(): void
          {
              try {
                  (new Payment())->charge(null, 100);
              } catch (PaymentRefused $e) {
                ^^^^^^^^^^^^^^^^^^^^^ flagged high
                  $this->assertSame('no_card', $e->reason());
              }
          }
      }
      """#
    ),
    RuleExample(
      "php",
      "It fails where nothing was thrown",
      path: "tests/PaymentTest.php",
      #"""
      <?php

      use App\Payment;
      use App\PaymentRefused;
      use PHPUnit\Framework\TestCase;

      final class PaymentTest extends TestCase
      {
          public function testRefusesAnEmptyCard(): void
          {
              try {
                  (new Payment())->charge(null, 100);
                  $this->fail('the charge went through');
              } catch (PaymentRefused $e) {
                ^^^^^^^^^^^^^^^^^^^^^ checked
                  $this->assertSame('no_card', $e->reason());
              }
          }
      }
      """#
    ),
    RuleExample(
      "php",
      "The failure is thrown again",
      path: "tests/ImportTest.php",
      #"""
      <?php

      use App\Import;
      use PHPUnit\Framework\TestCase;

      final class ImportTest extends TestCase
      {
          public function testImport(): void
          {
              try {
                  $this->assertCount(3, (new Import())->rows('orders.csv'));
              } catch (\Exception $e) {
                ^^^^^^^^^^^^^^^^^ checked
                  fwrite(STDERR, $e->getMessage());
                  throw $e;
              }
          }
      }
      """#
    ),
  ]
}
