extension LanguageExamples {
  /// C#: results, tests, and text that does not parse.
  static let csharpResults: [RuleID: [RuleExample]] = [
    .fabricatedResult: [
      RuleExample(
        "csharp",
        "Invented recommendations for a service that is down",
        #"""
        public class Recommendations(HttpClient http)
        {
            public async Task<Recommendation[]> For(string orderId)
            {
                try
                {
                    return await http.GetFromJsonAsync<Recommendation[]>($"/recommendations/{orderId}");
                }
                catch (HttpRequestException)
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged
                {
                    return new[]
                    {
                        new Recommendation { Sku = "A-100", Score = 0.92 },
                        new Recommendation { Sku = "B-200", Score = 0.87 },
                    };
                }
            }
        }
        """#
      ),
      RuleExample(
        "csharp",
        "A score for every text",
        #"""
        public class Texts
        {
            public double PredictSentiment(string text)
            {
                return 0.87;
                ^^^^^^^^^^^^ flagged
            }
        }
        """#
      ),
      RuleExample(
        "csharp",
        "A failure is a failure",
        #"""
        public class Recommendations(HttpClient http)
        {
            public async Task<Recommendation[]> For(string orderId)
            {
                try
                {
                    return await http.GetFromJsonAsync<Recommendation[]>($"/recommendations/{orderId}");
                }
                catch (HttpRequestException error)
                {
                    throw new RecommendationsMissing(orderId, error);
                }
            }
        }
        """#
      ),
    ],
    .assertionFreeTest: [
      RuleExample(
        "csharp",
        "Nothing can fail this test but an exception",
        path: "tests/CartTests.cs",
        #"""
        using Xunit;

        public class CartTests
        {
            [Fact]
            public void AddsAnItem()
                        ^^^^^^^^^^ flagged
            {
                var cart = new Cart();
                cart.Add("sku-1");
            }
        }
        """#
      ),
      RuleExample(
        "csharp",
        "What comes out is demanded",
        path: "tests/CartTests.cs",
        #"""
        using Xunit;

        public class CartTests
        {
            [Fact]
            public void AddsAnItem()
                        ^^^^^^^^^^ checked
            {
                var cart = new Cart();
                cart.Add("sku-1");
                Assert.Equal(1, cart.Count);
            }
        }
        """#
      ),
      RuleExample(
        "csharp",
        "A call that must have happened",
        path: "tests/CartTests.cs",
        #"""
        using Moq;
        using NUnit.Framework;

        public class CartTests
        {
            [Test]
            public void TellsTheShop()
                        ^^^^^^^^^^^^ checked
            {
                var shop = new Mock<IShop>();
                new Cart(shop.Object).Add("sku-1");
                shop.Verify(s => s.Added("sku-1"), Times.Once());
            }
        }
        """#
      ),
    ],
    .tautologicalTest: [
      RuleExample(
        "csharp",
        "A constant with itself",
        path: "tests/CheckoutTests.cs",
        #"""
        using Xunit;

        public class CheckoutTests
        {
            [Fact]
            public void PaysAnOrder()
            {
                new Checkout().Pay("42");
                Assert.True(true);
                ^^^^^^^^^^^^^^^^^ flagged
            }
        }
        """#
      ),
      RuleExample(
        "csharp",
        "A new object is there",
        path: "tests/OrderServiceTests.cs",
        #"""
        using FluentAssertions;
        using Xunit;

        public class OrderServiceTests
        {
            [Fact]
            public void Works()
            {
                new OrderService(repository).Should().NotBeNull();
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged
            }
        }
        """#
      ),
      RuleExample(
        "csharp",
        "A failure is demanded",
        path: "tests/CartTests.cs",
        #"""
        using Xunit;

        public class CartTests
        {
            [Fact]
            public void RefusesUnknownItems()
                        ^^^^^^^^^^^^^^^^^^^ checked
            {
                Assert.Throws<UnknownItem>(() => new Cart().Add("nothing"));
            }
        }
        """#
      ),
    ],
  ]
}
