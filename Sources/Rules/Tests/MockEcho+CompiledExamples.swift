/// In languages that are compiled: Go, Java, Kotlin, C#, Rust, Swift.
extension MockEcho {
  static let compiledExamples: [RuleExample] = [
    RuleExample(
      "go",
      "The mock is asked for what it was told",
      path: "repo_test.go",
      """
      package shop

      import (
      	"testing"

      	"github.com/stretchr/testify/assert"
      )

      func TestFind(t *testing.T) {
      	repo := new(MockRepo)
      	repo.On("Find", "42").Return("order 42")
      	assert.Equal(t, "order 42", repo.Find("42"))
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
      }
      """
    ),
    RuleExample(
      "go",
      "The code computes",
      path: "totals_test.go",
      """
      package shop

      import (
      	"testing"

      	"github.com/stretchr/testify/assert"
      )

      func TestTotalAddsTax(t *testing.T) {
      	rates := new(MockRates)
      	rates.On("Tax", 100).Return(19)
      	assert.Equal(t, 119, Total(100, rates))
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      }
      """
    ),
    RuleExample(
      "java",
      "The mock is asked for what it was told",
      path: "src/test/java/shop/RepoTest.java",
      """
      package shop;

      import static org.junit.jupiter.api.Assertions.assertEquals;
      import static org.mockito.Mockito.mock;
      import static org.mockito.Mockito.when;

      import org.junit.jupiter.api.Test;

      class RepoTest {
        @Test
        void findsTheOrder() {
          OrderRepo repo = mock(OrderRepo.class);
          Order order = new Order("42");
          when(repo.find("42")).thenReturn(order);
          assertEquals(order, repo.find("42"));
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
        }
      }
      """
    ),
    RuleExample(
      "java",
      "The code computes",
      path: "src/test/java/shop/TotalsTest.java",
      """
      package shop;

      import static org.junit.jupiter.api.Assertions.assertEquals;
      import static org.mockito.Mockito.mock;
      import static org.mockito.Mockito.when;

      import org.junit.jupiter.api.Test;

      class TotalsTest {
        @Test
        void addsTax() {
          Rates rates = mock(Rates.class);
          when(rates.tax(100)).thenReturn(19);
          assertEquals(119, new Totals(rates).of(100));
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
        }
      }
      """
    ),
    RuleExample(
      "java",
      "It may only hand on",
      path: "src/test/java/shop/OrderServiceTest.java",
      """
      package shop;

      import static org.junit.jupiter.api.Assertions.assertEquals;
      import static org.mockito.Mockito.mock;
      import static org.mockito.Mockito.when;

      import org.junit.jupiter.api.Test;

      class OrderServiceTest {
        @Test
        void givesTheOrder() {
          OrderRepo repo = mock(OrderRepo.class);
          Order order = new Order("42");
          when(repo.find("42")).thenReturn(order);
          assertEquals(order, new OrderService(repo).get("42"));
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
        }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "The mock is asked for what it was told",
      path: "src/test/kotlin/shop/RepoTest.kt",
      """
      package shop

      import io.mockk.every
      import io.mockk.mockk
      import kotlin.test.Test
      import kotlin.test.assertEquals

      class RepoTest {
          @Test
          fun `finds the order`() {
              val repo = mockk<OrderRepo>()
              every { repo.find("42") } returns "order 42"
              assertEquals("order 42", repo.find("42"))
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "The code computes",
      path: "src/test/kotlin/shop/TotalsTest.kt",
      """
      package shop

      import io.mockk.every
      import io.mockk.mockk
      import kotlin.test.Test
      import kotlin.test.assertEquals

      class TotalsTest {
          @Test
          fun `adds tax`() {
              val rates = mockk<Rates>()
              every { rates.tax(100) } returns 19
              assertEquals(119, Totals(rates).of(100))
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "The mock is asked for what it was told",
      path: "tests/RepoTests.cs",
      """
      using Moq;
      using Xunit;

      public class RepoTests
      {
          [Fact]
          public void FindsTheOrder()
          {
              var repo = new Mock<IOrderRepo>();
              repo.Setup(r => r.Find("42")).Returns("order 42");
              Assert.Equal("order 42", repo.Object.Find("42"));
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "A substitute is asked for what it was told",
      path: "tests/RepoTests.cs",
      """
      using NSubstitute;
      using Xunit;

      public class RepoTests
      {
          [Fact]
          public void FindsTheOrder()
          {
              var repo = Substitute.For<IOrderRepo>();
              repo.Find("42").Returns("order 42");
              Assert.Equal("order 42", repo.Find("42"));
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "The code computes",
      path: "tests/TotalsTests.cs",
      """
      using Moq;
      using Xunit;

      public class TotalsTests
      {
          [Fact]
          public void AddsTax()
          {
              var rates = new Mock<IRates>();
              rates.Setup(r => r.Tax(100)).Returns(19);
              var totals = new Totals(rates.Object);
              Assert.Equal(119, totals.Of(100));
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          }
      }
      """
    ),
    RuleExample(
      "rust",
      "The mock is asked for what it was told",
      path: "tests/repo.rs",
      """
      use shop::repo::MockOrderRepo;

      #[test]
      fn finds_the_order() {
          let mut repo = MockOrderRepo::new();
          repo.expect_find().return_const("order 42");
          assert_eq!(repo.find("42"), "order 42");
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
      }
      """
    ),
    RuleExample(
      "rust",
      "The code computes",
      path: "tests/totals.rs",
      """
      use shop::rates::MockRates;
      use shop::totals::total;

      #[test]
      fn adds_tax() {
          let mut rates = MockRates::new();
          rates.expect_tax().return_const(19u64);
          assert_eq!(total(100, &rates), 119);
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      }
      """
    ),
    RuleExample(
      "swift",
      "The double is asked for what it was given",
      path: "Tests/ShopTests/RepoTests.swift",
      """
      import XCTest

      @testable import Shop

      final class RepoTests: XCTestCase {
        func testFindsTheOrder() {
          let repo = MockOrderRepo()
          repo.found = Order(id: "42")
          XCTAssertEqual(repo.find("42"), Order(id: "42"))
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
        }
      }
      """
    ),
    RuleExample(
      "swift",
      "The code computes",
      path: "Tests/ShopTests/TotalsTests.swift",
      """
      import XCTest

      @testable import Shop

      final class TotalsTests: XCTestCase {
        func testAddsTax() {
          let rates = MockRates()
          rates.tax = 19
          XCTAssertEqual(Totals(rates: rates).of(100), 119)
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
        }
      }
      """
    ),
    RuleExample(
      "java",
      "What a double gives is filled elsewhere in the test",
      path: "src/test/java/HistoryTest.java",
      """
      import java.util.ArrayList;
      import java.util.List;
      import org.junit.jupiter.api.Test;
      import org.mockito.Mockito;

      class HistoryTest {
          @Test
          void findsWhatWasDeleted() {
              Operator operator = Mockito.mock(Operator.class);
              Entry entry = new Entry();
              entry.setId("id-17");
              List<Entry> list = new ArrayList<>();
              list.add(entry);
              Mockito.when(operator.queryMany("deleted")).thenReturn(list);
              List<Entry> deleted = new History(operator).findDeleted();
              assertEquals("id-17", deleted.get(0).getId());
          }
      }
      """
    ),
  ]
}
