extension DuplicateDelivery {
  static let examples: [RuleExample] = [
    RuleExample(
      "python",
      "A job that charges, and that runs again when its worker dies",
      """
      import stripe
      from celery import shared_task
      from shop.models import Order

      @shared_task(acks_late=True)
      def charge_order(order_id):
          order = Order.objects.get(pk=order_id)
          stripe.Charge.create(amount=order.total, currency="eur", customer=order.customer_id)
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          order.charged = True
          order.save()
      """
    ),
    RuleExample(
      "python",
      "The key is the order's own",
      """
      import stripe
      from celery import shared_task
      from shop.models import Order

      @shared_task(acks_late=True)
      def charge_order(order_id):
          order = Order.objects.get(pk=order_id)
          stripe.Charge.create(amount=order.total, currency="eur", customer=order.customer_id, idempotency_key=f"order-{order_id}")
          ^^^^^^^^^^^^^^^^^^^^ checked
      """
    ),
    RuleExample(
      "python",
      "A new key for each delivery",
      """
      import uuid
      import stripe
      from celery import shared_task

      @shared_task
      def charge_order(order_id, amount, customer):
          key = str(uuid.uuid4())
          stripe.Charge.create(amount=amount, currency="eur", customer=customer, idempotency_key=key)
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
      """
    ),
    RuleExample(
      "python",
      "The order says that it was charged, and two may read that at once",
      """
      import stripe
      from celery import shared_task
      from shop.models import Order

      @shared_task
      def charge_order(order_id):
          order = Order.objects.get(pk=order_id)
          if order.charged_at is not None:
              return
          stripe.Charge.create(amount=order.total, currency="eur", customer=order.customer_id)
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
          order.mark_charged()
      """
    ),
    RuleExample(
      "python",
      "Each message of the queue makes a row",
      """
      import json
      import boto3
      import psycopg2

      sqs = boto3.client("sqs")
      connection = psycopg2.connect("dbname=shop")

      def consume(queue_url):
          while True:
              answer = sqs.receive_message(QueueUrl=queue_url, WaitTimeSeconds=20)
              for message in answer.get("Messages", []):
                  body = json.loads(message["Body"])
                  cursor = connection.cursor()
                  cursor.execute("INSERT INTO payments (account, amount) VALUES (%s, %s)", (body["account"], body["amount"]))
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
                  connection.commit()
                  sqs.delete_message(QueueUrl=queue_url, ReceiptHandle=message["ReceiptHandle"])
      """
    ),
    RuleExample(
      "python",
      "A message is deleted before its work is done",
      """
      import json
      import boto3
      import requests

      sqs = boto3.client("sqs")

      def consume(queue_url):
          answer = sqs.receive_message(QueueUrl=queue_url, WaitTimeSeconds=20)
          for message in answer.get("Messages", []):
              sqs.delete_message(QueueUrl=queue_url, ReceiptHandle=message["ReceiptHandle"])
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
              body = json.loads(message["Body"])
              requests.put(f"https://erp.example.com/orders/{body['id']}", json=body, timeout=5)
      """
    ),
    RuleExample(
      "python",
      "The first delivery alone gets the name in Redis",
      """
      import redis
      import stripe
      from flask import Flask, request

      app = Flask(__name__)
      store = redis.Redis()

      @app.route("/webhooks/orders", methods=["POST"])
      def orders_webhook():
          event = request.get_json()
          if not store.set(f"event:{event['id']}", 1, nx=True, ex=86400):
              return "", 200
          stripe.Refund.create(charge=event["charge"])
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          return "", 200
      """
    ),
    RuleExample(
      "python",
      "The same without the name",
      """
      import stripe
      from flask import Flask, request

      app = Flask(__name__)

      @app.route("/webhooks/orders", methods=["POST"])
      def orders_webhook():
          event = request.get_json()
          stripe.Refund.create(charge=event["charge"])
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          return "", 200
      """
    ),
    RuleExample(
      "python",
      "Acknowledged as soon as it is sent",
      """
      import pika

      def listen(host):
          channel = pika.BlockingConnection(pika.ConnectionParameters(host)).channel()
          channel.basic_consume(queue="orders", on_message_callback=import_order, auto_ack=True)
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          channel.start_consuming()
      """
    ),
    RuleExample(
      "python",
      "It sets a state, and may do so twice",
      """
      from celery import shared_task
      from shop.models import Order

      @shared_task
      def mark_shipped(order_id):
          Order.objects.filter(pk=order_id).update(status="shipped")
      """
    ),
    RuleExample(
      "python",
      "What is called a webhook here sends one",
      """
      import requests

      def send_webhook(url, event):
          requests.post(url, json=event, timeout=5)
      """
    ),
  ]
}
