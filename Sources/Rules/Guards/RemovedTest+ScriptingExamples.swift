extension RemovedTest {
  static let scriptingExamples: [RuleExample] = [
    RuleExample(
      "python",
      "An assertion is gone",
      path: "tests/test_x.py",
      diff: """
         def test_reserve_adds_to_what_is_held(stock):
        +    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
             stock.reserve("tea", 2)
             assert stock.reserved["tea"] == 5
        -    assert len(stock.reserved) == 1
        """
    ),
    RuleExample(
      "python",
      "Anything but nothing will do",
      path: "tests/test_x.py",
      diff: """
         def test_reserve_adds_to_what_is_held(stock):
             stock.reserve("tea", 2)
        -    assert stock.reserved["tea"] == 5
        +    assert stock.reserved["tea"]
        +    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
        """
    ),
    RuleExample(
      "python",
      "Any error will do",
      path: "tests/test_x.py",
      diff: """
         import pytest

         def test_release_of_an_unknown_sku(stock):
        -    with pytest.raises(KeyError):
        +    with pytest.raises(Exception):
        +    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
                 stock.release("coffee", 1)
        """
    ),
    RuleExample(
      "python",
      "Switched off",
      path: "tests/test_x.py",
      diff: """
         import pytest

        +@pytest.mark.skip
        + ^^^^^^^^^^^^^^^^ flagged medium
         def test_pay_refuses_an_empty_order(order):
             assert pay(order, "a1") is None
        """
    ),
    RuleExample(
      "python",
      "Switched off, with an issue",
      path: "tests/test_x.py",
      diff: """
         import pytest

        +@pytest.mark.skip(reason="flaky, see #4711")
        + ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
         def test_pay_refuses_an_empty_order(order):
             assert pay(order, "a1") is None
        """
    ),
    RuleExample(
      "python",
      "The same assertions in another order",
      path: "tests/test_x.py",
      diff: """
         def test_reserve_adds_to_what_is_held(stock):
        +    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
             stock.reserve("tea", 2)
        -    assert stock.reserved["tea"] == 5
        -    assert len(stock.reserved) == 1
        +    assert len(stock.reserved) == 1
        +    assert stock.reserved["tea"] == 5
        """
    ),
    RuleExample(
      "python",
      "Another test in its place",
      path: "tests/test_x.py",
      diff: """
         def test_reserve_adds_to_what_is_held(stock):
        -    stock.reserve("tea", 2)
        -    assert stock.reserved["tea"] == 5
        +    stock.hold("tea", 2)
        +    assert stock.held("tea")
        """
    ),
    RuleExample(
      "python",
      "A helper that is not in reach may ask",
      path: "tests/test_x.py",
      diff: """
         def test_reserve_adds_to_what_is_held(stock):
        +    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
             stock.reserve("tea", 2)
        -    assert stock.reserved["tea"] == 5
        -    assert len(stock.reserved) == 1
        +    assert_only(stock.reserved, "tea", 5)
        """
    ),
    RuleExample(
      "typescript",
      "Truth in place of a value",
      path: "tests/x.test.ts",
      diff: """
         import { expect, it } from "vitest";

         it("adds to what is held", async () => {
           const stock = new Stock();
           await stock.reserve("tea", 2);
        -  expect(await stock.level("tea")).toEqual(5);
        +  expect(await stock.level("tea")).toBeTruthy();
        +  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
         });
        """
    ),
    RuleExample(
      "javascript",
      "Skipped",
      path: "tests/x.test.js",
      diff: """
         const { expect, it } = require("@jest/globals");

        -it("refuses an empty order", async () => {
        +it.skip("refuses an empty order", async () => {
        +        ^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
           expect(await pay({ total: 0 }, "a1")).toBeNull();
         });
        """
    ),
    RuleExample(
      "javascript",
      "More is asked than before",
      path: "tests/x.test.js",
      diff: """
         const { expect, it } = require("@jest/globals");

         it("refuses an empty order", async () => {
        +   ^^^^^^^^^^^^^^^^^^^^^^^^ checked
           const payment = await pay({ total: 0 }, "a1");
        -  expect(payment).toBeFalsy();
        +  expect(payment).toBeNull();
         });
        """
    ),
    RuleExample(
      "ruby",
      "Any truth will do",
      path: "tests/x_spec.rb",
      diff: """
         RSpec.describe Orders do
           it "adds to what is held" do
             orders = Orders.new
             orders.reserve("tea", 2)
        -    expect(orders.held("tea")).to eq(5)
        +    expect(orders.held("tea")).to be_truthy
        +    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
           end
         end
        """
    ),
    RuleExample(
      "ruby",
      "In another order",
      path: "tests/x_spec.rb",
      diff: """
         RSpec.describe Orders do
           it "adds to what is held" do
        +     ^^^^^^^^^^^^^^^^^^^^^^ checked
             orders = Orders.new
             orders.reserve("tea", 2)
        -    expect(orders.held("tea")).to eq(5)
             expect(orders.names).to eq(["tea"])
        +    expect(orders.held("tea")).to eq(5)
           end
         end
        """
    ),
    RuleExample(
      "php",
      "Switched off",
      path: "tests/OrdersTest.php",
      diff: #"""
         <?php

         use PHPUnit\Framework\TestCase;

         class OrdersTest extends TestCase
         {
             public function testPayRefusesAnEmptyOrder(): void
             {
        +        $this->markTestSkipped();
        +        ^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
                 $this->assertNull((new Orders())->pay(new Order(), 'a1'));
             }
         }
        """#
    ),
    RuleExample(
      "php",
      "More is asked than before",
      path: "tests/OrdersTest.php",
      diff: #"""
         <?php

         use PHPUnit\Framework\TestCase;

         class OrdersTest extends TestCase
         {
             public function testReserveAddsToWhatIsHeld(): void
        +                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
             {
                 $orders = new Orders();
                 $orders->reserve('tea', 2);
        -        $this->assertNotNull($orders->held('tea'));
        +        $this->assertSame(5, $orders->held('tea'));
             }
         }
        """#
    ),
    RuleExample(
      "python",
      "Gone with what it was about",
      path: "tests/test_x.py",
      diff: """
         def test_offers(cart):
        -    total = price(cart)
             assert cart.is_open
        -    assert total == 5
        """
    ),
    RuleExample(
      "typescript",
      "In another order",
      path: "tests/x.test.ts",
      diff: """
         import { expect, it } from "vitest";

         it("adds to what is held", async () => {
        +   ^^^^^^^^^^^^^^^^^^^^^^ checked
           const stock = new Stock();
           await stock.reserve("tea", 2);
        -  expect(await stock.level("tea")).toEqual(5);
           expect(stock.names()).toEqual(["tea"]);
        +  expect(await stock.level("tea")).toEqual(5);
         });
        """
    ),
  ]
}
