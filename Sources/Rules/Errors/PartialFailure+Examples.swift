extension PartialFailure {
  static let examples: [RuleExample] = [
    RuleExample(
      "python",
      "The card is charged, the row may not be written",
      """
      import stripe
      from shop.models import Order

      def place(cart, card):
          stripe.Charge.create(amount=cart.total, currency="eur", source=card)
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          return Order.objects.create(customer=cart.customer, total=cart.total)
      """
    ),
    RuleExample(
      "python",
      "A second run finds the charge by its key",
      """
      import stripe
      from shop.models import Order

      def place(cart, card):
          stripe.Charge.create(amount=cart.total, currency="eur", source=card, idempotency_key=f"cart-{cart.id}")
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          return Order.objects.create(customer=cart.customer, total=cart.total)
      """
    ),
    RuleExample(
      "python",
      "Two statements, and a failure between them",
      """
      import psycopg2

      def transfer(source, target, amount):
          connection = psycopg2.connect("dbname=bank")
          connection.autocommit = True
          cursor = connection.cursor()
          cursor.execute("UPDATE accounts SET balance = balance - %s WHERE id = %s", (amount, source))
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          cursor.execute("UPDATE accounts SET balance = balance + %s WHERE id = %s", (amount, target))
      """
    ),
    RuleExample(
      "python",
      "Two statements of one transaction",
      """
      import psycopg2

      def transfer(source, target, amount):
          connection = psycopg2.connect("dbname=bank")
          with connection:
              cursor = connection.cursor()
              cursor.execute("UPDATE accounts SET balance = balance - %s WHERE id = %s", (amount, source))
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
              cursor.execute("UPDATE accounts SET balance = balance + %s WHERE id = %s", (amount, target))
      """
    ),
    RuleExample(
      "python",
      "Who was not paid is kept",
      """
      import stripe

      def pay_out(accounts):
          failed = []
          for account in accounts:
              try:
                  stripe.Transfer.create(amount=account.balance, currency="eur", destination=account.stripe_id)
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
              except stripe.StripeError as error:
                  failed.append((account.id, error))
          return failed
      """
    ),
    RuleExample(
      "python",
      "Reads and logs may fail as they like",
      """
      import requests
      from shop.models import Order

      def refresh(order_id):
          order = Order.objects.get(pk=order_id)
          rate = requests.get("https://rates.example.com/eur", timeout=5).json()
          return order.total * rate["value"]
      """
    ),
    RuleExample(
      "python",
      "All at once, and the first failure hides the others",
      """
      import asyncio
      import httpx

      async def notify(orders):
          async with httpx.AsyncClient() as client:
              await asyncio.gather(*[client.post("https://hooks.example.com/orders", json=order.body) for order in orders])
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
      """
    ),
  ]
}
