extension DataSource {
  static let shown: [RuleExample] = [
    RuleExample(
      "python",
      "The tax rate stands in the code",
      """
      TAX_RATE = 0.19

      def gross(order):
          return order.net * TAX_RATE
                             ^^^^^^^^ unverified
      """
    ),
    RuleExample(
      "python",
      "A default in case the real rate is missing",
      """
      def gross(order, settings):
          rate = settings.get("tax_rate", 0.19)
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
          return order.net * (1 + rate)
      """
    ),
    RuleExample(
      "python",
      "The rate comes with the order",
      """
      def gross(order, rates):
          return order.net * rates.for_country(order.country)
      """
    ),
    RuleExample(
      "python",
      "A limit of the program's own",
      """
      def page(items, number):
          page_size = 50
          return items[number * page_size:(number + 1) * page_size]
      """
    ),
    RuleExample(
      "javascript",
      "A table of rates",
      """
      export function convert(amount, currency) {
        const exchangeRates = { EUR: 1.08, GBP: 1.27, CHF: 1.12 };
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
        return amount * exchangeRates[currency];
      }
      """
    ),
    RuleExample(
      "javascript",
      "A service is asked",
      """
      export async function convert(amount, currency, rates) {
        const rate = await rates.current(currency);
        return amount * rate;
      }
      """
    ),
    RuleExample(
      "typescript",
      "A default that looks like the real thing",
      """
      export function shipping(config: Config, weight: number): number {
        const rate = config.shippingRate ?? 4.9;
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
        return rate * weight;
      }
      """
    ),
    RuleExample(
      "typescript",
      "What an interface needs",
      """
      export function layout(options: Options): number {
        const rowHeight = options.rowHeight ?? 24;
        return rowHeight * options.rows;
      }
      """
    ),
    RuleExample(
      "java",
      "Delivery in three days, says the code",
      """
      class Delivery {
        Promise promise(Order order) {
          int deliveryDays = 3;
              ^^^^^^^^^^^^^^^^ unverified
          return new Promise(order, deliveryDays);
        }
      }
      """
    ),
    RuleExample(
      "java",
      "The carrier is asked",
      """
      class Delivery {
        private final Carrier carrier;
        Promise promise(Order order) {
          int days = carrier.daysTo(order.getCountry());
          return new Promise(order, days);
        }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "A fee from a constant",
      """
      private const val BOOKING_FEE = 2.5

      class Tickets {
        fun total(seats: Int, net: Double): Double {
          return net * seats + BOOKING_FEE
                               ^^^^^^^^^^^ unverified
        }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "A fee from the contract",
      """
      class Tickets(private val contract: Contract) {
        fun total(seats: Int, net: Double): Double {
          return net * seats + contract.bookingCharge(seats)
        }
      }
      """
    ),
    RuleExample(
      "go",
      "An interest rate in the code",
      """
      package loans

      const InterestRate = 0.045

      func monthly(principal float64) float64 {
      	interestRate := 0.045
       ^^^^^^^^^^^^^^^^^^^^^ unverified
      	return principal * interestRate / 12
      }
      """
    ),
    RuleExample(
      "go",
      "An interest rate that is handed in",
      """
      package loans

      func monthly(principal float64, terms Terms) float64 {
      	return principal * terms.Yearly() / 12
      }
      """
    ),
    RuleExample(
      "swift",
      "A rate that somebody once looked up",
      """
      struct Exchange {
        func inEuros(_ dollars: Double) -> Double {
          let exchangeRate = 0.92
          ^^^^^^^^^^^^^^^^^^^^^^^ unverified
          return dollars * exchangeRate
        }
      }
      """
    ),
    RuleExample(
      "swift",
      "A rate with its day",
      """
      struct Exchange {
        let rates: RateTable
        func inEuros(_ dollars: Double, on day: Day) -> Double {
          dollars * rates.rate(from: .usd, on: day)
        }
      }
      """
    ),
    RuleExample(
      "csharp",
      "Value added tax, by a constant",
      """
      public class Invoices {
        private const decimal VAT_RATE = 0.2m;
        public decimal Tax(Invoice invoice) {
          return invoice.Net * VAT_RATE;
                               ^^^^^^^^ unverified
        }
      }
      """
    ),
    RuleExample(
      "csharp",
      "Value added tax, by the law of the day",
      """
      public class Invoices {
        private readonly ITaxTable _table;
        public decimal Tax(Invoice invoice) {
          return invoice.Net * _table.For(invoice.Country, invoice.Date);
        }
      }
      """
    ),
    RuleExample(
      "ruby",
      "A commission that others negotiate",
      """
      class Payout
        COMMISSION = 0.12
        def net(sale)
          sale.total - sale.total * COMMISSION
                                    ^^^^^^^^^^ unverified
        end
      end
      """
    ),
    RuleExample(
      "ruby",
      "A commission of the contract",
      """
      class Payout
        def net(sale)
          sale.total - sale.total * sale.contract.share
        end
      end
      """
    ),
    RuleExample(
      "php",
      "A surcharge as a default",
      """
      <?php
      class Shipping {
          public function cost(array $config, float $weight): float {
              $surcharge = $config['surcharge'] ?? 3.5;
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
              return $weight + $surcharge;
          }
      }
      """
    ),
    RuleExample(
      "php",
      "A page of the list",
      """
      <?php
      class Listing {
          public function page(array $config): int {
              return $config['rows'] ?? 25;
          }
      }
      """
    ),
    RuleExample(
      "rust",
      "A late fee that is written down",
      """
      fn due(invoice: &Invoice) -> i64 {
          let late_fee = 1500;
          ^^^^^^^^^^^^^^^^^^^^ unverified
          invoice.open + late_fee
      }
      """
    ),
    RuleExample(
      "rust",
      "A late fee of the tariff",
      """
      fn due(invoice: &Invoice, tariff: &Tariff) -> i64 {
          invoice.open + tariff.late(invoice.days)
      }
      """
    ),
  ]
}
