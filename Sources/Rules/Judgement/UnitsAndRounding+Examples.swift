extension UnitsAndRounding {
  static let shown: [RuleExample] = [
    RuleExample(
      "python",
      "An amount for a payment service, in hundredths",
      """
      def charge(order, gateway):
          cents = int(order.price * 100)
                      ^^^^^^^^^^^^^^^^^ unverified
          return gateway.create(amount=cents, currency=order.currency)
      """
    ),
    RuleExample(
      "python",
      "Tax by a binary fraction, rounded",
      """
      def with_tax(order, rate):
          return round(order.subtotal * rate, 2)
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
      """
    ),
    RuleExample(
      "python",
      "A type that keeps the scale",
      """
      from decimal import Decimal, ROUND_HALF_UP

      def with_tax(order, rate):
          gross = Decimal(order.subtotal) * rate
          return gross.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
      """
    ),
    RuleExample(
      "python",
      "Milliseconds where seconds are meant",
      """
      def wait_for(job, limit_ms):
          job.timeout_seconds = limit_ms
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
          return job.run()
      """
    ),
    RuleExample(
      "python",
      "A share, not an amount",
      """
      def completion(done, total):
          return round(done / total * 100)
      """
    ),
    RuleExample(
      "javascript",
      "A price from a text",
      """
      export function lineTotal(item) {
        const price = parseFloat(item.price);
                      ^^^^^^^^^^^^^^^^^^^^^^ unverified
        return price * item.quantity;
      }
      """
    ),
    RuleExample(
      "javascript",
      "Whole cents all the way",
      """
      export function lineTotal(item) {
        return item.unitCents * item.quantity;
      }
      """
    ),
    RuleExample(
      "javascript",
      "How much of it is done",
      """
      export function percent(done, all) {
        return Math.round((done / all) * 100);
      }
      """
    ),
    RuleExample(
      "typescript",
      "A bill is split",
      """
      export function perGuest(bill: { total: number; amount: number }, guests: number): number {
        return bill.amount / guests;
               ^^^^^^^^^^^^^^^^^^^^ unverified
      }
      """
    ),
    RuleExample(
      "typescript",
      "The unit is the same on both sides",
      """
      export function isSlow(elapsedMs: number, limitMs: number): boolean {
        return elapsedMs > limitMs;
      }
      """
    ),
    RuleExample(
      "java",
      "A discount as a double",
      """
      class Pricing {
        double discounted(Item item) {
          return item.getPrice() * 0.85;
                 ^^^^^^^^^^^^^^^^^^^^^^ unverified
        }
      }
      """
    ),
    RuleExample(
      "java",
      "Scale and rounding are stated",
      """
      import java.math.BigDecimal;
      import java.math.RoundingMode;

      class Pricing {
        BigDecimal discounted(Item item) {
          return item.getPrice().multiply(new BigDecimal("0.85")).setScale(2, RoundingMode.HALF_UP);
        }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "Euros become cents",
      """
      class Checkout(private val gateway: Gateway) {
        fun pay(order: Order) {
          val cents = (order.price * 100).toLong()
                       ^^^^^^^^^^^^^^^^^ unverified
          gateway.submit(cents)
        }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "An exact type",
      """
      import java.math.BigDecimal

      class Checkout(private val gateway: Gateway) {
        fun pay(price: BigDecimal) {
          gateway.submit(price * BigDecimal(100))
        }
      }
      """
    ),
    RuleExample(
      "go",
      "Seconds are compared with milliseconds",
      """
      package limits

      func tooSlow(elapsedMs int64, limitSeconds int64) bool {
      	return elapsedMs > limitSeconds
              ^^^^^^^^^^^^^^^^^^^^^^^^ unverified
      }
      """
    ),
    RuleExample(
      "go",
      "The conversion is written down",
      """
      package limits

      func tooSlow(elapsedMs int64, limitSeconds int64) bool {
      	limitMs := limitSeconds * 1000
      	return elapsedMs > limitMs
      }
      """
    ),
    RuleExample(
      "swift",
      "Cents for the service",
      """
      struct Checkout {
        func submit(price: Double) -> Int {
          Int((price * 100).rounded())
               ^^^^^^^^^^^ unverified
        }
      }
      """
    ),
    RuleExample(
      "swift",
      "A decimal keeps its scale",
      """
      import Foundation

      struct Checkout {
        func submit(price: Decimal) -> Decimal {
          price * 100
        }
      }
      """
    ),
    RuleExample(
      "csharp",
      "A price times a binary fraction",
      """
      public class Pricing {
        public double Gross(Item item) {
          return item.Price * 1.19;
                 ^^^^^^^^^^^^^^^^^ unverified
        }
      }
      """
    ),
    RuleExample(
      "csharp",
      "A decimal, by its literal",
      """
      public class Pricing {
        public decimal Gross(Item item) {
          return item.Price * 1.19m;
        }
      }
      """
    ),
    RuleExample(
      "ruby",
      "Hundredths of whatever the currency is",
      """
      class Payment < ApplicationRecord
        def gateway_amount
          (price * 100).to_i
           ^^^^^^^^^^^ unverified
        end
      end
      """
    ),
    RuleExample(
      "ruby",
      "The money says how",
      """
      class Payment < ApplicationRecord
        def gateway_amount
          Money.from_amount(price, currency).cents
        end
      end
      """
    ),
    RuleExample(
      "php",
      "A total split over months",
      """
      <?php
      class Plans {
          public function rate(Contract $contract, int $months): float {
              return round($contract->amount / $months, 2);
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
          }
      }
      """
    ),
    RuleExample(
      "php",
      "Arithmetic on texts that are numbers",
      """
      <?php
      class Plans {
          public function rate(Contract $contract, string $months): string {
              return bcdiv($contract->amount, $months, 2);
          }
      }
      """
    ),
    RuleExample(
      "rust",
      "A fee by a binary fraction",
      """
      fn with_fee(order: &Order) -> f64 {
          order.price * 1.029
          ^^^^^^^^^^^^^^^^^^^ unverified
      }
      """
    ),
    RuleExample(
      "rust",
      "Whole units",
      """
      use rust_decimal::Decimal;

      fn with_fee(price: Decimal, fee: Decimal) -> Decimal {
          price * fee
      }
      """
    ),
  ]
}
