extension LanguageExamples {
  static let php = LanguageExamples(
    "php",
    examples: [
      .swallowedError: [
        RuleExample(
          "php",
          "A logged warning and an empty list in place of the answer",
          #"""
          <?php

          use GuzzleHttp\Client;
          use Illuminate\Support\Facades\Log;

          class Orders
          {
              public function __construct(private Client $client)
              {
              }

              public function open(string $customer): array
              {
                  try {
                      $response = $this->client->get("/orders/$customer", ['timeout' => 5]);
                      return json_decode($response->getBody(), true)['orders'];
                  } catch (\Exception $e) {
                    ^^^^^^^^^^^^^^^^^ flagged high
                      Log::warning("orders of $customer", ['error' => $e->getMessage()]);
                      return [];
                  }
              }
          }
          """#
        ),
        RuleExample(
          "php",
          "The error goes on, with its cause",
          #"""
          <?php

          use Stripe\Refund;

          function refund(string $charge): void
          {
              try {
                  Refund::create(['charge' => $charge], ['idempotency_key' => $charge]);
              } catch (\Stripe\Exception\ApiErrorException $e) {
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
                  throw new RefundFailed($charge, 0, $e);
              }
          }
          """#
        ),
      ],
      .broadCatch: [
        RuleExample(
          "php",
          "Two requests, and every error is one answer",
          #"""
          <?php

          use GuzzleHttp\Client;

          class Publisher
          {
              public function __construct(private Client $client) {}

              public function publish(array $report): ?array
              {
                  try {
                      $this->client->post('https://hub/reports', ['json' => $report, 'timeout' => 2]);
                      $this->client->post('https://search/reports', ['json' => $report, 'timeout' => 2]);
                      return $report;
                  } catch (\Throwable $e) {
                    ^^^^^^^^^^^^^^^^^ flagged
                      return null;
                  }
              }
          }
          """#
        ),
        RuleExample(
          "php",
          "Whatever goes wrong in several calls is taken for one thing",
          #"""
          <?php

          function import(Store $store, string $path): bool
          {
              try {
                  $rows = parse_rows(file_get_contents($path));
                  $store->replaceAll($rows);
              } catch (\Throwable $e) {
                  return false;
              }
              return true;
          }
          """#
        ),
      ],
      .missingTimeout: [
        RuleExample(
          "php",
          "Guzzle waits without end unless it is told how long",
          #"""
          <?php

          use GuzzleHttp\Client;

          function rate(string $currency): string
          {
              $client = new Client(['base_uri' => 'https://rates.example.com']);
              return (string) $client->get("/$currency")->getBody();
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          }
          """#
        ),
        RuleExample(
          "php",
          "The client has a limit",
          #"""
          <?php

          use GuzzleHttp\Client;

          function rate(string $currency): string
          {
              $client = new Client(['base_uri' => 'https://rates.example.com', 'timeout' => 5]);
              return (string) $client->get("/$currency")->getBody();
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          }
          """#
        ),
        RuleExample(
          "php",
          "An option of the handle ends the request",
          #"""
          <?php

          function fetch(string $url): string
          {
              $handle = curl_init($url);
              curl_setopt_array($handle, [CURLOPT_RETURNTRANSFER => true, CURLOPT_TIMEOUT => 10]);
              $body = curl_exec($handle);
                      ^^^^^^^^^^^^^^^^^^ checked
              if ($body === false) {
                  throw new RuntimeException(curl_error($handle));
              }
              return $body;
          }
          """#
        ),
        RuleExample(
          "php",
          "No option of the handle does",
          #"""
          <?php

          function fetch(string $url): string
          {
              $handle = curl_init($url);
              curl_setopt($handle, CURLOPT_RETURNTRANSFER, true);
              $body = curl_exec($handle);
                      ^^^^^^^^^^^^^^^^^^ flagged medium
              if ($body === false) {
                  throw new RuntimeException(curl_error($handle));
              }
              return $body;
          }
          """#
        ),
      ],
      .uncheckedResult: [
        RuleExample(
          "php",
          "An answer is used, whatever its status",
          #"""
          <?php

          use Illuminate\Support\Facades\Http;

          function orders(string $customer): array
          {
              $response = Http::get("https://orders.example.com/$customer");
                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
              return $response->json('orders');
          }
          """#
        ),
        RuleExample(
          "php",
          "A bad status raises",
          #"""
          <?php

          use Illuminate\Support\Facades\Http;

          function orders(string $customer): array
          {
              $response = Http::get("https://orders.example.com/$customer");
                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
              $response->throw();
              return $response->json('orders');
          }
          """#
        ),
      ],
      .unawaitedTask: [
        RuleExample(
          "php",
          "A request that nobody waits for",
          #"""
          <?php

          use GuzzleHttp\Client;

          function announce(Client $client, array $order): void
          {
              $client->postAsync('/orders', ['json' => $order]);
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged
          }
          """#
        ),
        RuleExample(
          "php",
          "It is waited for",
          #"""
          <?php

          use GuzzleHttp\Client;

          function announce(Client $client, array $order): void
          {
              $promise = $client->postAsync('/orders', ['json' => $order]);
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
              $promise->wait();
          }
          """#
        ),
      ],
      .retryWithoutIdempotency: [
        RuleExample(
          "php",
          "A payment is tried again without a key",
          #"""
          <?php

          use Stripe\Charge;

          function charge(array $order)
          {
              for ($attempt = 0; $attempt < 3; $attempt++) {
                  try {
                      return Charge::create(['amount' => $order['total'], 'currency' => 'eur']);
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
                  } catch (\Stripe\Exception\ApiConnectionException $e) {
                      sleep($attempt);
                  }
              }
              throw new ChargeFailed($order['id']);
          }
          """#
        ),
        RuleExample(
          "php",
          "The same key in every attempt",
          #"""
          <?php

          use Stripe\Charge;

          function charge(array $order)
          {
              for ($attempt = 0; $attempt < 3; $attempt++) {
                  try {
                      return Charge::create(['amount' => $order['total']], ['idempotency_key' => $order['id']]);
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
                  } catch (\Stripe\Exception\ApiConnectionException $e) {
                      sleep($attempt);
                  }
              }
              throw new ChargeFailed($order['id']);
          }
          """#
        ),
      ],
      .checkThenAct: [
        RuleExample(
          "php",
          "A look, then a row",
          #"""
          <?php

          use App\Models\Coupon;

          function redeem(User $user, string $code): void
          {
              if (Coupon::where('code', $code)->where('user_id', $user->id)->exists()) {
                  throw new UsedAlready($code);
              }
              Coupon::create(['code' => $code, 'user_id' => $user->id]);
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          }
          """#
        ),
        RuleExample(
          "php",
          "The write itself creates once",
          #"""
          <?php

          use App\Models\Coupon;

          function redeem(User $user, string $code): void
          {
              if (!Coupon::where('code', $code)->where('user_id', $user->id)->exists()) {
                  Coupon::firstOrCreate(['code' => $code, 'user_id' => $user->id]);
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
              }
          }
          """#
        ),
      ],
      .ioInLoop: [
        RuleExample(
          "php",
          "A query for each of many",
          #"""
          <?php

          use App\Models\Customer;

          function names(array $orders): array
          {
              $names = [];
              foreach ($orders as $order) {
                  $names[] = Customer::find($order['customer_id'])->name;
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged
              }
              return $names;
          }
          """#
        ),
        RuleExample(
          "php",
          "One query for all of them",
          #"""
          <?php

          use App\Models\Customer;

          function names(array $orders): array
          {
              $names = [];
              foreach (Customer::findMany(array_column($orders, 'customer_id')) as $customer) {
                  $names[] = $customer->name;
              }
              return $names;
          }
          """#
        ),
      ],
      .fabricatedResult: [
        RuleExample(
          "php",
          "The refund failed, and `true` is reported",
          #"""
          <?php

          use Illuminate\Support\Facades\Log;
          use Stripe\Refund;

          function refund(string $charge): bool
          {
              try {
                  Refund::create(['charge' => $charge], ['idempotency_key' => $charge]);
              } catch (\Stripe\Exception\ApiErrorException $e) {
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
                  Log::warning("refund of $charge failed");
              }
              return true;
          }
          """#
        ),
        RuleExample(
          "php",
          "No rate is said to be none",
          #"""
          <?php

          use GuzzleHttp\Client;

          function rate(Client $client, string $currency): ?float
          {
              try {
                  return (float) $client->get("/$currency", ['timeout' => 5])->getBody()->getContents();
              } catch (\Exception $e) {
                  return null;
              }
          }
          """#
        ),
      ],
      .removedGuard: [
        RuleExample(
          "php",
          "Who may do this is no longer asked",
          baseline: #"""
            <?php

            function refund(User $user, Payment $payment): void
            {
                if (!$user->can('refund')) {
                    throw new AccessDenied('not allowed');
                }
                Gateway::refund($payment);
            }
            """#,
          #"""
          <?php

          function refund(User $user, Payment $payment): void
          {
              Gateway::refund($payment);
              ^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          }
          """#
        ),
        RuleExample(
          "php",
          "The same check, written another way",
          baseline: #"""
            <?php

            function ship(Order $order): void
            {
                if ($order->address === null) {
                    throw new InvalidArgumentException('no address');
                }
                Carrier::ship($order);
            }
            """#,
          #"""
          <?php

          function ship(Order $order): void
                   ^^^^ checked
          {
              if (isset($order->address)) {
                  Carrier::ship($order);
              } else {
                  throw new InvalidArgumentException('no address');
              }
          }
          """#
        ),
      ],
      .weakenedHandler: [
        RuleExample(
          "php",
          "A rethrow became a log and an empty list",
          baseline: #"""
            <?php

            use GuzzleHttp\Client;
            use Psr\Log\LoggerInterface;

            function openOrders(Client $client, LoggerInterface $logger, string $customer): array
            {
                try {
                    return json_decode($client->get("/orders/$customer", ['timeout' => 5])->getBody(), true);
                } catch (\GuzzleHttp\Exception\GuzzleException $e) {
                    $logger->error('orders', ['exception' => $e]);
                    throw $e;
                }
            }
            """#,
          #"""
          <?php

          use GuzzleHttp\Client;
          use Psr\Log\LoggerInterface;

          function openOrders(Client $client, LoggerInterface $logger, string $customer): array
          {
              try {
                  return json_decode($client->get("/orders/$customer", ['timeout' => 5])->getBody(), true);
              } catch (\GuzzleHttp\Exception\GuzzleException $e) {
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
                  $logger->error('orders', ['exception' => $e]);
                  return [];
              }
          }
          """#
        ),
        RuleExample(
          "php",
          "A log became a rethrow",
          baseline: #"""
            <?php

            function save(Store $store, Order $order): void
            {
                try {
                    $store->save($order);
                } catch (StoreException $e) {
                    error_log($e->getMessage());
                }
            }
            """#,
          #"""
          <?php

          function save(Store $store, Order $order): void
          {
              try {
                  $store->save($order);
              } catch (StoreException $e) {
                  throw new SaveFailed($order->id, 0, $e);
              }
          }
          """#
        ),
      ],
      .assertionFreeTest: [
        RuleExample(
          "php",
          "Nothing is asked of what the test does",
          path: "tests/OrderTest.php",
          #"""
          <?php

          use PHPUnit\Framework\TestCase;

          class OrderTest extends TestCase
          {
              public function testAddsALine(): void
                              ^^^^^^^^^^^^^ flagged
              {
                  $order = new Order();
                  $order->add(new Line('book', 3));
              }
          }
          """#
        ),
        RuleExample(
          "php",
          "The error that must come is a demand",
          path: "tests/OrderTest.php",
          #"""
          <?php

          use PHPUnit\Framework\TestCase;

          class OrderTest extends TestCase
          {
              public function testRefusesNothing(): void
                              ^^^^^^^^^^^^^^^^^^ checked
              {
                  $this->expectException(InvalidArgumentException::class);
                  (new Order())->add(null);
              }
          }
          """#
        ),
      ],
      .tautologicalTest: [
        RuleExample(
          "php",
          "It asks whether a constant is what it is",
          path: "tests/OrderTest.php",
          #"""
          <?php

          it('adds the lines', function () {
              $order = build([1, 2]);
              total($order);
              expect(true)->toBeTrue();
              ^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          });
          """#
        ),
        RuleExample(
          "php",
          "It asks for the value that the code gives",
          path: "tests/OrderTest.php",
          #"""
          <?php

          it('adds the lines', function () {
             ^^^^^^^^^^^^^^^^ checked
              $order = build([1, 2]);
              expect(total($order))->toBe(3);
          });
          """#
        ),
      ],
    ],
    absent: [
      .sequentialAwait: "a call waits where it stands: nothing can be awaited together",
      .unguardedSharedWrite:
        "each request has a process of its own: what two of them share is in a store, and asked by lost-update",
    ]
  )
}
