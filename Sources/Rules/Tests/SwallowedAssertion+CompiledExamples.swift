/// In languages that are compiled: Go, Java, Kotlin, C#, Rust, Swift.
extension SwallowedAssertion {
  static let compiledExamples: [RuleExample] = [
    RuleExample(
      "go",
      "A success is what fails the test",
      path: "safe_test.go",
      """
      package safe

      import (
      	"errors"
      	"testing"
      )

      func TestRetryGivesUp(t *testing.T) {
      	operation := func() error {
      		return errors.New("refused")
      	}
      	err := Retry(operation)
      	if err == nil {
      		t.Fatalf("expected an error, got %v", err)
      	}
      }
      """
    ),
    RuleExample(
      "kotlin",
      "The test wrote down what it goes through",
      """
      package io

      import kotlin.test.Test
      import kotlin.test.assertEquals

      class ReaderTest {
        @Test
        fun readsLines() {
          val text = \"\"\"
            There once was a reader so bright,
            Parsing data in all sorts of lights.
          \"\"\".trimIndent()
          for (line in text.lines()) {
            assertEquals(line.length, read(line).length)
          }
          for (step in generateSequence(1) { it * 2 }.takeWhile { it <= 8192 }) {
            assertEquals(step, read(step).size)
          }
        }
      }
      """
    ),
    RuleExample(
      "go",
      "Seen, and written to the log",
      path: "invoice_test.go",
      """
      package invoice

      import "testing"

      func TestTotal(t *testing.T) {
      	got := Total(Invoice{Net: 100, Tax: 19})
      	if got != 119 {
      		t.Logf("expected 119, got %d", got)
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
      	}
      }
      """
    ),
    RuleExample(
      "go",
      "It ends a goroutine, not the test",
      path: "pool_test.go",
      """
      package pool

      import (
      	"sync"
      	"testing"

      	"github.com/stretchr/testify/require"
      )

      func TestTake(t *testing.T) {
      	pool := New(1)
      	var wg sync.WaitGroup
      	wg.Add(1)
      	go func() {
      		defer wg.Done()
      		connection, err := pool.Take()
      		require.NoError(t, err)
        ^^^^^^^^^^^^^^^^^^^^^^^ flagged high
      		connection.Close()
      	}()
      	wg.Wait()
      }
      """
    ),
    RuleExample(
      "go",
      "What only marks the test may run anywhere",
      path: "pool_test.go",
      """
      package pool

      import (
      	"sync"
      	"testing"

      	"github.com/stretchr/testify/assert"
      )

      func TestTake(t *testing.T) {
      	pool := New(1)
      	var wg sync.WaitGroup
      	wg.Add(1)
      	go func() {
      		defer wg.Done()
      		_, err := pool.Take()
      		assert.NoError(t, err)
      	}()
      	wg.Wait()
      }
      """
    ),
    RuleExample(
      "go",
      "A failure steps over the assertion",
      path: "load_test.go",
      """
      package orders

      import (
      	"testing"

      	"github.com/stretchr/testify/assert"
      )

      func TestLoad(t *testing.T) {
      	order, err := Load("42")
      	if err == nil {
       ^^^^^^^^^^^^^^^ flagged medium
      		assert.Equal(t, 119, order.Total)
      	}
      }
      """
    ),
    RuleExample(
      "go",
      "The failure ends the test",
      path: "load_test.go",
      """
      package orders

      import (
      	"testing"

      	"github.com/stretchr/testify/assert"
      )

      func TestLoad(t *testing.T) {
      	order, err := Load("42")
      	if err != nil {
      		t.Fatalf("load: %v", err)
      	}
      	assert.Equal(t, 119, order.Total)
      }
      """
    ),
    RuleExample(
      "go",
      "The error is looked at only where there is one",
      path: "parse_test.go",
      """
      package orders

      import (
      	"testing"

      	"github.com/stretchr/testify/assert"
      )

      func TestParseRefusesNothing(t *testing.T) {
      	_, err := Parse("")
      	if err != nil {
       ^^^^^^^^^^^^^^ flagged medium
      		assert.Contains(t, err.Error(), "empty order")
      	}
      }
      """
    ),
    RuleExample(
      "go",
      "The test fails where nothing was refused",
      path: "parse_test.go",
      """
      package orders

      import (
      	"strings"
      	"testing"
      )

      func TestParseRefusesNothing(t *testing.T) {
      	_, err := Parse("")
      	if err == nil {
      		t.Fatal("an empty order was read")
      	}
      	if !strings.Contains(err.Error(), "empty order") {
      		t.Errorf("unexpected error: %v", err)
      	}
      }
      """
    ),
    RuleExample(
      "go",
      "A case that may expect an error",
      path: "parse_test.go",
      """
      package orders

      import "testing"

      func TestParse(t *testing.T) {
      	for _, tc := range []struct {
      		text    string
      		wantErr bool
      	}{{"", true}, {"{}", false}} {
      		_, err := Parse(tc.text)
      		if err != nil {
      			if !tc.wantErr {
      				t.Errorf("Parse(%q): %v", tc.text, err)
      			}
      			continue
      		}
      		if tc.wantErr {
      			t.Errorf("Parse(%q) gives no error", tc.text)
      		}
      	}
      }
      """
    ),
    RuleExample(
      "java",
      "A handler takes the failure of the assertion",
      path: "src/test/java/shop/InvoiceTest.java",
      """
      package shop;

      import static org.junit.jupiter.api.Assertions.assertEquals;

      import org.junit.jupiter.api.Test;

      class InvoiceTest {
        @Test
        void totalAddsTax() {
          Invoice invoice = new Invoice(100, 19);
          try {
            assertEquals(119, invoice.total());
          } catch (Throwable t) {
            ^^^^^^^^^^^^^^^^ flagged high
            t.printStackTrace();
          }
        }
      }
      """
    ),
    RuleExample(
      "java",
      "An exception is no failed assertion, and the test asserts nothing then",
      path: "src/test/java/shop/ImportTest.java",
      """
      package shop;

      import static org.junit.Assert.assertEquals;

      import java.io.IOException;
      import org.junit.Test;

      public class ImportTest {
        @Test
        public void readsRows() {
          try {
            Import rows = Import.read("orders.csv");
            assertEquals(3, rows.size());
          } catch (IOException e) {
            ^^^^^^^^^^^^^^^^^^ flagged medium
            e.printStackTrace();
          }
        }
      }
      """
    ),
    RuleExample(
      "java",
      "The exception is demanded only where it comes",
      path: "src/test/java/shop/PaymentTest.java",
      """
      package shop;

      import static org.junit.jupiter.api.Assertions.assertEquals;

      import org.junit.jupiter.api.Test;

      class PaymentTest {
        @Test
        void refusesAnEmptyCard() {
          try {
            new Payment().charge(null, 100);
          } catch (RefusedException expected) {
            ^^^^^^^^^^^^^^^^^^^^^^^ flagged high
            assertEquals("no card", expected.getMessage());
          }
        }
      }
      """
    ),
    RuleExample(
      "java",
      "It fails where nothing was thrown",
      path: "src/test/java/shop/PaymentTest.java",
      """
      package shop;

      import static org.junit.jupiter.api.Assertions.assertEquals;
      import static org.junit.jupiter.api.Assertions.fail;

      import org.junit.jupiter.api.Test;

      class PaymentTest {
        @Test
        void refusesAnEmptyCard() {
          try {
            new Payment().charge(null, 100);
            fail("the charge went through");
          } catch (RefusedException expected) {
            ^^^^^^^^^^^^^^^^^^^^^^^ checked
            assertEquals("no card", expected.getMessage());
          }
        }
      }
      """
    ),
    RuleExample(
      "java",
      "Soft assertions that nobody asks for",
      path: "src/test/java/shop/OrderTest.java",
      """
      package shop;

      import org.assertj.core.api.SoftAssertions;
      import org.junit.jupiter.api.Test;

      class OrderTest {
        @Test
        void ships() {
          Order order = new Order("42");
          order.ship();
          SoftAssertions softly = new SoftAssertions();
                                  ^^^^^^^^^^^^^^^^^^^^ flagged high
          softly.assertThat(order.isShipped()).isTrue();
          softly.assertThat(order.events()).hasSize(1);
        }
      }
      """
    ),
    RuleExample(
      "java",
      "Soft assertions that are asked for",
      path: "src/test/java/shop/OrderTest.java",
      """
      package shop;

      import org.assertj.core.api.SoftAssertions;
      import org.junit.jupiter.api.Test;

      class OrderTest {
        @Test
        void ships() {
          Order order = new Order("42");
          order.ship();
          SoftAssertions softly = new SoftAssertions();
                                  ^^^^^^^^^^^^^^^^^^^^ checked
          softly.assertThat(order.isShipped()).isTrue();
          softly.assertAll();
        }
      }
      """
    ),
    RuleExample(
      "java",
      "A verification that says nothing",
      path: "src/test/java/shop/NoticeTest.java",
      """
      package shop;

      import static org.mockito.Mockito.mock;
      import static org.mockito.Mockito.verify;

      import org.junit.jupiter.api.Test;

      class NoticeTest {
        @Test
        void tellsTheCustomer() {
          Mailer mailer = mock(Mailer.class);
          new Notices(mailer).shipped("42");
          verify(mailer);
          ^^^^^^^^^^^^^^ flagged high
        }
      }
      """
    ),
    RuleExample(
      "java",
      "A thread takes the failure along",
      path: "src/test/java/shop/CacheTest.java",
      """
      package shop;

      import static org.junit.jupiter.api.Assertions.assertEquals;

      import org.junit.jupiter.api.Test;

      class CacheTest {
        @Test
        void readersSeeWhatWasWritten() throws InterruptedException {
          Cache cache = new Cache();
          cache.put("sku-1", 3);
          Thread reader = new Thread(() -> assertEquals(3, cache.get("sku-1")));
                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          reader.start();
          reader.join();
        }
      }
      """
    ),
    RuleExample(
      "java",
      "A failure that a listener of the suite gets",
      path: "src/test/java/shop/SyncTest.java",
      """
      package shop;

      import static org.junit.jupiter.api.Assertions.assertEquals;

      import org.junit.jupiter.api.Test;

      class SyncTest {
        @Test
        void writesAll() {
          try {
            assertEquals(3, new Sync().run().written());
          } catch (AssertionError failure) {
            ^^^^^^^^^^^^^^^^^^^^^ unverified
            Outcomes.record(failure);
          }
        }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "A handler takes the failure of the assertion",
      path: "src/test/kotlin/shop/InvoiceTest.kt",
      """
      package shop

      import kotlin.test.Test
      import kotlin.test.assertEquals

      class InvoiceTest {
          @Test
          fun `total adds tax`() {
              val invoice = Invoice(net = 100, tax = 19)
              runCatching {
              ^^^^^^^^^^^^^ flagged high
                  assertEquals(119, invoice.total())
              }
          }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "Where nothing is found, nothing is asserted",
      path: "src/test/kotlin/shop/OrdersTest.kt",
      """
      package shop

      import kotlin.test.Test
      import kotlin.test.assertEquals

      class OrdersTest {
          private val orders = Orders()

          @Test
          fun `finds the order`() {
              orders.find("42")?.let { order ->
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
                  assertEquals(119, order.total)
              }
          }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "The error is demanded, not hoped for",
      path: "src/test/kotlin/shop/PaymentTest.kt",
      """
      package shop

      import kotlin.test.Test
      import kotlin.test.assertEquals
      import kotlin.test.assertFailsWith

      class PaymentTest {
          @Test
          fun `refuses an empty card`() {
              val refused = assertFailsWith<RefusedException> { Payment().charge(null, 100) }
              assertEquals("no card", refused.message)
          }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "A thread takes the failure along",
      path: "src/test/kotlin/shop/CacheTest.kt",
      """
      package shop

      import kotlin.concurrent.thread
      import kotlin.test.Test
      import kotlin.test.assertEquals

      class CacheTest {
          @Test
          fun `readers see what was written`() {
              val cache = Cache()
              cache.put("sku-1", 3)
              val reader = thread { assertEquals(3, cache.get("sku-1")) }
                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
              reader.join()
          }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "It fails where nothing was thrown",
      path: "src/test/kotlin/shop/PaymentTest.kt",
      """
      package shop

      import kotlin.test.Test
      import kotlin.test.assertEquals
      import kotlin.test.fail

      class PaymentTest {
          @Test
          fun `refuses an empty card`() {
              try {
                  Payment().charge(null, 100)
                  fail("the charge went through")
              } catch (e: RefusedException) {
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
                  assertEquals("no card", e.message)
              }
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "A handler takes the failure of the assertion",
      path: "tests/InvoiceTests.cs",
      """
      using System;
      using Xunit;

      public class InvoiceTests
      {
          [Fact]
          public void TotalAddsTax()
          {
              var invoice = new Invoice(100, 19);
              try
              {
                  Assert.Equal(119, invoice.Total());
              }
              catch (Exception e)
              ^^^^^^^^^^^^^^^^ flagged high
              {
                  Console.WriteLine(e.Message);
              }
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "An assertion that is not awaited",
      path: "tests/PaymentTests.cs",
      """
      using System.Threading.Tasks;
      using Xunit;

      public class PaymentTests
      {
          [Fact]
          public async Task RefusesAnEmptyCard()
          {
              var payments = new Payments();
              Assert.ThrowsAsync<RefusedException>(() => payments.ChargeAsync(null, 100));
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
              await payments.CloseAsync();
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "Awaited",
      path: "tests/PaymentTests.cs",
      """
      using System.Threading.Tasks;
      using Xunit;

      public class PaymentTests
      {
          [Fact]
          public async Task RefusesAnEmptyCard()
          {
              var payments = new Payments();
              await Assert.ThrowsAsync<RefusedException>(() => payments.ChargeAsync(null, 100));
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "It says of what, and demands nothing",
      path: "tests/CartTests.cs",
      """
      using FluentAssertions;
      using Xunit;

      public class CartTests
      {
          [Fact]
          public void IsEmptyAtFirst()
          {
              var cart = new Cart();
              cart.Items.Should().BeEmpty();
              cart.Total().Should();
              ^^^^^^^^^^^^^^^^^^^^^ flagged high
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "A task that nobody waits for",
      path: "tests/CacheTests.cs",
      """
      using System.Threading.Tasks;
      using Xunit;

      public class CacheTests
      {
          [Fact]
          public void ReadersSeeWhatWasWritten()
          {
              var cache = new Cache();
              cache.Put("sku-1", 3);
              Task.Run(() => Assert.Equal(3, cache.Get("sku-1")));
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "The failure is kept and asked for",
      path: "tests/ImportTests.cs",
      """
      using System;
      using NUnit.Framework;

      public class ImportTests
      {
          [Test]
          public void ReadsAllRows()
          {
              Exception failure = null;
              try
              {
                  Assert.AreEqual(3, new Import("orders.csv").Rows.Count);
              }
              catch (Exception e)
              ^^^^^^^^^^^^^^^^ checked
              {
                  failure = e;
              }
              Assert.IsNull(failure);
          }
      }
      """
    ),
    RuleExample(
      "rust",
      "Only where there is an order",
      path: "tests/orders.rs",
      """
      use shop::orders::load;

      #[test]
      fn loads_the_total() {
          if let Ok(order) = load("42") {
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
              assert_eq!(order.total, 119);
          }
      }
      """
    ),
    RuleExample(
      "rust",
      "A failure of the load fails the test",
      path: "tests/orders.rs",
      """
      use shop::orders::load;

      #[test]
      fn loads_the_total() {
          match load("42") {
              Ok(order) => assert_eq!(order.total, 119),
              Err(error) => panic!("no order: {error}"),
          }
      }
      """
    ),
    RuleExample(
      "rust",
      "The panic of the thread is not asked for",
      path: "tests/cache.rs",
      """
      use std::sync::Arc;
      use std::thread;

      use shop::cache::Cache;

      #[test]
      fn readers_see_what_was_written() {
          let cache = Arc::new(Cache::new());
          cache.put("sku-1", 3);
          let reader = Arc::clone(&cache);
          thread::spawn(move || {
              assert_eq!(reader.get("sku-1"), Some(3));
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          });
      }
      """
    ),
    RuleExample(
      "rust",
      "The thread is joined, and its panic goes on",
      path: "tests/cache.rs",
      """
      use std::sync::Arc;
      use std::thread;

      use shop::cache::Cache;

      #[test]
      fn readers_see_what_was_written() {
          let cache = Arc::new(Cache::new());
          cache.put("sku-1", 3);
          let reader = Arc::clone(&cache);
          let handle = thread::spawn(move || {
              assert_eq!(reader.get("sku-1"), Some(3));
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          });
          handle.join().unwrap();
      }
      """
    ),
    RuleExample(
      "rust",
      "A panic that is caught and thrown away",
      path: "tests/price.rs",
      """
      use shop::price::parse;

      #[test]
      fn reads_a_price() {
          let _ = std::panic::catch_unwind(|| {
              assert_eq!(parse("3.00").unwrap().cents, 300);
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          });
      }
      """
    ),
    RuleExample(
      "swift",
      "Nobody waits for the task",
      path: "Tests/ShopTests/CacheTests.swift",
      """
      import XCTest

      @testable import Shop

      final class CacheTests: XCTestCase {
        func testReadersSeeWhatWasWritten() {
          let cache = Cache()
          cache.put("sku-1", 3)
          Task {
            let found = await cache.get("sku-1")
            XCTAssertEqual(found, 3)
            ^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          }
        }
      }
      """
    ),
    RuleExample(
      "swift",
      "The expectation is waited for",
      path: "Tests/ShopTests/CacheTests.swift",
      """
      import XCTest

      @testable import Shop

      final class CacheTests: XCTestCase {
        func testReadersSeeWhatWasWritten() {
          let cache = Cache()
          let done = expectation(description: "read")
          DispatchQueue.global().async {
            XCTAssertEqual(cache.read("sku-1"), 3)
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
            done.fulfill()
          }
          wait(for: [done], timeout: 2)
        }
      }
      """
    ),
    RuleExample(
      "swift",
      "A failure steps over the assertion",
      path: "Tests/ShopTests/ImportTests.swift",
      """
      import XCTest

      @testable import Shop

      final class ImportTests: XCTestCase {
        func testReadsRows() {
          do {
            let rows = try Import.read("orders.csv")
            XCTAssertEqual(rows.count, 3)
          } catch {
            ^^^^^^^ flagged medium
            print(error)
          }
        }
      }
      """
    ),
    RuleExample(
      "swift",
      "The handler fails the test",
      path: "Tests/ShopTests/ImportTests.swift",
      #"""
      import XCTest

      @testable import Shop

      final class ImportTests: XCTestCase {
        func testReadsRows() {
          do {
            let rows = try Import.read("orders.csv")
            XCTAssertEqual(rows.count, 3)
          } catch {
            XCTFail("no rows: \(error)")
          }
        }
      }
      """#
    ),
    RuleExample(
      "swift",
      "Where nothing is found, nothing is asserted",
      path: "Tests/ShopTests/OrderTests.swift",
      """
      import XCTest

      @testable import Shop

      final class OrderTests: XCTestCase {
        func testFindsTheOrder() {
          let orders = Orders.sample
          guard let order = orders.find("42") else { return }
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          XCTAssertEqual(order.total, 119)
        }
      }
      """
    ),
    RuleExample(
      "swift",
      "A failure that is expected, and nobody knows why",
      path: "Tests/ShopTests/TaxTests.swift",
      """
      import XCTest

      @testable import Shop

      final class TaxTests: XCTestCase {
        func testRateOfBooks() {
          XCTExpectFailure()
          ^^^^^^^^^^^^^^^^^^ flagged high
          XCTAssertEqual(Tax.rate(of: .book), 7)
        }
      }
      """
    ),
    RuleExample(
      "java",
      "A mark is left, and the test asks for it",
      path: "src/test/java/WatcherTest.java",
      """
      import static org.junit.jupiter.api.Assertions.assertEquals;
      import static org.junit.jupiter.api.Assertions.assertFalse;

      import java.util.concurrent.atomic.AtomicBoolean;
      import org.junit.jupiter.api.Test;

      class WatcherTest {
          @Test
          void tellsTheName() {
              AtomicBoolean hasFailed = new AtomicBoolean(false);
              watcher.onChange(event -> {
                  try {
                      assertEquals("a.txt", event.name());
                  } catch (AssertionError e) {
                    ^^^^^^^^^^^^^^^^^^^^^ checked
                      hasFailed.set(true);
                  }
              });
              assertFalse(hasFailed.get());
          }
      }
      """
    ),
  ]
}
