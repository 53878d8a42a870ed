extension LanguageExamples {
  /// Tests in RSpec and Minitest.
  static let rubyTests: [RuleID: [RuleExample]] = [
    .assertionFreeTest: [
      RuleExample(
        "ruby",
        "The result goes nowhere",
        path: "spec/invoice_spec.rb",
        #"""
        RSpec.describe Invoice do
          it "adds tax" do
             ^^^^^^^^^^ flagged medium
            invoice = Invoice.new(net: 100, tax: 19)
            invoice.total
          end

          it "is paid" do
             ^^^^^^^^^ checked
            expect(Invoice.new(net: 0)).to be_paid
          end
        end
        """#
      ),
      RuleExample(
        "ruby",
        "A test case, one test of it empty",
        path: "test/order_test.rb",
        #"""
        class OrderTest < ActiveSupport::TestCase
          def test_cancel
              ^^^^^^^^^^^ flagged high
          end

          def test_ship
              ^^^^^^^^^ checked
            order = Order.new
            order.ship
            assert order.shipped?
          end
        end
        """#
      ),
      RuleExample(
        "ruby",
        "A double that must have been called",
        path: "spec/shipping_spec.rb",
        """
        RSpec.describe Shipping do
          it "tells the carrier" do
             ^^^^^^^^^^^^^^^^^^^ checked
            carrier = instance_double("Carrier", book: true)
            Shipping.new(carrier).ship(3)
            expect(carrier).to have_received(:book).with(3)
          end
        end
        """
      ),
    ],
    .tautologicalTest: [
      RuleExample(
        "ruby",
        "What is expected is calculated by the call that is tested",
        path: "spec/price_spec.rb",
        #"""
        RSpec.describe Price do
          it "takes the discount off" do
            expect(Price.with_discount(100, 10)).to eq(Price.with_discount(100, 10))
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          end

          it "knows the price" do
             ^^^^^^^^^^^^^^^^^ checked
            expect(Price.with_discount(100, 10)).to eq(90)
          end
        end
        """#
      ),
      RuleExample(
        "ruby",
        "A constant with itself",
        path: "test/queue_test.rb",
        #"""
        class QueueTest < Minitest::Test
          def test_drains
            Queue.drain
            assert true
            ^^^^^^^^^^^ flagged high
          end
        end
        """#
      ),
      RuleExample(
        "ruby",
        "The expected value is written down",
        path: "test/total_test.rb",
        """
        class TotalTest < Minitest::Test
          def test_adds_tax
              ^^^^^^^^^^^^^ checked
            assert_equal 119, Total.with_tax(100)
          end
        end
        """
      ),
    ],
  ]
}
