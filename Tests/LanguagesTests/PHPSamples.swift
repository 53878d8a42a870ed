/// Files of PHP with much in them.
enum PHPSamples {
  static let all = [classes, functions, tests, page, migration]

  static let classes = #"""
    <?php

    declare(strict_types=1);

    namespace Shop\Orders;

    use GuzzleHttp\Client;
    use Psr\Log\{LoggerInterface as Log, NullLogger};

    #[Service(tag: 'orders')]
    final class Orders extends Base implements \Countable
    {
        use Retries;

        public const LIMIT = 3;
        private ?Client $client = null;
        private static array $seen = [];

        public function __construct(private readonly Log $log = new NullLogger(), protected int $limit = self::LIMIT)
        {
            $this->client = new Client(['timeout' => 5]);
        }

        /** Loads one. */
        #[Cached(60)]
        public function load(string $id, ?Order &$into = null, int ...$more): ?Order
        {
            try {
                $body = $this->client?->get("/orders/{$id}")->getBody();
                $into = Order::from(json_decode((string) $body, true) ?? throw new Broken($id));
            } catch (NotFound | Gone $e) {
                // it may be gone
                return null;
            } catch (\Throwable $e) {
                $this->log->error('load', ['exception' => $e]);
                throw new Failed("order $id", 1, $e);
            } finally {
                self::$seen[] = $id;
            }
            return $into;
        }

        public static function pages(iterable $pages): \Generator
        {
            foreach ($pages as $number => ['rows' => $rows, 'next' => [$next]]) {
                yield $number => array_map(static fn (array $row): int => $row['total'] * 2, $rows);
                if ($next === null) break;
            }
            return match (true) { count($pages) > 3 => 'many', default => 'few' };
        }

        public function count(): int { return count(self::$seen); }
    }

    enum State: string
    {
        case Open = 'open';
        public function label(): string { return ucfirst($this->value); }
    }
    """#

  static let functions = #"""
    <?php
    namespace Shop {
        function total(array $lines, float $rate = 0.2): float
        {
            static $calls = 0;
            global $log;
            $calls++;
            for ($i = 0, $sum = 0; $i < count($lines); $i++) {
                switch ($lines[$i]['kind']) {
                    case 'gift':
                    case 'sample': continue 2;
                    default: $sum += $lines[$i]['price'];
                }
            }
            $log and $log->info("$sum in {$calls} calls");
            @unlink('/tmp/total') or error_log('no file');
            return $sum * (1 + $rate);
        }

        if (!function_exists('Shop\later')) {
            function later(callable $work, mixed ...$rest)
            {
                do { $done = $work(...$rest); } while (!$done);
                goto end;
                end:
                return <<<TEXT
                  done {$done['at']}
                  TEXT;
            }
        }
        $handler = function (Request $request) use ($app, &$count): Response { $count++; return $app($request); };
        Route::get('/orders', function () { return view('orders', ['orders' => Order::all()]); })->name('orders');
    }
    """#

  static let tests = #"""
    <?php

    use App\Models\Order;

    beforeEach(function () { $this->order = new Order(); });

    describe('an order', function () {
        it('has a total', function (int $a, int $b) {
            expect($this->order->total($a, $b))->toBe(3)->and($this->order->paid)->not->toBeTrue();
        })->with([[1, 2]]);

        it('is paid once', fn () => $this->order->pay())->throws(AlreadyPaid::class);
    });

    class OrderTest extends TestCase
    {
        protected function setUp(): void { parent::setUp(); }
        public function test_it_refuses(): void
        {
            $this->expectException(Refused::class);
            (new Order())->refuse();
        }
    }
    """#

  static let page = #"""
    <html>
    <?php require_once __DIR__ . '/lib.php'; ?>
    <body>
    <?php function row(array $order) { ?>
      <td><?= htmlspecialchars($order['name']) ?></td>
    <?php } ?>
    <?php foreach ($orders as $order): ?>
      <tr><?php row($order) ?></tr>
    <?php endforeach; if ($empty): ?>
      <p>none</p>
    <?php else: function other() { return 1; } endif ?>
    </body>
    """#

  static let migration = #"""
    <?php

    use Illuminate\Database\Migrations\Migration;

    return new class extends Migration {
        private $table = 'orders';
        public function up(): void { Schema::create($this->table, function ($table) { $table->id(); }); }
        public function down(): void { Schema::drop($this->table); }
    };
    """#
}
