/// Programs that use all that Java has.
enum JavaSamples {
  static let all: [(path: String, text: String)] = [
    ("src/main/java/shop/OrderService.java", service), ("src/test/java/shop/OrderServiceTest.java", test),
    ("src/main/java/shop/Shapes.java", shapes),
  ]

  static let service = #"""
    // Orders.
    package shop.orders;

    import java.io.*;
    import java.util.List;
    import java.util.concurrent.CompletableFuture;
    import java.util.concurrent.atomic.AtomicLong;
    import static java.util.Objects.requireNonNull;
    import shop.billing.Gateway;

    /** Takes orders. */
    @Service
    @RequestMapping(path = {"/orders", "/o"}, produces = "json")
    public final class OrderService<T extends Order & Serializable> extends Base<T> implements Closeable, Runnable {
      private static final Logger log = LoggerFactory.getLogger(OrderService.class);
      private static final int[] SIZES = {1, 2, 0x1F, 0b11, 1_000};
      private final Gateway gateway;
      @Autowired(required = false) protected RestTemplate rest = new RestTemplate();
      private volatile long a = 1L, b[] = new long[2];

      static {
        log.info("loaded");
      }

      { counter.incrementAndGet(); }

      public OrderService(final Gateway gateway, int... sizes) throws IOException {
        super(gateway);
        this.gateway = requireNonNull(gateway);
      }

      OrderService() { this(null); }

      /** Charges. */
      @Transactional(timeout = 5)
      @Override
      public synchronized <R> List<R> charge(@Valid T order, Map<String, ? super Number> options) throws Refused {
        if (order == null || !(order instanceof Special special) && order.lines().isEmpty()) {
          throw new IllegalArgumentException("no " + order + '!');
        } else if (order.total > 3.5f) order.total -= 1; else { }
        try (var file = new FileReader(path); BufferedReader reader = new BufferedReader(file)) {
          for (String line; (line = reader.readLine()) != null; ) total += Integer.parseInt(line);
        } catch (final FileNotFoundException | EOFException gone) {
          // made later
        } catch (IOException error) {
          log.warn("cannot read {}", path, error);
          throw new UncheckedIOException("read", error);
        } finally {
          this.gateway.close();
        }
        retry: for (int i = 0, n = 3; i < n; i++, n--) {
          while (true) { if (done) break retry; else continue; }
        }
        do { total <<= 1; total = -total ^ ~mask; } while (total < 100);
        for (final var line : order.lines()) synchronized (lock) { lines.add(line); }
        switch (order.state) {
          case NEW: case PAID:
            ship(order);
            break;
          default:
            assert order.state != null : "no state";
        }
        int size = switch (order.kind()) {
          case "small", "tiny" -> 1;
          case null, default -> { yield order.rows[0].size; }
        };
        Runnable task = () -> gateway.charge(order), other = this::run;
        executor.submit(new Callable<String>() {
          private int tries = 0;
          @Override public String call() { tries++; return OrderService.this.name + tries; }
        });
        class Local { int size() { return size; } }
        record Pair<A, B>(A first, B second) { Pair { requireNonNull(first); } }
        CompletableFuture.supplyAsync(() -> load(order.id)).thenApply(Order::total)
          .exceptionally(error -> { log.error("no total", error); return 0; });
        return (List<R>) new ArrayList<>(List.of(order, (R) null)).stream().map(x -> (R) x).toList();
      }

      abstract void nothing();

      private static String text(String... parts) {
        return parts.length == 0 ? """
          none
          """ : String.join(", ", parts);
      }

      public void run() { ; }

      enum State implements Named {
        NEW("n") { @Override String mark() { return open(); } }, PAID("p");

        private final String text;
        State(String text) { this.text = text; }
        String mark() { return text; }
      }

      @interface Marked { String value() default ""; }

      interface Store extends AutoCloseable { int LIMIT = limit(); default void flush() { save(); } void save(); }
    }
    """#

  static let shapes = #"""
    package shop;

    public sealed interface Shapes permits Circle, Square {
      static double area(Object shape) {
        return switch (shape) {
          case Circle(double radius) when radius > 0 -> Math.PI * radius * radius;
          case Square square -> square.side() * square.side();
          case Circle c -> throw new IllegalStateException("no circle: " + c);
          default -> 0;
        };
      }
    }

    record Circle(double radius) implements Shapes {
      Circle { if (radius < 0) throw new IllegalArgumentException(); }
      static Circle unit() { return new Circle(1); }
    }

    record Square(double side) implements Shapes {}
    """#

  static let test = #"""
    package shop;

    import static org.assertj.core.api.Assertions.*;
    import static org.mockito.Mockito.*;
    import org.junit.jupiter.api.*;

    @ExtendWith(MockitoExtension.class)
    class OrderServiceTest extends BaseTest {
      @Mock Gateway gateway;

      @BeforeEach void setUp() { service = new OrderService(gateway); }

      @Test
      @DisplayName("charges")
      void charges() throws Exception {
        when(gateway.charge(any())).thenReturn(3);
        Assertions.assertEquals(3, service.charge(order), "total");
        assertThat(service.orders()).isNotNull().hasSize(1).extracting("id").containsExactly(1);
        assertThatThrownBy(() -> service.charge(null)).isInstanceOf(Refused.class).hasMessage("no");
        verify(gateway, times(2)).charge(order);
        assertAll(() -> assertTrue(order.paid), () -> { assertNull(order.error); });
      }

      @Nested class Refunds {
        @ParameterizedTest @ValueSource(ints = {1, 2})
        void refunds(int amount) { assertThrows(Refused.class, () -> service.refund(amount)); }

        @Disabled @Test void later() { }
      }
    }
    """#
}
