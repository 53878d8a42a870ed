extension LanguageExamples {
  static let javaTests: [RuleID: [RuleExample]] = [
    .removedGuard: [
      RuleExample(
        "java",
        "Who may do this is no longer asked",
        baseline: """
          class Refunds {
            void refund(User user, Payment payment) {
              if (!user.hasPermission("refund")) {
                throw new AccessDenied("refund");
              }
              gateway.refund(payment);
            }
          }
          """,
        """
        class Refunds {
          void refund(User user, Payment payment) {
            gateway.refund(payment);
            ^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          }
        }
        """
      ),
      RuleExample(
        "java",
        "The same check, written another way",
        baseline: """
          class Shipping {
            void ship(Order order) {
              if (order.address == null) {
                throw new IllegalStateException("no address");
              }
              carrier.ship(order);
            }
          }
          """,
        """
        class Shipping {
          void ship(Order order) {
               ^^^^ checked
            if (order.address != null) {
              carrier.ship(order);
            } else {
              throw new IllegalStateException("no address");
            }
          }
        }
        """
      ),
    ],
    .weakenedHandler: [
      RuleExample(
        "java",
        "A rethrow became a log and an empty list",
        baseline: """
          import java.io.IOException;
          import java.nio.file.Files;
          import java.nio.file.Path;
          import java.util.List;
          import org.slf4j.Logger;
          import org.slf4j.LoggerFactory;

          class Prices {
            private static final Logger log = LoggerFactory.getLogger(Prices.class);

            List<String> load(Path path) throws IOException {
              try {
                return Files.readAllLines(path);
              } catch (IOException error) {
                log.error("no prices", error);
                throw error;
              }
            }
          }
          """,
        """
        import java.io.IOException;
        import java.nio.file.Files;
        import java.nio.file.Path;
        import java.util.List;
        import org.slf4j.Logger;
        import org.slf4j.LoggerFactory;

        class Prices {
          private static final Logger log = LoggerFactory.getLogger(Prices.class);

          List<String> load(Path path) throws IOException {
            try {
              return Files.readAllLines(path);
            } catch (IOException error) {
              ^^^^^^^^^^^^^^^^^^ flagged high
              log.error("no prices", error);
              return List.of();
            }
          }
        }
        """
      ),
      RuleExample(
        "java",
        "The handler now says more",
        baseline: """
          class Prices {
            Price load(Path path) throws IOException {
              try {
                return read(path);
              } catch (IOException error) {
                throw error;
              }
            }
          }
          """,
        """
        class Prices {
          Price load(Path path) throws IOException {
            try {
              return read(path);
            } catch (IOException error) {
              ^^^^^^^^^^^^^^^^^^ checked
              throw new NoPrices(path, error);
            }
          }
        }
        """
      ),
    ],
    .assertionFreeTest: [
      RuleExample(
        "java",
        "Calls the code and looks at nothing",
        path: "src/test/java/InvoiceTest.java",
        """
        import org.junit.jupiter.api.Test;

        class InvoiceTest {
          @Test
          void totalsTheLines() {
               ^^^^^^^^^^^^^^ flagged medium
            Invoice invoice = new Invoice(lines());
            invoice.total();
          }
        }
        """
      ),
      RuleExample(
        "java",
        "The total is compared",
        path: "src/test/java/InvoiceTest.java",
        """
        import static org.junit.jupiter.api.Assertions.assertEquals;

        import org.junit.jupiter.api.Test;

        class InvoiceTest {
          @Test
          void totalsTheLines() {
               ^^^^^^^^^^^^^^ checked
            Invoice invoice = new Invoice(lines());
            assertEquals(12, invoice.total());
          }
        }
        """
      ),
      RuleExample(
        "java",
        "A helper of the same class asserts",
        path: "src/test/java/InvoiceTest.java",
        """
        import static org.assertj.core.api.Assertions.assertThat;

        import org.junit.jupiter.api.Test;

        class InvoiceTest {
          @Test
          void totalsTheLines() {
               ^^^^^^^^^^^^^^ checked
            expectTotal(new Invoice(lines()), 12);
          }

          private void expectTotal(Invoice invoice, int total) {
            assertThat(invoice.total()).isEqualTo(total);
          }
        }
        """
      ),
    ],
    .tautologicalTest: [
      RuleExample(
        "java",
        "A value is compared with itself",
        path: "src/test/java/InvoiceTest.java",
        """
        import static org.junit.jupiter.api.Assertions.assertEquals;

        import org.junit.jupiter.api.Test;

        class InvoiceTest {
          @Test
          void keepsItsTotal() {
            int total = new Invoice(lines()).total();
            assertEquals(total, total);
            ^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          }
        }
        """
      ),
      RuleExample(
        "java",
        "A new object is never null",
        path: "src/test/java/InvoiceTest.java",
        """
        import static org.assertj.core.api.Assertions.assertThat;

        import org.junit.jupiter.api.Test;

        class InvoiceTest {
          @Test
          void totals() {
            Invoice invoice = new Invoice(lines());
            assertThat(invoice).isNotNull();
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          }
        }
        """
      ),
      RuleExample(
        "java",
        "The expected value is written down",
        path: "src/test/java/InvoiceTest.java",
        """
        import static org.assertj.core.api.Assertions.assertThat;

        import org.junit.jupiter.api.Test;

        class InvoiceTest {
          @Test
          void totals() {
               ^^^^^^ checked
            assertThat(new Invoice(lines()).total()).isEqualTo(12);
          }
        }
        """
      ),
    ],
  ]
}
