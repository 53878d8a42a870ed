extension PartialFailure {
  static let scriptExamples: [RuleExample] = [
    RuleExample(
      "javascript",
      "Charged, and not yet in the database",
      """
      import Stripe from 'stripe';
      import { PrismaClient } from '@prisma/client';

      const stripe = new Stripe(process.env.STRIPE_KEY);
      const prisma = new PrismaClient();

      export async function checkout(cart) {
        const intent = await stripe.paymentIntents.create({ amount: cart.total, currency: 'eur', confirm: true });
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
        return prisma.order.create({ data: { customer: cart.customer, intent: intent.id } });
      }
      """
    ),
    RuleExample(
      "javascript",
      "All transfers at once",
      """
      import Stripe from 'stripe';

      const stripe = new Stripe(process.env.STRIPE_KEY);

      export async function payOut(accounts) {
        await Promise.all(accounts.map((a) => stripe.transfers.create({ amount: a.amount, destination: a.id })));
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
      }
      """
    ),
    RuleExample(
      "javascript",
      "All transfers at once, and each answer is looked at",
      """
      import Stripe from 'stripe';

      const stripe = new Stripe(process.env.STRIPE_KEY);

      export async function payOut(accounts) {
        const results = await Promise.allSettled(accounts.map((a) => stripe.transfers.create({ amount: a.amount, destination: a.id })));
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
        return results.filter((result) => result.status === 'rejected');
      }
      """
    ),
    RuleExample(
      "typescript",
      "Somebody's charge and our row",
      """
      import { PrismaClient } from '@prisma/client';

      const prisma = new PrismaClient();

      export class Checkout {
        constructor(private readonly gateway: Gateway) {}

        async place(cart: Cart) {
          await this.gateway.charge(cart.total);
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
          return prisma.order.create({ data: { customer: cart.customer } });
        }
      }
      """
    ),
    RuleExample(
      "typescript",
      "The charge comes before the order",
      """
      import Stripe from 'stripe';
      import { PrismaClient } from '@prisma/client';

      const stripe = new Stripe(process.env.STRIPE_KEY!);
      const prisma = new PrismaClient();

      export async function renew(subscription: Subscription): Promise<void> {
        await stripe.charges.create({ amount: subscription.price, currency: 'eur', customer: subscription.customer });
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
        await prisma.subscription.create({ data: { customer: subscription.customer, until: subscription.next } });
      }
      """
    ),
    RuleExample(
      "php",
      "Charged, and then saved",
      #"""
      <?php
      use Illuminate\Support\Facades\DB;
      use Stripe\StripeClient;

      class Checkout
      {
          public function __construct(private StripeClient $stripe) {}

          public function place(Cart $cart): void
          {
              $this->stripe->charges->create(['amount' => $cart->total, 'currency' => 'eur']);
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
              DB::table('orders')->insert(['customer' => $cart->customer, 'total' => $cart->total]);
          }
      }
      """#
    ),
    RuleExample(
      "php",
      "Two statements of one transaction",
      #"""
      <?php
      use Illuminate\Support\Facades\DB;

      class Accounts
      {
          public function move(int $from, int $to, int $amount): void
          {
              DB::transaction(function () use ($from, $to, $amount) {
                  DB::update('UPDATE accounts SET balance = balance - ? WHERE id = ?', [$amount, $from]);
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
                  DB::update('UPDATE accounts SET balance = balance + ? WHERE id = ?', [$amount, $to]);
              });
          }
      }
      """#
    ),
    RuleExample(
      "ruby",
      "Charged before the order is there",
      """
      require 'stripe'

      class Checkout
        def place(cart)
          Stripe::Charge.create(amount: cart.total, currency: 'eur', source: cart.card)
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          Order.create!(customer: cart.customer, total: cart.total)
        end
      end
      """
    ),
    RuleExample(
      "ruby",
      "Charged under a key",
      """
      require 'stripe'

      class Checkout
        def place(cart)
          Stripe::Charge.create({ amount: cart.total, currency: 'eur' }, { idempotency_key: "cart-#{cart.id}" })
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          Order.create!(customer: cart.customer, total: cart.total)
        end
      end
      """
    ),
  ]
}
