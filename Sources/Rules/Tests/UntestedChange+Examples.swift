let untestedChangeExamples: [RuleExample] = [
  RuleExample(
    "python",
    "New, and no test calls it",
    path: "src/shipping.py",
    baseline: "",
    others: [
      "tests/test_tax.py": """
      from src.tax import vat

      def test_vat():
          assert vat(100) == 19
      """
    ],
    """
    import requests

    def shipping_cost(order, rates):
        ^^^^^^^^^^^^^ flagged medium
        if order.weight > rates.limit:
            return rates.heavy
        return rates.light * order.weight
    """
  ),
  RuleExample(
    "python",
    "A test calls it",
    path: "src/shipping.py",
    baseline: "",
    others: [
      "tests/test_shipping.py": """
      from src.shipping import shipping_cost

      def test_heavy(order, rates):
          assert shipping_cost(order, rates) == rates.heavy
      """
    ],
    """
    import requests

    def shipping_cost(order, rates):
        ^^^^^^^^^^^^^ checked
        if order.weight > rates.limit:
            return rates.heavy
        return rates.light * order.weight
    """
  ),
  RuleExample(
    "python",
    "A test calls what calls it",
    path: "src/refunds.py",
    baseline: "",
    others: [
      "src/returns.py": """
      from src.refunds import refund

      def take_back(parcel):
          return refund(parcel.charge, parcel.value)
      """,
      "tests/test_returns.py": """
      from src.returns import take_back

      def test_take_back(parcel):
          assert take_back(parcel).status == "succeeded"
      """,
    ],
    """
    import stripe

    def refund(charge, amount):
        ^^^^^^ checked
        if amount > charge.amount:
            raise ValueError("too much")
        return stripe.Refund.create(charge=charge.id, amount=amount)
    """
  ),
  RuleExample(
    "python",
    "It charges, and no test calls it",
    path: "src/refunds.py",
    baseline: "",
    others: [
      "tests/test_tax.py": """
      from src.tax import vat

      def test_vat():
          assert vat(100) == 19
      """
    ],
    """
    import stripe

    def refund(charge, amount):
        ^^^^^^ flagged high
        return stripe.Refund.create(charge=charge.id, amount=amount)
    """
  ),
  RuleExample(
    "python",
    "The workspace has no tests",
    path: "src/shipping.py",
    baseline: "",
    others: [
      "src/tax.py": """
      def vat(x):
          return x * 0.19
      """
    ],
    """
    import requests

    def shipping_cost(order, rates):
        ^^^^^^^^^^^^^ unverified
        if order.weight > rates.limit:
            return rates.heavy
        return rates.light * order.weight
    """
  ),
  RuleExample(
    "python",
    "A test speaks of its type only",
    path: "src/cart.py",
    baseline: "",
    others: [
      "tests/test_cart.py": """
      from src.cart import Cart

      def test_total():
          assert Cart([1, 2]).items == [1, 2]
      """
    ],
    """
    class Cart:
        def __init__(self, items):
            self.items = items

        def drop_empty(self):
            ^^^^^^^^^^ unverified
            for item in list(self.items):
                if item.count == 0:
                    self.items.remove(item)
    """
  ),
  RuleExample(
    "python",
    "Nothing but its layout changed",
    path: "src/shipping.py",
    baseline: """
      import requests

      def shipping_cost(order, rates):
          if order.weight > rates.limit:
              return rates.heavy
          return (rates.light * order.weight)
      """,
    others: [
      "tests/test_tax.py": """
      from src.tax import vat

      def test_vat():
          assert vat(100) == 19
      """
    ],
    """
    import requests

    def shipping_cost(order, rates):
        if order.weight > rates.limit:
            return rates.heavy
        return rates.light * order.weight
    """
  ),
  RuleExample(
    "python",
    "What does not decide needs no test of its own",
    path: "src/label.py",
    baseline: "",
    others: [
      "tests/test_tax.py": """
      from src.tax import vat

      def test_vat():
          assert vat(100) == 19
      """
    ],
    """
    def label(order):
        return order.name + order.street
    """
  ),
  RuleExample(
    "javascript",
    "New, and no test calls it",
    path: "src/shipping.js",
    baseline: "",
    others: [
      "test/tax.test.js": """
      import { vat } from '../src/tax'

      test('vat', () => {
        expect(vat(100)).toBe(19)
      })
      """
    ],
    """
    export function shippingCost(order, rates) {
                    ^^^^^^^^^^^^ flagged medium
      if (order.weight > rates.limit) {
        return rates.heavy
      }
      return rates.light * order.weight
    }
    """
  ),
  RuleExample(
    "javascript",
    "A test calls it",
    path: "src/shipping.js",
    baseline: "",
    others: [
      "test/shipping.test.js": """
      import { shippingCost } from '../src/shipping'

      test('heavy parcels', () => {
        expect(shippingCost({ weight: 9 }, { limit: 5, heavy: 20 })).toBe(20)
      })
      """
    ],
    """
    export function shippingCost(order, rates) {
                    ^^^^^^^^^^^^ checked
      if (order.weight > rates.limit) {
        return rates.heavy
      }
      return rates.light * order.weight
    }
    """
  ),
  RuleExample(
    "typescript",
    "Changed, and no test calls it",
    path: "src/shipping.ts",
    baseline: """
      export function shippingCost(order: Order, rates: Rates) {
        if (order.weight >= rates.limit) {
          return rates.heavy
        }
        return rates.light * order.weight
      }
      """,
    others: [
      "test/tax.spec.ts": """
      import { vat } from '../src/tax'

      test('vat', () => {
        expect(vat(100)).toBe(19)
      })
      """
    ],
    """
    export function shippingCost(order: Order, rates: Rates) {
                    ^^^^^^^^^^^^ flagged medium
      if (order.weight > rates.limit) {
        return rates.heavy
      }
      return rates.light * order.weight
    }
    """
  ),
  RuleExample(
    "typescript",
    "A test calls it as a method",
    path: "src/shipping.ts",
    baseline: "",
    others: [
      "test/shipping.spec.ts": """
      import { Shipping } from '../src/shipping'

      test('light parcels', () => {
        const shipping = new Shipping()
        expect(shipping.cost({ weight: 2 })).toBe(4)
      })
      """
    ],
    """
    export class Shipping {
      cost(order: Order): number {
      ^^^^ checked
        return order.weight > 5 ? 20 : order.weight * 2
      }
    }
    """
  ),
  RuleExample(
    "java",
    "New, and no test calls it",
    path: "src/main/java/com/acme/shipping/Shipping.java",
    baseline: "",
    others: [
      "src/test/java/com/acme/tax/TaxTest.java": """
      package com.acme.tax;

      import org.junit.jupiter.api.Test;
      import static org.junit.jupiter.api.Assertions.assertEquals;

      class TaxTest {
          @Test
          void addsVat() {
              assertEquals(19, new Tax().vat(100));
          }
      }
      """
    ],
    """
    package com.acme.shipping;

    public class Shipping {
        public int cost(Order order, Rates rates) {
                   ^^^^ flagged medium
            if (order.weight() > rates.limit()) {
                return rates.heavy();
            }
            return rates.light() * order.weight();
        }
    }
    """
  ),
  RuleExample(
    "java",
    "A test calls it",
    path: "src/main/java/com/acme/shipping/Shipping.java",
    baseline: "",
    others: [
      "src/test/java/com/acme/shipping/ShippingTest.java": """
      package com.acme.shipping;

      import org.junit.jupiter.api.Test;
      import static org.junit.jupiter.api.Assertions.assertEquals;

      class ShippingTest {
          @Test
          void heavyParcels() {
              Shipping shipping = new Shipping();
              assertEquals(20, shipping.cost(new Order(9), new Rates(5, 20, 2)));
          }
      }
      """
    ],
    """
    package com.acme.shipping;

    public class Shipping {
        public int cost(Order order, Rates rates) {
                   ^^^^ checked
            if (order.weight() > rates.limit()) {
                return rates.heavy();
            }
            return rates.light() * order.weight();
        }
    }
    """
  ),
  RuleExample(
    "go",
    "New, and no test calls it",
    path: "shipping/shipping.go",
    baseline: "",
    others: [
      "tax/tax_test.go": """
      package tax

      import "testing"

      func TestVat(t *testing.T) {
      	if Vat(100) != 19 {
      		t.Fatal("wrong")
      	}
      }
      """
    ],
    """
    package shipping

    func Cost(order Order, rates Rates) int {
         ^^^^ flagged medium
    	if order.Weight > rates.Limit {
    		return rates.Heavy
    	}
    	return rates.Light * order.Weight
    }
    """
  ),
  RuleExample(
    "go",
    "A test calls it",
    path: "shipping/shipping.go",
    baseline: "",
    others: [
      "shipping/shipping_test.go": """
      package shipping

      import "testing"

      func TestHeavy(t *testing.T) {
      	if Cost(Order{Weight: 9}, Rates{Limit: 5, Heavy: 20}) != 20 {
      		t.Fatal("wrong")
      	}
      }
      """
    ],
    """
    package shipping

    func Cost(order Order, rates Rates) int {
         ^^^^ checked
    	if order.Weight > rates.Limit {
    		return rates.Heavy
    	}
    	return rates.Light * order.Weight
    }
    """
  ),
  RuleExample(
    "kotlin",
    "New, and no test calls it",
    path: "src/main/kotlin/com/acme/shipping/Shipping.kt",
    baseline: "",
    others: [
      "src/test/kotlin/com/acme/tax/TaxTest.kt": """
      package com.acme.tax

      import kotlin.test.Test
      import kotlin.test.assertEquals

      class TaxTest {
          @Test
          fun addsVat() {
              assertEquals(19, Tax().vat(100))
          }
      }
      """
    ],
    """
    package com.acme.shipping

    class Shipping {
        fun cost(order: Order, rates: Rates): Int {
            ^^^^ flagged medium
            if (order.weight > rates.limit) {
                return rates.heavy
            }
            return rates.light * order.weight
        }
    }
    """
  ),
  RuleExample(
    "kotlin",
    "A test calls it",
    path: "src/main/kotlin/com/acme/shipping/Shipping.kt",
    baseline: "",
    others: [
      "src/test/kotlin/com/acme/shipping/ShippingTest.kt": """
      package com.acme.shipping

      import kotlin.test.Test
      import kotlin.test.assertEquals

      class ShippingTest {
          @Test
          fun heavyParcels() {
              assertEquals(20, Shipping().cost(Order(9), Rates(5, 20, 2)))
          }
      }
      """
    ],
    """
    package com.acme.shipping

    class Shipping {
        fun cost(order: Order, rates: Rates): Int {
            ^^^^ checked
            if (order.weight > rates.limit) {
                return rates.heavy
            }
            return rates.light * order.weight
        }
    }
    """
  ),
  RuleExample(
    "php",
    "New, and no test calls it",
    path: "src/Shipping/Shipping.php",
    baseline: "",
    others: [
      "tests/TaxTest.php": """
      <?php
      use PHPUnit\\Framework\\TestCase;

      class TaxTest extends TestCase
      {
          public function testVat(): void
          {
              $this->assertSame(19, (new Tax())->vat(100));
          }
      }
      """
    ],
    """
    <?php
    namespace App\\Shipping;

    class Shipping
    {
        public function cost(Order $order, Rates $rates): int
                        ^^^^ flagged medium
        {
            if ($order->weight > $rates->limit) {
                return $rates->heavy;
            }
            return $rates->light * $order->weight;
        }
    }
    """
  ),
  RuleExample(
    "php",
    "A test calls it",
    path: "src/Shipping/Shipping.php",
    baseline: "",
    others: [
      "tests/ShippingTest.php": """
      <?php
      use App\\Shipping\\Shipping;
      use PHPUnit\\Framework\\TestCase;

      class ShippingTest extends TestCase
      {
          public function testHeavyParcels(): void
          {
              $shipping = new Shipping();
              $this->assertSame(20, $shipping->cost(new Order(9), new Rates(5, 20, 2)));
          }
      }
      """
    ],
    """
    <?php
    namespace App\\Shipping;

    class Shipping
    {
        public function cost(Order $order, Rates $rates): int
                        ^^^^ checked
        {
            if ($order->weight > $rates->limit) {
                return $rates->heavy;
            }
            return $rates->light * $order->weight;
        }
    }
    """
  ),
  RuleExample(
    "ruby",
    "New, and no test calls it",
    path: "lib/shipping.rb",
    baseline: "",
    others: [
      "spec/tax_spec.rb": """
      RSpec.describe Tax do
        it 'adds it' do
          expect(Tax.new.vat(100)).to eq(19)
        end
      end
      """
    ],
    """
    class Shipping
      def cost(order, rates)
          ^^^^ flagged medium
        return rates.heavy if order.weight > rates.limit

        rates.light * order.weight
      end
    end
    """
  ),
  RuleExample(
    "ruby",
    "A test calls it",
    path: "lib/shipping.rb",
    baseline: "",
    others: [
      "spec/shipping_spec.rb": """
      RSpec.describe Shipping do
        it 'asks more for heavy parcels' do
          shipping = Shipping.new
          expect(shipping.cost(order, rates)).to eq(20)
        end
      end
      """
    ],
    """
    class Shipping
      def cost(order, rates)
          ^^^^ checked
        return rates.heavy if order.weight > rates.limit

        rates.light * order.weight
      end
    end
    """
  ),
  RuleExample(
    "rust",
    "New, and no test calls it",
    path: "src/shipping.rs",
    baseline: "",
    others: [
      "tests/tax.rs": """
      use acme::tax::vat;

      #[test]
      fn adds_vat() {
          assert_eq!(vat(100), 19);
      }
      """
    ],
    """
    pub fn cost(order: &Order, rates: &Rates) -> u32 {
           ^^^^ flagged medium
        if order.weight > rates.limit {
            return rates.heavy;
        }
        rates.light * order.weight
    }
    """
  ),
  RuleExample(
    "rust",
    "A test calls it",
    path: "src/shipping.rs",
    baseline: "",
    others: [
      "tests/shipping.rs": """
      use acme::shipping::cost;

      #[test]
      fn heavy_parcels() {
          assert_eq!(cost(&order(), &rates()), 20);
      }
      """
    ],
    """
    pub fn cost(order: &Order, rates: &Rates) -> u32 {
           ^^^^ checked
        if order.weight > rates.limit {
            return rates.heavy;
        }
        rates.light * order.weight
    }
    """
  ),
  RuleExample(
    "csharp",
    "New, and no test calls it",
    path: "src/Delivery/Shipping.cs",
    baseline: "",
    others: [
      "tests/TaxTests.cs": """
      using Xunit;

      public class TaxTests
      {
          [Fact]
          public void AddsVat()
          {
              Assert.Equal(19, new Tax().Vat(100));
          }
      }
      """
    ],
    """
    namespace Acme.Delivery;

    public class Shipping
    {
        public int Cost(Order order, Rates rates)
                   ^^^^ flagged medium
        {
            if (order.Weight > rates.Limit)
            {
                return rates.Heavy;
            }
            return rates.Light * order.Weight;
        }
    }
    """
  ),
  RuleExample(
    "csharp",
    "A test calls it",
    path: "src/Delivery/Shipping.cs",
    baseline: "",
    others: [
      "tests/ShippingTests.cs": """
      using Acme.Delivery;
      using Xunit;

      public class ShippingTests
      {
          [Fact]
          public void HeavyParcels()
          {
              var shipping = new Shipping();
              Assert.Equal(20, shipping.Cost(new Order(9), new Rates(5, 20, 2)));
          }
      }
      """
    ],
    """
    namespace Acme.Delivery;

    public class Shipping
    {
        public int Cost(Order order, Rates rates)
                   ^^^^ checked
        {
            if (order.Weight > rates.Limit)
            {
                return rates.Heavy;
            }
            return rates.Light * order.Weight;
        }
    }
    """
  ),
  RuleExample(
    "swift",
    "New, and no test calls it",
    path: "Sources/Shop/Shipping.swift",
    baseline: "",
    others: [
      "Tests/ShopTests/TaxTests.swift": """
      import XCTest

      final class TaxTests: XCTestCase {
        func testVat() {
          XCTAssertEqual(Tax().vat(100), 19)
        }
      }
      """
    ],
    """
    struct Shipping {
      func cost(of order: Order, rates: Rates) -> Int {
           ^^^^ flagged medium
        if order.weight > rates.limit {
          return rates.heavy
        }
        return rates.light * order.weight
      }
    }
    """
  ),
  RuleExample(
    "swift",
    "A test calls it",
    path: "Sources/Shop/Shipping.swift",
    baseline: "",
    others: [
      "Tests/ShopTests/ShippingTests.swift": """
      import XCTest

      final class ShippingTests: XCTestCase {
        func testHeavyParcels() {
          let shipping = Shipping()
          XCTAssertEqual(shipping.cost(of: Order(weight: 9), rates: rates), 20)
        }
      }
      """
    ],
    """
    struct Shipping {
      func cost(of order: Order, rates: Rates) -> Int {
           ^^^^ checked
        if order.weight > rates.limit {
          return rates.heavy
        }
        return rates.light * order.weight
      }
    }
    """
  ),
]
