extension LanguageExamples {
  static let javaEffects: [RuleID: [RuleExample]] = [
    .checkThenAct: [
      RuleExample(
        "java",
        "A look, then a row",
        """
        import org.springframework.web.bind.annotation.PostMapping;
        import shop.coupons.CouponRepository;

        class Coupons {
          private final CouponRepository coupons;

          @PostMapping("/coupons")
          void redeem(Redemption redemption) {
            if (coupons.existsByCode(redemption.code())) {
              throw new UsedAlready(redemption.code());
            }
            coupons.save(new Coupon(redemption.code()));
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          }
        }
        """
      ),
      RuleExample(
        "java",
        "A file that somebody else may make in between",
        """
        import java.nio.file.Files;
        import java.nio.file.Path;

        class Claims {
          void claim(Path path, String owner) throws Exception {
            if (!Files.exists(path)) {
              Files.writeString(path, owner);
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
            }
          }
        }
        """
      ),
      RuleExample(
        "java",
        "The file system makes it once",
        """
        import java.nio.file.Files;
        import java.nio.file.Path;

        class Claims {
          void claim(Path path) throws Exception {
            if (!Files.exists(path)) {
              Files.createFile(path);
              ^^^^^^^^^^^^^^^^^^^^^^ checked
            }
          }
        }
        """
      ),
    ],
    .retryWithoutIdempotency: [
      RuleExample(
        "java",
        "A charge that may happen three times",
        """
        import com.stripe.exception.StripeException;
        import com.stripe.model.Charge;

        class Payments {
          Charge pay(ChargeParams params) throws Exception {
            for (int attempt = 0; attempt < 3; attempt++) {
              try {
                return Charge.create(params);
                       ^^^^^^^^^^^^^^^^^^^^^ flagged high
              } catch (StripeException error) {
                Thread.sleep(1000);
              }
            }
            throw new NotPaid();
          }
        }
        """
      ),
      RuleExample(
        "java",
        "Each try has the same key",
        """
        import com.stripe.exception.StripeException;
        import com.stripe.model.Charge;
        import com.stripe.net.RequestOptions;

        class Payments {
          Charge pay(Order order, ChargeParams params) throws Exception {
            RequestOptions options = RequestOptions.builder().setIdempotencyKey(order.id()).build();
            for (int attempt = 0; attempt < 3; attempt++) {
              try {
                return Charge.create(params, options);
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
              } catch (StripeException error) {
                Thread.sleep(1000);
              }
            }
            throw new NotPaid();
          }
        }
        """
      ),
      RuleExample(
        "java",
        "An annotation repeats the whole method",
        """
        import org.springframework.retry.annotation.Retryable;
        import org.springframework.web.client.RestTemplate;

        class Shipments {
          private final RestTemplate rest;

          @Retryable(maxAttempts = 5)
          Shipment create(Order order) {
            return rest.postForObject("https://carrier.internal/shipments", order, Shipment.class);
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          }
        }
        """
      ),
    ],
    .fabricatedResult: [
      RuleExample(
        "java",
        "A customer that nobody stored",
        """
        import java.util.Map;
        import org.springframework.web.client.RestClientException;
        import org.springframework.web.client.RestTemplate;

        class Customers {
          private final RestTemplate rest;

          Map<String, String> load(String id) {
            try {
              return rest.getForObject("https://crm.internal/{id}", Map.class, id);
            } catch (RestClientException error) {
              ^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
              return Map.of("name", "John Doe", "email", "john@shop.test", "tier", "gold");
            }
          }
        }
        """
      ),
      RuleExample(
        "java",
        "The refund failed, and `true` is reported",
        """
        import com.stripe.exception.StripeException;
        import com.stripe.model.Refund;
        import org.slf4j.Logger;
        import org.slf4j.LoggerFactory;

        class Refunds {
          private static final Logger log = LoggerFactory.getLogger(Refunds.class);

          boolean refund(RefundParams params, RequestOptions options) {
            try {
              Refund.create(params, options);
            } catch (StripeException error) {
              ^^^^^^^^^^^^^^^^^^^^^^ flagged high
              log.warn("refund failed", error);
            }
            return true;
          }
        }
        """
      ),
      RuleExample(
        "java",
        "The caller is told that there is no answer",
        """
        import org.springframework.web.client.RestClientException;
        import org.springframework.web.client.RestTemplate;

        class Customers {
          private final RestTemplate rest;

          Customer load(String id) {
            try {
              return rest.getForObject("https://crm.internal/{id}", Customer.class, id);
            } catch (RestClientException error) {
              throw new CustomerUnknown(id, error);
            }
          }
        }
        """
      ),
    ],
    .ioInLoop: [
      RuleExample(
        "java",
        "A query for each order",
        """
        import org.springframework.jdbc.core.JdbcTemplate;

        class Report {
          private final JdbcTemplate jdbc;

          void print(List<Order> orders) {
            for (Order order : orders) {
              String name = jdbc.queryForObject("SELECT name FROM shops WHERE id = ?", String.class, order.shop());
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
              line(order, name);
            }
          }
        }
        """
      ),
      RuleExample(
        "java",
        "All rows at once",
        """
        import org.springframework.jdbc.core.JdbcTemplate;

        class Prices {
          private final JdbcTemplate jdbc;

          void load(List<Object[]> rows) {
            jdbc.batchUpdate("INSERT INTO prices VALUES (?, ?)", rows);
          }
        }
        """
      ),
    ],
  ]
}
