/// In languages that are tried by running them: Python, JavaScript, TypeScript, Ruby, PHP.
extension TestDoubleInProduction {
  static let dynamicExamples: [RuleExample] = [
    RuleExample(
      "python",
      "A mock serves customers",
      path: "shop/wiring.py",
      """
      from unittest.mock import MagicMock

      from shop.payments import Checkout


      def checkout():
          gateway = MagicMock()
                    ^^^^^^^^^^^ flagged high
          return Checkout(gateway)
      """
    ),
    RuleExample(
      "python",
      "Made-up customers",
      path: "shop/customers.py",
      """
      from faker import Faker

      fake = Faker()
             ^^^^^^^ flagged high


      def customer(customer_id):
          return {"id": customer_id, "name": fake.name()}
      """
    ),
    RuleExample(
      "python",
      "Only on a developer's machine",
      path: "shop/wiring.py",
      """
      from shop.payments import Checkout, FakeGateway, StripeGateway


      def checkout(settings):
          if settings.DEBUG:
              gateway = FakeGateway()
                        ^^^^^^^^^^^^^ checked
          else:
              gateway = StripeGateway(settings.STRIPE_KEY)
          return Checkout(gateway)
      """
    ),
    RuleExample(
      "python",
      "A setting decides",
      path: "shop/wiring.py",
      """
      from shop.mail import MockMailer, SMTPMailer


      def mailer(config):
          if config.mailer == "none":
              return MockMailer()
                     ^^^^^^^^^^^^ unverified
          return SMTPMailer(config.host)
      """
    ),
    RuleExample(
      "python",
      "Under test, nothing is charged",
      path: "shop/charge.py",
      """
      import sys

      import stripe


      def charge(order):
          if "pytest" in sys.modules:
             ^^^^^^^^^^^^^^^^^^^^^^^ flagged high
              return None
          return stripe.Charge.create(amount=order.total, currency="eur", idempotency_key=order.id)
      """
    ),
    RuleExample(
      "python",
      "The key of a test account",
      path: "shop/settings.py",
      """
      import os

      import stripe


      def configure():
          stripe.api_key = os.environ.get("STRIPE_KEY", "sk_test_4eC39HqLyjWDarjtT1zdp7dc")
                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged
      """
    ),
    RuleExample(
      "python",
      "What helps tests",
      path: "shop/testing/doubles.py",
      """
      from unittest.mock import MagicMock


      def gateway():
          return MagicMock(name="gateway")
      """
    ),
    RuleExample(
      "python",
      "A word that has another word in it",
      path: "shop/design.py",
      """
      from shop.render import Mockup, Hammock


      def preview(design):
          return Mockup(design).render(Hammock())
      """
    ),
    RuleExample(
      "javascript",
      "A double without a condition",
      path: "src/wiring.js",
      """
      import { Checkout } from './checkout.js';
      import { FakeGateway } from './gateways.js';

      export function checkout(store) {
        return new Checkout(store, new FakeGateway());
                                   ^^^^^^^^^^^^^^^^^ flagged medium
      }
      """
    ),
    RuleExample(
      "javascript",
      "Under test, nothing is written",
      path: "src/orders.js",
      """
      import Stripe from 'stripe';

      const stripe = new Stripe(process.env.STRIPE_KEY);

      export async function charge(order) {
        if (process.env.NODE_ENV === 'test') {
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          return { id: 'none' };
        }
        return stripe.charges.create({ amount: order.total, currency: 'eur' }, { idempotencyKey: order.id });
      }
      """
    ),
    RuleExample(
      "javascript",
      "Only a log is left out",
      path: "src/server.js",
      """
      import express from 'express';
      import morgan from 'morgan';

      export function server() {
        const app = express();
        if (process.env.NODE_ENV !== 'test') {
          app.use(morgan('combined'));
        }
        return app;
      }
      """
    ),
    RuleExample(
      "typescript",
      "Invented names for real customers",
      path: "src/customers.ts",
      """
      import { faker } from '@faker-js/faker';

      export function customer(id: string): Customer {
        return { id, name: faker.person.fullName() };
                           ^^^^^^^^^^^^^^^^^^^^^^^ flagged high
      }
      """
    ),
    RuleExample(
      "typescript",
      "Behind a guard for development",
      path: "src/mocks-off.ts",
      """
      import { MockGateway, StripeGateway } from './gateways';

      export function gateway(): Gateway {
        return process.env.NODE_ENV === 'development' ? new MockGateway() : new StripeGateway();
      }
      """
    ),
    RuleExample(
      "typescript",
      "Only where it is developed",
      path: "src/wiring.ts",
      """
      import { MockGateway, StripeGateway } from './gateways';

      export function gateway(): Gateway {
        if (process.env.NODE_ENV === 'development') {
          return new MockGateway();
                 ^^^^^^^^^^^^^^^^^ checked
        }
        return new StripeGateway();
      }
      """
    ),
    RuleExample(
      "typescript",
      "Seeds are made up on purpose",
      path: "prisma/seeds/customers.ts",
      """
      import { faker } from '@faker-js/faker';

      export function customer(): Customer {
        return { name: faker.person.fullName() };
      }
      """
    ),
    RuleExample(
      "ruby",
      "A double serves customers",
      path: "app/services/checkout.rb",
      """
      class Checkout
        def gateway
          @gateway ||= FakeGateway.new
                       ^^^^^^^^^^^^^^^ flagged medium
        end
      end
      """
    ),
    RuleExample(
      "ruby",
      "Under test, nothing is sent",
      path: "app/services/receipts.rb",
      """
      class Receipts
        def deliver(order)
          return if Rails.env.test?
                    ^^^^^^^^^^^^^^^ flagged high

          Stripe::Refund.create(charge: order.charge_id)
        end
      end
      """
    ),
    RuleExample(
      "ruby",
      "The real one",
      path: "app/services/checkout.rb",
      """
      class Checkout
        def gateway
          @gateway ||= StripeGateway.new(ENV.fetch("STRIPE_KEY"))
        end
      end
      """
    ),
    RuleExample(
      "php",
      "A double serves customers",
      path: "src/Wiring.php",
      """
      <?php

      final class Wiring
      {
          public function checkout(Orders $orders): Checkout
          {
              return new Checkout($orders, new FakeGateway());
                                           ^^^^^^^^^^^^^^^^^ flagged medium
          }
      }
      """
    ),
    RuleExample(
      "php",
      "A setting decides",
      path: "src/Wiring.php",
      """
      <?php

      final class Wiring
      {
          public function checkout(Orders $orders, array $config): Checkout
          {
              if ($config['gateway'] === 'none') {
                  return new Checkout($orders, new MockGateway());
                                               ^^^^^^^^^^^^^^^^^ unverified
              }
              return new Checkout($orders, new StripeGateway($config['key']));
          }
      }
      """
    ),
  ]
}
