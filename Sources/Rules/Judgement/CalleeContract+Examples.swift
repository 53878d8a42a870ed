extension CalleeContract {
  static let shown: [RuleExample] = [
    RuleExample(
      "python",
      "Money moves, and nobody looks",
      """
      from .billing import gateway

      def close(order):
          gateway.charge(order.customer, order.amount)
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
          order.closed = True
          order.save()
      """
    ),
    RuleExample(
      "python",
      "What it gives is looked at",
      """
      from .billing import gateway

      def close(order):
          receipt = gateway.charge(order.customer, order.amount)
          if not receipt.accepted:
              raise PaymentRefused(order)
          order.closed = True
      """
    ),
    RuleExample(
      "python",
      "The request names the function",
      """
      import importlib

      def run(request):
          module = importlib.import_module(request.args["report"])
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
          return module.main()
      """
    ),
    RuleExample(
      "python",
      "A name that is looked up first",
      """
      import importlib

      def run(request, known):
          name = request.args["report"]
          module = importlib.import_module(known[name])
          return module.main()
      """
    ),
    RuleExample(
      "javascript",
      "A refund that nobody hears of",
      """
      import { payments } from "./payments.js";

      export function cancel(order) {
        order.state = "cancelled";
        payments.refundOrder(order.id);
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
      }
      """
    ),
    RuleExample(
      "javascript",
      "What came of it is kept",
      """
      import { payments } from "./payments.js";

      export async function cancel(order) {
        const refund = await payments.refundOrder(order.id);
        order.refund = refund.id;
      }
      """
    ),
    RuleExample(
      "typescript",
      "A charge on the side",
      """
      import { billing } from "./billing";

      export async function renew(subscription: Subscription): Promise<void> {
        await billing.chargeCustomer(subscription.customer, subscription.amount);
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
        subscription.renewedAt = new Date();
      }
      """
    ),
    RuleExample(
      "typescript",
      "The function stands in this file",
      """
      async function chargeCustomer(customer: Customer, amount: number): Promise<void> {
        customer.open += amount;
      }

      export async function renew(subscription: Subscription): Promise<void> {
        await chargeCustomer(subscription.customer, subscription.amount);
      }
      """
    ),
    RuleExample(
      "java",
      "A payout by somebody else's code",
      """
      class Payouts {
        private final Bank bank;
        void settle(Seller seller) {
          bank.payoutTo(seller.account(), seller.open());
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
          seller.clear();
        }
      }
      """
    ),
    RuleExample(
      "java",
      "What it answers decides",
      """
      class Payouts {
        private final Bank bank;
        void settle(Seller seller) {
          Receipt receipt = bank.payoutTo(seller.account(), seller.open());
          if (receipt.isBooked()) {
            seller.clear();
          }
        }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "A charge whose answer is dropped",
      """
      class Renewal(private val wallet: Wallet) {
        fun renew(plan: Plan) {
          wallet.chargePlan(plan.owner, plan.amount)
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
          plan.extend()
        }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "A charge whose answer is used",
      """
      class Renewal(private val wallet: Wallet) {
        fun renew(plan: Plan): Receipt {
          return wallet.chargePlan(plan.owner, plan.amount)
        }
      }
      """
    ),
    RuleExample(
      "go",
      "A charge that gives nothing back",
      """
      package billing

      func close(order *Order, gate Gate) {
      	gate.ChargeCard(order.Card, order.Amount)
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
      	order.Closed = true
      }
      """
    ),
    RuleExample(
      "go",
      "A charge whose error is looked at",
      """
      package billing

      func close(order *Order, gate Gate) error {
      	if err := gate.ChargeCard(order.Card, order.Amount); err != nil {
      		return err
      	}
      	order.Closed = true
      	return nil
      }
      """
    ),
    RuleExample(
      "swift",
      "A refund on the way out",
      """
      struct Returns {
        let bank: Bank
        func accept(_ parcel: Parcel) {
          bank.refundOrder(parcel.order)
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
          parcel.close()
        }
      }
      """
    ),
    RuleExample(
      "swift",
      "A refund that says what it did",
      """
      struct Returns {
        let bank: Bank
        func accept(_ parcel: Parcel) throws -> Receipt {
          try bank.refundOrder(parcel.order)
        }
      }
      """
    ),
    RuleExample(
      "csharp",
      "A charge without an answer",
      """
      public class Renewals {
        private readonly IWallet _wallet;
        public void Renew(Plan plan) {
          _wallet.ChargePlan(plan.Owner, plan.Amount);
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
          plan.Extend();
        }
      }
      """
    ),
    RuleExample(
      "csharp",
      "A charge whose answer is looked at",
      """
      public class Renewals {
        private readonly IWallet _wallet;
        public bool Renew(Plan plan) {
          var receipt = _wallet.ChargePlan(plan.Owner, plan.Amount);
          return receipt.Accepted;
        }
      }
      """
    ),
    RuleExample(
      "ruby",
      "The request names the method",
      """
      class ReportsController < ApplicationController
        def show
          report = Report.find(params[:id])
          report.public_send(params[:format_name])
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
        end
      end
      """
    ),
    RuleExample(
      "ruby",
      "One of two methods, by name",
      """
      class ReportsController < ApplicationController
        def show
          report = Report.find(params[:id])
          params[:wide] ? report.wide : report.narrow
        end
      end
      """
    ),
    RuleExample(
      "php",
      "Whatever the caller names",
      """
      <?php
      class Hooks {
          public function run(string $action, array $payload): void {
              call_user_func($action, $payload);
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
          }
      }
      """
    ),
    RuleExample(
      "php",
      "A name that is compared first",
      """
      <?php
      class Hooks {
          public function run(string $action, array $payload): void {
              if (!in_array($action, self::KNOWN, true)) {
                  throw new InvalidArgumentException($action);
              }
              call_user_func($action, $payload);
          }
      }
      """
    ),
    RuleExample(
      "rust",
      "A refund whose answer is dropped",
      """
      fn accept(parcel: &mut Parcel, bank: &Bank) {
          bank.refund_order(parcel.order);
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
          parcel.close();
      }
      """
    ),
    RuleExample(
      "rust",
      "A refund that may fail, and says so",
      """
      fn accept(parcel: &mut Parcel, bank: &Bank) -> Result<(), BankError> {
          bank.refund_order(parcel.order)?;
          parcel.close();
          Ok(())
      }
      """
    ),
  ]
}
