extension LanguageExamples {
  /// C#: failures, waits and tasks.
  static let csharpErrors: [RuleID: [RuleExample]] = [
    .swallowedError: [
      RuleExample(
        "csharp",
        "A warning and an empty list in place of the orders",
        #"""
        public class OrderClient(HttpClient http, ILogger<OrderClient> logger)
        {
            public async Task<List<Order>> Open(string customer)
            {
                try
                {
                    return await http.GetFromJsonAsync<List<Order>>($"/orders?customer={customer}");
                }
                catch (Exception error)
                ^^^^^^^^^^^^^^^^ flagged
                {
                    logger.LogWarning(error, "No orders for {Customer}", customer);
                    return new List<Order>();
                }
            }
        }
        """#
      ),
      RuleExample(
        "csharp",
        "A write whose failure nobody hears of",
        #"""
        using System.IO;

        public static class Receipts
        {
            public static void Save(Receipt receipt, string path)
            {
                try
                {
                    File.WriteAllText(path, receipt.Text);
                }
                catch
                ^^^^^ flagged
                {
                }
            }
        }
        """#
      ),
      RuleExample(
        "csharp",
        "The failure goes on, with what is known here",
        #"""
        using System.IO;

        public static class Receipts
        {
            public static void Save(Receipt receipt, string path)
            {
                try
                {
                    File.WriteAllText(path, receipt.Text);
                }
                catch (IOException error)
                ^^^^^^^^^^^^^^^^^^ checked
                {
                    throw new ReceiptException($"receipt {receipt.Id}", error);
                }
            }
        }
        """#
      ),
      RuleExample(
        "csharp",
        "A filter lets all but one failure pass",
        #"""
        public class Profiles(HttpClient http)
        {
            public async Task<Profile?> Find(string id)
            {
                try
                {
                    return await http.GetFromJsonAsync<Profile>($"/profiles/{id}");
                }
                catch (HttpRequestException error) when (error.StatusCode == HttpStatusCode.NotFound)
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
                {
                    return null;
                }
            }
        }
        """#
      ),
    ],
    .broadCatch: [
      RuleExample(
        "csharp",
        "Everything is caught and told, whatever it was",
        #"""
        public class Sync(HttpClient http, Alerts alerts)
        {
            public async Task<Result> Run(Order order)
            {
                try
                {
                    await http.PostAsJsonAsync("/orders", order);
                    await http.PostAsJsonAsync("/index", order);
                    return Result.Done;
                }
                catch (Exception error)
                ^^^^^^^^^^^^^^^^ flagged
                {
                    await RetryLater(order);
                    return Result.Later;
                }
            }
        }
        """#
      ),
      RuleExample(
        "csharp",
        "The type says what is meant",
        #"""
        public class Sync(HttpClient http)
        {
            public async Task<int> Run(Order order)
            {
                try
                {
                    await http.PostAsJsonAsync("/orders", order);
                    await http.PostAsJsonAsync("/index", order);
                    return 1;
                }
                catch (HttpRequestException)
                {
                    return 0;
                }
            }
        }
        """#
      ),
    ],
    .missingTimeout: [
      RuleExample(
        "csharp",
        "A process that may never end",
        #"""
        using System.Diagnostics;

        public static class Converter
        {
            public static int Convert(string path)
            {
                using var process = Process.Start("convert", path);
                process.WaitForExit();
                ^^^^^^^^^^^^^^^^^^^^^ flagged
                return process.ExitCode;
            }
        }
        """#
      ),
      RuleExample(
        "csharp",
        "`HttpClient` gives up after 100 seconds",
        #"""
        public class Profiles(HttpClient http)
        {
            public async Task<Profile> Load(string id)
            {
                var response = await http.GetAsync($"/profiles/{id}");
                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
                response.EnsureSuccessStatusCode();
                return await response.Content.ReadFromJsonAsync<Profile>();
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
            }
        }
        """#
      ),
      RuleExample(
        "csharp",
        "A limit that is taken away where the client is made",
        #"""
        using System.Net.Http;
        using System.Threading;

        public class Feed
        {
            private readonly HttpClient http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };

            public async Task<string> Next(string url)
            {
                return await http.GetStringAsync(url);
                             ^^^^^^^^^^^^^^^^^^^^^^^^ flagged
            }
        }
        """#
      ),
      RuleExample(
        "csharp",
        "A limit for the wait",
        #"""
        using System.Diagnostics;

        public static class Converter
        {
            public static bool Convert(string path)
            {
                using var process = Process.Start("convert", path);
                return process.WaitForExit(5000);
                       ^^^^^^^^^^^^^^^^^^^^^^^^^ checked
            }
        }
        """#
      ),
    ],
    .uncheckedResult: [
      RuleExample(
        "csharp",
        "`HttpClient` does not throw on a 500",
        #"""
        public class Carts(HttpClient http)
        {
            public async Task<Cart> Load(string id)
            {
                var response = await http.GetAsync($"/carts/{id}");
                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged
                return await response.Content.ReadFromJsonAsync<Cart>();
            }
        }
        """#
      ),
      RuleExample(
        "csharp",
        "A bad status throws",
        #"""
        public class Carts(HttpClient http)
        {
            public async Task<Cart> Load(string id)
            {
                var response = await http.GetAsync($"/carts/{id}");
                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
                response.EnsureSuccessStatusCode();
                return await response.Content.ReadFromJsonAsync<Cart>();
            }
        }
        """#
      ),
      RuleExample(
        "csharp",
        "Methods that give the body throw by themselves",
        #"""
        public class Carts(HttpClient http)
        {
            public async Task<Cart?> Load(string id) => await http.GetFromJsonAsync<Cart>($"/carts/{id}");
        }
        """#
      ),
    ],
    .unawaitedTask: [
      RuleExample(
        "csharp",
        "A method of its own that nobody awaits",
        #"""
        public class Orders(AuditLog log)
        {
            private async Task Audit(Order order)
            {
                await log.Write(order);
            }

            public async Task<string> Place(Order order)
            {
                Audit(order);
                ^^^^^^^^^^^^ flagged
                return order.Id;
            }
        }
        """#
      ),
      RuleExample(
        "csharp",
        "Work that is started and forgotten",
        #"""
        using System.Threading.Tasks;

        public class Orders(Mailer mailer)
        {
            public string Place(Order order)
            {
                Task.Run(() => mailer.Send(order));
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged
                return order.Id;
            }
        }
        """#
      ),
      RuleExample(
        "csharp",
        "All of it is awaited together",
        #"""
        using System.Threading.Tasks;

        public class Reports(Store store)
        {
            public async Task<Report> Load(string day)
            {
                var orders = Task.Run(() => store.Orders(day));
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
                var totals = Task.Run(() => store.Totals(day));
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
                await Task.WhenAll(orders, totals);
                return new Report(orders.Result, totals.Result);
            }
        }
        """#
      ),
      RuleExample(
        "csharp",
        "A discard says that it is on purpose, not who minds",
        #"""
        public class Orders(HttpClient http)
        {
            public async Task<string> Place(Order order)
            {
                _ = http.PostAsJsonAsync("/audit", order);
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
                await order.Save();
                return order.Id;
            }
        }
        """#
      ),
    ],
  ]
}
