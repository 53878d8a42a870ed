extension RemovedResilience {
  static let compiledExamples: [RuleExample] = [
    RuleExample(
      "java",
      "The circuit breaker is gone",
      diff: """
         import io.github.resilience4j.circuitbreaker.annotation.CircuitBreaker;

         class Rates {
           private final RateClient client;

        -  @CircuitBreaker(name = "rates", fallbackMethod = "lastRates")
           public Quotes rates(String currency) {
             return client.fetch(currency);
        +           ^^^^^^^^^^^^^^^^^^^^^^ flagged medium
           }
         }
        """
    ),
    RuleExample(
      "java",
      "The fallback is gone",
      diff: """
         import io.github.resilience4j.circuitbreaker.annotation.CircuitBreaker;

         class Rates {
           private final RateClient client;

        -  @CircuitBreaker(name = "rates", fallbackMethod = "lastRates")
        +  @CircuitBreaker(name = "rates")
        +  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
           public Quotes rates(String currency) {
             return client.fetch(currency);
           }
         }
        """
    ),
    RuleExample(
      "java",
      "Another library's breaker",
      diff: """
         import com.netflix.hystrix.contrib.javanica.annotation.HystrixCommand;
         import io.github.resilience4j.circuitbreaker.annotation.CircuitBreaker;

         class Rates {
           private final RateClient client;

        -  @HystrixCommand
        +  @CircuitBreaker(name = "rates")
           public Quotes rates(String currency) {
        +                ^^^^^ checked
             return client.fetch(currency);
           }
         }
        """
    ),
    RuleExample(
      "go",
      "The loop that tried again is gone",
      diff: """
         package shop

         import "time"

         func (s *Shop) Notify(order Order) error {
        -	var err error
        -	for attempt := 0; attempt < 3; attempt++ {
        -		if err = s.hooks.Send(order.ID); err == nil {
        -			return nil
        -		}
        -		time.Sleep(time.Second)
        -	}
        -	return err
        +	return s.hooks.Send(order.ID)
        +        ^^^^^^^^^^^^^^^^^^^^^^ flagged medium
         }
        """
    ),
    RuleExample(
      "go",
      "The key has another value",
      diff: """
         package shop

         import (
         	"github.com/stripe/stripe-go/v76"
         	"github.com/stripe/stripe-go/v76/paymentintent"
         )

         func Pay(order *Order, attempt string) (*stripe.PaymentIntent, error) {
        +     ^^^ checked
         	params := &stripe.PaymentIntentParams{Amount: stripe.Int64(order.Total)}
        -	params.IdempotencyKey = stripe.String(attempt)
        +	params.IdempotencyKey = stripe.String(order.ID + attempt)
         	return paymentintent.New(params)
         }
        """
    ),
    RuleExample(
      "kotlin",
      "The breaker is gone",
      diff: """
         import io.github.resilience4j.circuitbreaker.annotation.CircuitBreaker

         class Rates(private val client: RateClient) {
        -  @CircuitBreaker(name = "rates")
           fun rates(currency: String): Quotes = client.fetch(currency)
        +                                        ^^^^^^^^^^^^^^^^^^^^^^ flagged medium
         }
        """
    ),
    RuleExample(
      "kotlin",
      "The key is set first",
      diff: """
         import com.stripe.model.PaymentIntent
         import com.stripe.net.RequestOptions

         class Payments {
           fun pay(order: Order, attempt: String): PaymentIntent {
        +      ^^^ checked
        -    val options = RequestOptions.builder().setStripeAccount(order.shop).setIdempotencyKey(attempt).build()
        +    val options = RequestOptions.builder().setIdempotencyKey(attempt).setStripeAccount(order.shop).build()
             return PaymentIntent.create(order.params(), options)
           }
         }
        """
    ),
    RuleExample(
      "swift",
      "The loop that tried again is gone",
      diff: #"""
         final class Shop {
           let hooks: Hooks

           func notify(_ order: Order) async throws {
        -    for attempt in 0..<3 {
        -      do {
        -        try await hooks.send(order.id)
        -        return
        -      } catch {
        -        print("attempt \(attempt): \(error)")
        -      }
        -    }
        -    throw ShopError.unreachable
        +    try await hooks.send(order.id)
        +              ^^^^^^^^^^^^^^^^^^^^ flagged medium
           }
         }
        """#
    ),
    RuleExample(
      "swift",
      "Five attempts in place of three",
      diff: #"""
         final class Shop {
           let hooks: Hooks

           func notify(_ order: Order) async throws {
        +       ^^^^^^ checked
        -    for attempt in 0..<3 {
        +    for attempt in 0..<5 {
               do {
                 try await hooks.send(order.id)
                 return
               } catch {
                 print("attempt \(attempt): \(error)")
               }
             }
             throw ShopError.unreachable
           }
         }
        """#
    ),
    RuleExample(
      "rust",
      "The key is not sent any more",
      diff: """
         impl Payments {
             pub async fn pay(&self, order: &Order, attempt: &str) -> Result<Payment, Error> {
                 let response = self
        +                       ^^^^ flagged high
                     .client
                     .post("https://pay.internal/charges")
        -            .header("Idempotency-Key", attempt)
                     .json(order)
                     .send()
                     .await?;
                 Ok(response.json().await?)
             }
         }
        """
    ),
    RuleExample(
      "rust",
      "The headers in another order",
      diff: """
         impl Payments {
             pub async fn pay(&self, order: &Order, attempt: &str) -> Result<Payment, Error> {
        +                 ^^^ checked
                 let response = self
                     .client
                     .post("https://pay.internal/charges")
        -            .header("Idempotency-Key", attempt)
                     .header("Accept", "application/json")
        +            .header("Idempotency-Key", attempt)
                     .json(order)
                     .send()
                     .await?;
                 Ok(response.json().await?)
             }
         }
        """
    ),
    RuleExample(
      "csharp",
      "The policy is gone",
      diff: """
         using Polly;

         public class Rates
         {
             private readonly IAsyncPolicy _policy;
             private readonly RateClient _client;

             public Task<Quotes> Load(string currency)
             {
        -        return _policy.ExecuteAsync(() => _client.FetchAsync(currency));
        +        return _client.FetchAsync(currency);
        +               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
             }
         }
        """
    ),
    RuleExample(
      "csharp",
      "A pipeline in place of the policy",
      diff: """
         using Polly;

         public class Rates
         {
             private readonly IAsyncPolicy _policy;
             private readonly ResiliencePipeline _pipeline;
             private readonly RateClient _client;

             public Task<Quotes> Load(string currency)
        +                        ^^^^ checked
             {
        -        return _policy.ExecuteAsync(() => _client.FetchAsync(currency));
        +        return _pipeline.ExecuteAsync(() => _client.FetchAsync(currency));
             }
         }
        """
    ),
  ]
}
