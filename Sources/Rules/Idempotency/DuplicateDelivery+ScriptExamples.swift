extension DuplicateDelivery {
  static let scriptExamples: [RuleExample] = [
    RuleExample(
      "javascript",
      "Every message sends a mail",
      """
      import { Kafka } from 'kafkajs';
      import nodemailer from 'nodemailer';

      const mailer = nodemailer.createTransport({ host: 'mail.example.com' });
      const consumer = new Kafka({ brokers: ['kafka:9092'] }).consumer({ groupId: 'mails' });

      export async function start() {
        await consumer.run({
          eachMessage: async ({ message }) => {
            const order = JSON.parse(message.value.toString());
            await mailer.sendMail({ to: order.email, subject: 'Your order' });
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          },
        });
      }
      """
    ),
    RuleExample(
      "javascript",
      "A webhook that refunds, whoever calls how often",
      """
      import express from 'express';
      import Stripe from 'stripe';

      const stripe = new Stripe(process.env.STRIPE_KEY);
      const app = express();

      app.post('/webhooks/returns', async (req, res) => {
        const event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature'], process.env.SECRET);
        await stripe.refunds.create({ charge: event.data.object.charge });
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
        res.sendStatus(200);
      });
      """
    ),
    RuleExample(
      "javascript",
      "The key is the event's id",
      """
      import express from 'express';
      import Stripe from 'stripe';

      const stripe = new Stripe(process.env.STRIPE_KEY);
      const app = express();

      app.post('/webhooks/returns', async (req, res) => {
        const event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature'], process.env.SECRET);
        await stripe.refunds.create({ charge: event.data.object.charge }, { idempotencyKey: event.id });
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
        res.sendStatus(200);
      });
      """
    ),
    RuleExample(
      "javascript",
      "It asks first, and so may another",
      """
      import { Kafka } from 'kafkajs';
      import nodemailer from 'nodemailer';

      const mailer = nodemailer.createTransport({ host: 'mail.example.com' });
      const consumer = new Kafka({ brokers: ['kafka:9092'] }).consumer({ groupId: 'mails' });

      export async function start(store) {
        await consumer.run({
          eachMessage: async ({ message }) => {
            if (await store.alreadyProcessed(message.key.toString())) return;
            const order = JSON.parse(message.value.toString());
            await mailer.sendMail({ to: order.email, subject: 'Your order' });
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
          },
        });
      }
      """
    ),
    RuleExample(
      "typescript",
      "A queue's processor that pays out",
      """
      import { Process, Processor } from '@nestjs/bull';
      import { Job } from 'bull';
      import Stripe from 'stripe';

      @Processor('payouts')
      export class PayoutProcessor {
        private readonly stripe = new Stripe(process.env.STRIPE_KEY!);

        @Process()
        async payOut(job: Job<{ account: string; amount: number }>) {
          await this.stripe.transfers.create({ destination: job.data.account, amount: job.data.amount, currency: 'eur' });
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
        }
      }
      """
    ),
    RuleExample(
      "typescript",
      "A queue's processor that pays out once",
      """
      import { Process, Processor } from '@nestjs/bull';
      import { Job } from 'bull';
      import Stripe from 'stripe';

      @Processor('payouts')
      export class PayoutProcessor {
        private readonly stripe = new Stripe(process.env.STRIPE_KEY!);

        @Process()
        async payOut(job: Job<{ id: string; account: string; amount: number }>) {
          await this.stripe.transfers.create(
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
            { destination: job.data.account, amount: job.data.amount, currency: 'eur' },
            { idempotencyKey: `payout-${job.data.id}` },
          );
        }
      }
      """
    ),
    RuleExample(
      "php",
      "A job of Laravel's queue",
      #"""
      <?php
      use Illuminate\Contracts\Queue\ShouldQueue;
      use Illuminate\Support\Facades\Mail;

      class SendInvoice implements ShouldQueue
      {
          public int $tries = 5;

          public function handle(): void
          {
              Mail::to($this->order->email)->send(new InvoiceMail($this->order));
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          }
      }
      """#
    ),
    RuleExample(
      "php",
      "A job that enqueuing keeps single",
      #"""
      <?php
      use Illuminate\Contracts\Queue\ShouldBeUnique;
      use Illuminate\Contracts\Queue\ShouldQueue;
      use Illuminate\Support\Facades\Mail;

      class SendInvoice implements ShouldQueue, ShouldBeUnique
      {
          public function handle(): void
          {
              Mail::to($this->order->email)->send(new InvoiceMail($this->order));
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
          }
      }
      """#
    ),
    RuleExample(
      "php",
      "The same value, however often",
      #"""
      <?php
      use Illuminate\Contracts\Queue\ShouldQueue;

      class MarkShipped implements ShouldQueue
      {
          public function handle(): void
          {
              $this->order->update(['status' => 'shipped']);
          }
      }
      """#
    ),
    RuleExample(
      "ruby",
      "A worker that charges",
      """
      require 'sidekiq'
      require 'stripe'

      class ChargeWorker
        include Sidekiq::Job

        def perform(order_id)
          order = Order.find(order_id)
          Stripe::Charge.create(amount: order.total, currency: 'eur', customer: order.customer_id)
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
        end
      end
      """
    ),
    RuleExample(
      "ruby",
      "A worker that charges under the order's key",
      """
      require 'sidekiq'
      require 'stripe'

      class ChargeWorker
        include Sidekiq::Job

        def perform(order_id)
          order = Order.find(order_id)
          Stripe::Charge.create({ amount: order.total, currency: 'eur' }, { idempotency_key: "order-#{order.id}" })
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
        end
      end
      """
    ),
  ]
}
