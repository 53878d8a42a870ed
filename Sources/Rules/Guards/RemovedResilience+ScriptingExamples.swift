extension RemovedResilience {
  static let scriptingExamples: [RuleExample] = [
    RuleExample(
      "python",
      "What gave the channel back in every case is gone",
      baseline: """
        def print_label(depot, parcel):
            channel = depot.open_channel(parcel.printer)
            try:
                channel.send(parcel.label)
            finally:
                channel.close()
        """,
      """
      def print_label(depot, parcel):
          channel = depot.open_channel(parcel.printer)
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          channel.send(parcel.label)
      """
    ),
    RuleExample(
      "python",
      "The scope holds the channel now",
      baseline: """
        def print_label(depot, parcel):
            channel = depot.open_channel(parcel.printer)
            try:
                channel.send(parcel.label)
            finally:
                channel.close()
        """,
      """
      def print_label(depot, parcel):
          with depot.open_channel(parcel.printer) as channel:
              channel.send(parcel.label)
      """
    ),
    RuleExample(
      "python",
      "Given back where nothing fails before",
      baseline: """
        def print_label(depot, parcel):
            channel = depot.open_channel(parcel.printer)
            try:
                channel.send(parcel.label)
            finally:
                channel.close()
        """,
      """
      def print_label(depot, parcel):
          channel = depot.open_channel(parcel.printer)
          channel.send(parcel.label)
          channel.close()
          ^^^^^^^^^^^^^^^ unverified
      """
    ),
    RuleExample(
      "python",
      "The key by which a repeat is known is gone",
      diff: """
         import stripe

         def pay(order, attempt_id):
             return stripe.Charge.create(
        +           ^^^^^^^^^^^^^^^^^^^^^ flagged high
                 amount=order.total,
                 currency=order.currency,
        -        idempotency_key=attempt_id,
             )
        """
    ),
    RuleExample(
      "python",
      "Tried once",
      diff: """
         import requests
         from tenacity import retry, stop_after_attempt

        -@retry(stop=stop_after_attempt(3))
         def notify(order):
             return requests.put(f"https://hooks.internal/{order.id}", json=order.data, timeout=5)
        +           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
        """
    ),
    RuleExample(
      "python",
      "A hundred times as often",
      diff: """
         import requests
         from tenacity import retry, stop_after_attempt

        -@retry(stop=stop_after_attempt(3))
        +@retry(stop=stop_after_attempt(300))
        + ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
         def notify(order):
             return requests.put(f"https://hooks.internal/{order.id}", json=order.data, timeout=5)
        """
    ),
    RuleExample(
      "python",
      "The retry is a loop now",
      diff: """
         import requests
         from tenacity import retry, stop_after_attempt

        -@retry(stop=stop_after_attempt(3))
         def notify(order):
        +    ^^^^^^ checked
        -    return requests.put(f"https://hooks.internal/{order.id}", json=order.data, timeout=5)
        +    for attempt in range(3):
        +        try:
        +            return requests.put(f"https://hooks.internal/{order.id}", json=order.data, timeout=5)
        +        except requests.RequestException:
        +            if attempt == 2:
        +                raise
        """
    ),
    RuleExample(
      "python",
      "Gone with the whole integration",
      diff: """
         import requests
         from tenacity import retry, stop_after_attempt

        -@retry(stop=stop_after_attempt(3))
         def notify(order, queue):
        -    return requests.put(f"https://hooks.internal/{order.id}", json=order.data, timeout=5)
        +    order.notified = True
        """
    ),
    RuleExample(
      "python",
      "Another decorator may do it",
      diff: """
         import requests
         from tenacity import retry, stop_after_attempt

         from .net import resilient_call

        -@retry(stop=stop_after_attempt(3))
        +@guarded_call
        + ^^^^^^^^^^^^ unverified
         def notify(order):
             return requests.put(f"https://hooks.internal/{order.id}", json=order.data, timeout=5)
        """
    ),
    RuleExample(
      "typescript",
      "Called past the breaker",
      diff: """
         import CircuitBreaker from "opossum";

         const ratesBreaker = new CircuitBreaker(fetchRates, { timeout: 3000 });

         export async function rates(currency: string) {
        -  return ratesBreaker.fire(currency);
        +  return fetchRates(currency);
        +         ^^^^^^^^^^^^^^^^^^^^ flagged medium
         }
        """
    ),
    RuleExample(
      "typescript",
      "A wrapper that is not in reach",
      diff: """
         import pRetry from "p-retry";

         export async function notify(order: Order) {
        -  await pRetry(() => hooks.send(order.id), { retries: 3 });
        +  await persistently(() => hooks.send(order.id));
        +        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
         }
        """
    ),
    RuleExample(
      "typescript",
      "The same, written over several lines",
      diff: """
         import Stripe from "stripe";

         const stripe = new Stripe(process.env.KEY as string);

         export async function pay(order: Order, attempt: string) {
        +                      ^^^ checked
        -  return stripe.paymentIntents.create({ amount: order.total }, { idempotencyKey: attempt });
        +  const options = { idempotencyKey: attempt };
        +  return stripe.paymentIntents.create({ amount: order.total }, options);
         }
        """
    ),
    RuleExample(
      "javascript",
      "The key is gone",
      diff: """
         import Stripe from "stripe";

         const stripe = new Stripe(process.env.KEY);

         export async function pay(order, attempt) {
        -  return stripe.paymentIntents.create({ amount: order.total }, { idempotencyKey: attempt });
        +  return stripe.paymentIntents.create({ amount: order.total });
        +         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
         }
        """
    ),
    RuleExample(
      "javascript",
      "Fewer attempts",
      diff: """
         import pRetry from "p-retry";

         export async function notify(order) {
        +                      ^^^^^^ checked
        -  await pRetry(() => hooks.send(order.id), { retries: 5 });
        +  await pRetry(() => hooks.send(order.id), { retries: 3 });
         }
        """
    ),
    RuleExample(
      "ruby",
      "The key is gone",
      diff: """
         require "stripe"

         class Payments
           def pay(order, attempt)
        -    Stripe::PaymentIntent.create({ amount: order.total }, { idempotency_key: attempt })
        +    Stripe::PaymentIntent.create({ amount: order.total })
        +    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
           end
         end
        """
    ),
    RuleExample(
      "ruby",
      "The same over several lines",
      diff: """
         require "stripe"

         class Payments
           def pay(order, attempt)
        +      ^^^ checked
        -    Stripe::PaymentIntent.create({ amount: order.total }, { idempotency_key: attempt })
        +    Stripe::PaymentIntent.create(
        +      { amount: order.total, currency: "eur" },
        +      { idempotency_key: attempt }
        +    )
           end
         end
        """
    ),
    RuleExample(
      "php",
      "The request is not tried again",
      diff: #"""
         <?php

         use Illuminate\Support\Facades\Http;

         class Rates
         {
             public function load(string $currency): array
             {
        -        return Http::retry(3, 100)->timeout(5)->get('https://rates.internal/' . $currency)->json();
        +        return Http::timeout(5)->get('https://rates.internal/' . $currency)->json();
        +               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
             }
         }
        """#
    ),
    RuleExample(
      "php",
      "Tried again in another order",
      diff: #"""
         <?php

         use Illuminate\Support\Facades\Http;

         class Rates
         {
             public function load(string $currency): array
        +                    ^^^^ checked
             {
        -        return Http::retry(3, 100)->timeout(5)->get('https://rates.internal/' . $currency)->json();
        +        return Http::timeout(5)->retry(3, 100)->get('https://rates.internal/' . $currency)->json();
             }
         }
        """#
    ),
    RuleExample(
      "typescript",
      "Three thousand attempts",
      diff: """
         import pRetry from "p-retry";

         export async function notify(order: Order) {
        -  await pRetry(() => hooks.send(order.id), { retries: 3 });
        +  await pRetry(() => hooks.send(order.id), { retries: 3000 });
        +                                             ^^^^^^^^^^^^^ flagged medium
         }
        """
    ),
    RuleExample(
      "typescript",
      "A line more, and the retry stands",
      diff: """
         import pRetry from "p-retry";

         export async function notify(order: Order) {
        +                      ^^^^^^ checked
        +  console.info("notify", order.id);
           await pRetry(() => hooks.send(order.id), { retries: 3 });
         }
        """
    ),
  ]
}
