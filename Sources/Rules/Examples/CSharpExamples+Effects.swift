extension LanguageExamples {
  /// C#: writes, loops, and what was taken away.
  static let csharpEffects: [RuleID: [RuleExample]] = [
    .checkThenAct: [
      RuleExample(
        "csharp",
        "Find none, add one",
        #"""
        using Microsoft.EntityFrameworkCore;

        public class Accounts(ShopDbContext db)
        {
            [HttpPost]
            public async Task Register(string email)
            {
                var existing = await db.Users.FirstOrDefaultAsync(u => u.Email == email);
                if (existing == null)
                {
                    db.Users.Add(new User { Email = email });
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged
                    await db.SaveChangesAsync();
                }
            }
        }
        """#
      ),
      RuleExample(
        "csharp",
        "Look for the file, then write it",
        #"""
        using System.IO;

        public static class Settings
        {
            public static void Init(string path)
            {
                if (!File.Exists(path))
                {
                    File.WriteAllText(path, "{}");
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged
                }
            }
        }
        """#
      ),
      RuleExample(
        "csharp",
        "A look that only decides what to show",
        #"""
        using Microsoft.EntityFrameworkCore;

        public class Accounts(ShopDbContext db)
        {
            public async Task<string> Greeting(string email)
            {
                var user = await db.Users.FirstOrDefaultAsync(u => u.Email == email);
                return user == null ? "Hello" : $"Hello {user.Name}";
            }
        }
        """#
      ),
    ],
    .retryWithoutIdempotency: [
      RuleExample(
        "csharp",
        "A loop round a payment",
        #"""
        using Stripe;

        public class Payments(ChargeService charges)
        {
            public async Task<Charge> Charge(ChargeCreateOptions options)
            {
                for (var attempt = 0; attempt < 3; attempt++)
                {
                    try
                    {
                        return await charges.CreateAsync(options);
                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged
                    }
                    catch (StripeException)
                    {
                        await Task.Delay(1000);
                    }
                }

                throw new PaymentFailed();
            }
        }
        """#
      ),
      RuleExample(
        "csharp",
        "The order's own id is the key",
        #"""
        using Stripe;

        public class Payments(ChargeService charges)
        {
            public async Task<Charge> Charge(ChargeCreateOptions options, Order order)
            {
                for (var attempt = 0; attempt < 3; attempt++)
                {
                    try
                    {
                        return await charges.CreateAsync(options, new RequestOptions { IdempotencyKey = order.Id });
                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
                    }
                    catch (StripeException)
                    {
                        await Task.Delay(1000);
                    }
                }

                throw new PaymentFailed();
            }
        }
        """#
      ),
      RuleExample(
        "csharp",
        "Reading again does no harm",
        #"""
        public class Rates(HttpClient http)
        {
            public async Task<string> Load()
            {
                for (var attempt = 0; attempt < 3; attempt++)
                {
                    try
                    {
                        return await http.GetStringAsync("/rates");
                    }
                    catch (HttpRequestException)
                    {
                        await Task.Delay(1000);
                    }
                }

                throw new RatesMissing();
            }
        }
        """#
      ),
    ],
    .ioInLoop: [
      RuleExample(
        "csharp",
        "A query for each post",
        #"""
        using Microsoft.EntityFrameworkCore;

        public class Posts(ShopDbContext db)
        {
            public async Task<List<Author>> Authors(List<Post> posts)
            {
                var authors = new List<Author>();
                foreach (var post in posts)
                {
                    authors.Add(await db.Authors.FirstAsync(a => a.Id == post.AuthorId));
                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged
                }

                return authors;
            }
        }
        """#
      ),
      RuleExample(
        "csharp",
        "One query for all of them",
        #"""
        using Microsoft.EntityFrameworkCore;

        public class Posts(ShopDbContext db)
        {
            public async Task<List<Author>> Authors(List<Post> posts)
            {
                var ids = posts.Select(p => p.AuthorId).ToList();
                return await db.Authors.Where(a => ids.Contains(a.Id)).ToListAsync();
            }
        }
        """#
      ),
    ],
    .removedGuard: [
      RuleExample(
        "csharp",
        "Whose order this is is no longer asked",
        baseline: #"""
          public class Payments(Gateway gateway)
          {
              public async Task Pay(Order order, string userId)
              {
                  if (order.OwnerId != userId)
                  {
                      throw new UnauthorizedAccessException();
                  }

                  await gateway.Charge(order.Total);
              }
          }
          """#,
        #"""
        public class Payments(Gateway gateway)
        {
            public async Task Pay(Order order, string userId)
            {
                await gateway.Charge(order.Total);
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged
            }
        }
        """#
      ),
      RuleExample(
        "csharp",
        "The check moved into a method that is called in its place",
        baseline: #"""
          public class Payments(Gateway gateway)
          {
              public async Task Pay(Order order, string userId)
              {
                  if (order.OwnerId != userId)
                  {
                      throw new UnauthorizedAccessException();
                  }

                  await gateway.Charge(order.Total);
              }
          }
          """#,
        #"""
        public class Payments(Gateway gateway)
        {
            private void AssertOwner(Order order, string userId)
            {
                if (order.OwnerId != userId)
                {
                    throw new UnauthorizedAccessException();
                }
            }

            public async Task Pay(Order order, string userId)
            {
                AssertOwner(order, userId);
                ^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
                await gateway.Charge(order.Total);
            }
        }
        """#
      ),
    ],
    .weakenedHandler: [
      RuleExample(
        "csharp",
        "A catch round code that had none",
        baseline: #"""
          public class Balances(HttpClient http, ILogger<Balances> logger)
          {
              public async Task<decimal> Balance(string userId)
              {
                  return await http.GetFromJsonAsync<decimal>($"/balance/{userId}");
              }
          }
          """#,
        #"""
        public class Balances(HttpClient http, ILogger<Balances> logger)
        {
            public async Task<decimal> Balance(string userId)
            {
                try
                {
                    return await http.GetFromJsonAsync<decimal>($"/balance/{userId}");
                }
                catch (Exception error)
                ^^^^^^^^^^^^^^^^ flagged
                {
                    logger.LogWarning(error, "no balance");
                    return 0;
                }
            }
        }
        """#
      ),
      RuleExample(
        "csharp",
        "The failure still goes on",
        baseline: #"""
          public class Balances(HttpClient http, ILogger<Balances> logger)
          {
              public async Task<decimal> Balance(string userId)
              {
                  return await http.GetFromJsonAsync<decimal>($"/balance/{userId}");
              }
          }
          """#,
        #"""
        public class Balances(HttpClient http, ILogger<Balances> logger)
        {
            public async Task<decimal> Balance(string userId)
            {
                try
                {
                    return await http.GetFromJsonAsync<decimal>($"/balance/{userId}");
                }
                catch (Exception error)
                {
                    logger.LogWarning(error, "no balance");
                    throw;
                }
            }
        }
        """#
      ),
    ],
  ]
}
