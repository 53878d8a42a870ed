extension DuplicateDelivery {
  static let compiledExamples: [RuleExample] = [
    RuleExample(
      "go",
      "A delivery makes a row",
      """
      package payments

      import (
      	"context"
      	"database/sql"
      	"encoding/json"

      	"github.com/segmentio/kafka-go"
      )

      func Consume(ctx context.Context, reader *kafka.Reader, db *sql.DB) error {
      	for {
      		message, err := reader.FetchMessage(ctx)
      		if err != nil {
      			return err
      		}
      		var payment Payment
      		if err := json.Unmarshal(message.Value, &payment); err != nil {
      			return err
      		}
      		if _, err := db.ExecContext(ctx, "INSERT INTO payments (account, amount) VALUES ($1, $2)", payment.Account, payment.Amount); err != nil {
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
      			return err
      		}
      		if err := reader.CommitMessages(ctx, message); err != nil {
      			return err
      		}
      	}
      }
      """
    ),
    RuleExample(
      "go",
      "A row that is there already is left alone",
      """
      package payments

      import (
      	"context"
      	"database/sql"
      	"encoding/json"

      	"github.com/segmentio/kafka-go"
      )

      func Consume(ctx context.Context, reader *kafka.Reader, db *sql.DB) error {
      	for {
      		message, err := reader.FetchMessage(ctx)
      		if err != nil {
      			return err
      		}
      		var payment Payment
      		if err := json.Unmarshal(message.Value, &payment); err != nil {
      			return err
      		}
      		if _, err := db.ExecContext(ctx, "INSERT INTO payments (id, amount) VALUES ($1, $2) ON CONFLICT DO NOTHING", payment.ID, payment.Amount); err != nil {
      			return err
      		}
      		if err := reader.CommitMessages(ctx, message); err != nil {
      			return err
      		}
      	}
      }
      """
    ),
    RuleExample(
      "rust",
      "A record of a topic makes a row",
      """
      use rdkafka::consumer::StreamConsumer;
      use rdkafka::Message;
      use sqlx::PgPool;

      pub async fn consume(consumer: StreamConsumer, pool: PgPool) -> anyhow::Result<()> {
          loop {
              let message = consumer.recv().await?;
              let payment: Payment = serde_json::from_slice(message.payload().unwrap_or_default())?;
              sqlx::query("INSERT INTO payments (account, amount) VALUES ($1, $2)").bind(payment.account).bind(payment.amount).execute(&pool).await?;
                                                                                                                              ^^^^^^^^ flagged medium
          }
      }
      """
    ),
    RuleExample(
      "rust",
      "A record of a topic makes a row once",
      """
      use rdkafka::consumer::StreamConsumer;
      use rdkafka::Message;
      use sqlx::PgPool;

      pub async fn consume(consumer: StreamConsumer, pool: PgPool) -> anyhow::Result<()> {
          loop {
              let message = consumer.recv().await?;
              let payment: Payment = serde_json::from_slice(message.payload().unwrap_or_default())?;
              sqlx::query("INSERT INTO payments (id, amount) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING").bind(payment.id).bind(payment.amount).execute(&pool).await?;
          }
      }
      """
    ),
    RuleExample(
      "swift",
      "A job of Vapor's queue that posts",
      """
      import AsyncHTTPClient
      import Queues
      import Vapor

      struct ShipmentJob: AsyncJob {
        func dequeue(_ context: QueueContext, _ payload: Shipment) async throws {
          _ = try await context.application.client.post("https://carrier.example.com/shipments") { request in
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
            try request.content.encode(payload)
          }
        }
      }
      """
    ),
    RuleExample(
      "swift",
      "A job of Vapor's queue that puts",
      #"""
      import AsyncHTTPClient
      import Queues
      import Vapor

      struct ShipmentJob: AsyncJob {
        func dequeue(_ context: QueueContext, _ payload: Shipment) async throws {
          _ = try await context.application.client.put("https://carrier.example.com/shipments/\(payload.id)") { request in
            try request.content.encode(payload)
          }
        }
      }
      """#
    ),
    RuleExample(
      "java",
      "A listener that makes a row for each record",
      """
      import org.springframework.jdbc.core.JdbcTemplate;
      import org.springframework.kafka.annotation.KafkaListener;

      class PaymentListener {
        private final JdbcTemplate jdbc;

        PaymentListener(JdbcTemplate jdbc) {
          this.jdbc = jdbc;
        }

        @KafkaListener(topics = "payments")
        void onPayment(Payment payment) {
          jdbc.update("INSERT INTO payments (account, amount) VALUES (?, ?)", payment.account(), payment.amount());
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
        }
      }
      """
    ),
    RuleExample(
      "java",
      "The second row is refused, and that is dealt with",
      """
      import org.springframework.dao.DuplicateKeyException;
      import org.springframework.jdbc.core.JdbcTemplate;
      import org.springframework.kafka.annotation.KafkaListener;
      import org.springframework.mail.javamail.JavaMailSender;

      class PaymentListener {
        private final JdbcTemplate jdbc;
        private final JavaMailSender mails;

        PaymentListener(JdbcTemplate jdbc, JavaMailSender mails) {
          this.jdbc = jdbc;
          this.mails = mails;
        }

        @KafkaListener(topics = "payments")
        void onPayment(Payment payment) {
          try {
            jdbc.update("INSERT INTO seen (id) VALUES (?)", payment.id());
          } catch (DuplicateKeyException e) {
            return;
          }
          mails.send(receipt(payment));
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
        }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "A listener that mails",
      """
      import org.springframework.amqp.rabbit.annotation.RabbitListener
      import org.springframework.mail.javamail.JavaMailSender

      class ReceiptListener(private val mails: JavaMailSender) {
          @RabbitListener(queues = ["receipts"])
          fun onReceipt(receipt: Receipt) {
              mails.send(receipt.toMessage())
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "A listener that asks whether it has",
      """
      import org.springframework.amqp.rabbit.annotation.RabbitListener
      import org.springframework.mail.javamail.JavaMailSender

      class ReceiptListener(private val mails: JavaMailSender, private val seen: SeenRepository) {
          @RabbitListener(queues = ["receipts"])
          fun onReceipt(receipt: Receipt) {
              if (seen.existsById(receipt.id)) return
              mails.send(receipt.toMessage())
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "A consumer that pays",
      """
      using MassTransit;
      using Stripe;

      class PayoutConsumer : IConsumer<PayoutRequested>
      {
          private readonly TransferService transfers = new TransferService();

          public async Task Consume(ConsumeContext<PayoutRequested> context)
          {
              await transfers.CreateAsync(new TransferCreateOptions { Amount = context.Message.Amount, Currency = "eur" });
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "A consumer that pays under the message's key",
      """
      using MassTransit;
      using Stripe;

      class PayoutConsumer : IConsumer<PayoutRequested>
      {
          private readonly TransferService transfers = new TransferService();

          public async Task Consume(ConsumeContext<PayoutRequested> context)
          {
              var options = new TransferCreateOptions { Amount = context.Message.Amount, Currency = "eur" };
              await transfers.CreateAsync(options, new RequestOptions { IdempotencyKey = context.MessageId.ToString() });
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          }
      }
      """
    ),
  ]
}
