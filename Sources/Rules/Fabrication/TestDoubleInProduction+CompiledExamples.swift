/// In languages that are compiled: Go, Java, Kotlin, C#, Rust, Swift.
extension TestDoubleInProduction {
  static let compiledExamples: [RuleExample] = [
    RuleExample(
      "csharp",
      "A rule about stubs, which are files here",
      """
      namespace Naming;

      public class NamingOptions
      {
          public StubTypeRule[] StubTypes { get; }

          public NamingOptions()
          {
              StubTypes = new[] { new StubTypeRule("dvd", "dvd"), new StubTypeRule("bluray", "bd") };
          }
      }
      """
    ),
    RuleExample(
      "go",
      "A server for tests takes requests",
      path: "wiring.go",
      """
      package shop

      import (
      	"net/http"
      	"net/http/httptest"
      )

      func start(handler http.Handler) string {
      	server := httptest.NewServer(handler)
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
      	return server.URL
      }
      """
    ),
    RuleExample(
      "go",
      "A double without a condition",
      path: "wiring.go",
      """
      package shop

      func newCheckout(store *Store) *Checkout {
      	return &Checkout{store: store, gateway: NewFakeGateway()}
                                               ^^^^^^^^^^^^^^^^ flagged medium
      }
      """
    ),
    RuleExample(
      "go",
      "Only where it is developed",
      path: "wiring.go",
      """
      package shop

      func newCheckout(store *Store, config Config) *Checkout {
      	if config.Development {
      		return &Checkout{store: store, gateway: NewFakeGateway()}
                                                ^^^^^^^^^^^^^^^^ checked
      	}
      	return &Checkout{store: store, gateway: NewStripeGateway(config.Key)}
      }
      """
    ),
    RuleExample(
      "java",
      "A mock serves customers",
      path: "src/main/java/shop/Wiring.java",
      """
      package shop;

      import static org.mockito.Mockito.mock;

      class Wiring {
        Checkout checkout(Orders orders) {
          Gateway gateway = mock(Gateway.class);
                            ^^^^^^^^^^^^^^^^^^^ flagged high
          return new Checkout(orders, gateway);
        }
      }
      """
    ),
    RuleExample(
      "java",
      "A double without a condition",
      path: "src/main/java/shop/Wiring.java",
      """
      package shop;

      class Wiring {
        Checkout checkout(Orders orders) {
          return new Checkout(orders, new FakeGateway());
                                      ^^^^^^^^^^^^^^^^^ flagged medium
        }
      }
      """
    ),
    RuleExample(
      "java",
      "The data lives in memory",
      path: "src/main/java/shop/Database.java",
      """
      package shop;

      class Database {
        String url() {
          return System.getenv().getOrDefault("DATABASE_URL", "jdbc:h2:mem:shop");
                                                              ^^^^^^^^^^^^^^^^^^ flagged medium
        }
      }
      """
    ),
    RuleExample(
      "java",
      "A profile decides",
      path: "src/main/java/shop/Wiring.java",
      """
      package shop;

      class Wiring {
        Checkout checkout(Orders orders, Settings settings) {
          if (settings.profile().equals("dev")) {
            return new Checkout(orders, new FakeGateway());
                                        ^^^^^^^^^^^^^^^^^ checked
          }
          return new Checkout(orders, new StripeGateway(settings.key()));
        }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "A mock serves customers",
      path: "src/main/kotlin/shop/Wiring.kt",
      """
      package shop

      import io.mockk.mockk

      fun checkout(orders: Orders): Checkout {
          val gateway = mockk<Gateway>()
                        ^^^^^^^^^^^^^^^^ flagged high
          return Checkout(orders, gateway)
      }
      """
    ),
    RuleExample(
      "kotlin",
      "The real one",
      path: "src/main/kotlin/shop/Wiring.kt",
      """
      package shop

      fun checkout(orders: Orders, key: String): Checkout = Checkout(orders, StripeGateway(key))
      """
    ),
    RuleExample(
      "csharp",
      "A mock serves customers",
      path: "src/Wiring.cs",
      """
      using Moq;

      public class Wiring
      {
          public Checkout Checkout(IOrders orders)
          {
              var gateway = new Mock<IGateway>();
                            ^^^^^^^^^^^^^^^^^^^^ flagged high
              return new Checkout(orders, gateway.Object);
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "A double without a condition",
      path: "src/Wiring.cs",
      """
      public class Wiring
      {
          public Checkout Checkout(IOrders orders)
          {
              return new Checkout(orders, new FakeGateway());
                                          ^^^^^^^^^^^^^^^^^ flagged medium
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "Only where it is developed",
      path: "src/Wiring.cs",
      """
      public class Wiring
      {
          public Checkout Checkout(IOrders orders, IWebHostEnvironment environment)
          {
              if (environment.IsDevelopment())
              {
                  return new Checkout(orders, new FakeGateway());
                                              ^^^^^^^^^^^^^^^^^ checked
              }
              return new Checkout(orders, new StripeGateway());
          }
      }
      """
    ),
    RuleExample(
      "rust",
      "A double without a condition",
      path: "src/wiring.rs",
      """
      pub fn checkout(store: Store) -> Checkout {
          Checkout::new(store, FakeGateway::new())
                               ^^^^^^^^^^^^^^^^^^ flagged medium
      }
      """
    ),
    RuleExample(
      "rust",
      "Doubles among the tests of a file",
      path: "src/checkout.rs",
      """
      pub fn total(order: &Order) -> u64 {
          order.net + order.tax
      }

      #[cfg(test)]
      mod tests {
          use super::*;

          fn checkout() -> Checkout {
              Checkout::new(Store::new(), FakeGateway::new())
          }

          #[test]
          fn adds_tax() {
              assert_eq!(checkout().total(), 119);
          }
      }
      """
    ),
    RuleExample(
      "swift",
      "A double without a condition",
      path: "Sources/Shop/Wiring.swift",
      """
      func checkout(_ orders: Orders) -> Checkout {
        Checkout(orders: orders, gateway: FakeGateway())
                                          ^^^^^^^^^^^^^ flagged medium
      }
      """
    ),
    RuleExample(
      "swift",
      "The real one",
      path: "Sources/Shop/Wiring.swift",
      """
      func checkout(_ orders: Orders, key: String) -> Checkout {
        Checkout(orders: orders, gateway: StripeGateway(key: key))
      }
      """
    ),
    RuleExample(
      "go",
      "A method of a real thing gives something to compare with",
      """
      package auth

      type Hasher interface {
          FakeHash() []byte
      }

      type Login struct {
          hasher Hasher
          unused []byte
      }

      func (l *Login) Provision(hasher Hasher) {
          l.unused = hasher.FakeHash()
      }
      """
    ),
  ]
}
