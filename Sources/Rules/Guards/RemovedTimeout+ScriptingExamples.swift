extension RemovedTimeout {
  static let scriptingExamples: [RuleExample] = [
    RuleExample(
      "python",
      "The argument is gone",
      diff: """
         import requests

         def level(sku):
        -    response = requests.get(f"https://stock.internal/{sku}", timeout=5)
        +    response = requests.get(f"https://stock.internal/{sku}")
        +               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
             response.raise_for_status()
             return response.json()["level"]
        """
    ),
    RuleExample(
      "python",
      "It waits ten times as long",
      diff: """
         import requests

         def level(sku):
        -    response = requests.get(f"https://stock.internal/{sku}", timeout=5)
        +    response = requests.get(f"https://stock.internal/{sku}", timeout=60)
        +                                                             ^^^^^^^^^^ flagged medium
             response.raise_for_status()
             return response.json()["level"]
        """
    ),
    RuleExample(
      "python",
      "The scope around it is gone",
      diff: """
         import asyncio

         async def level(gateway, sku):
        -    async with asyncio.timeout(5):
        -        return await gateway.load(sku)
        +    return await gateway.load(sku)
        +                 ^^^^^^^^^^^^^^^^^ flagged medium
        """
    ),
    RuleExample(
      "python",
      "The client has a limit of its own",
      diff: """
         import httpx

         def level(sku):
        -    response = httpx.get(f"https://stock.internal/{sku}", timeout=3)
        +    response = httpx.get(f"https://stock.internal/{sku}")
        +               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
             response.raise_for_status()
             return response.json()["level"]
        """
    ),
    RuleExample(
      "python",
      "The limit has a name now",
      diff: """
         import requests

         STOCK_TIMEOUT = 5

         def level(sku):
        +    ^^^^^ checked
        -    response = requests.get(f"https://stock.internal/{sku}", timeout=5)
        +    response = requests.get(f"https://stock.internal/{sku}", timeout=STOCK_TIMEOUT)
             response.raise_for_status()
             return response.json()["level"]
        """
    ),
    RuleExample(
      "python",
      "Gone with the call",
      diff: """
         import requests

         def level(sku, cache):
        -    response = requests.get(f"https://stock.internal/{sku}", timeout=5)
        -    return response.json()["level"]
        +    return cache[sku]
        """
    ),
    RuleExample(
      "python",
      "What else the call is given is not seen",
      diff: """
         import requests

        -def level(sku):
        -    response = requests.get(f"https://stock.internal/{sku}", timeout=5)
        +def level(sku, **options):
        +    response = requests.get(f"https://stock.internal/{sku}", **options)
        +                                                             ^^^^^^^^^ unverified
             response.raise_for_status()
             return response.json()["level"]
        """
    ),
    RuleExample(
      "typescript",
      "A wrapper that is new may end it",
      diff: """
         export async function level(sku: string): Promise<string> {
        -  const response = await fetch(`/stock/${sku}`, { signal: AbortSignal.timeout(5000) });
        +  const response = await bounded(fetch(`/stock/${sku}`));
        +                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
           return response.text();
         }
        """
    ),
    RuleExample(
      "typescript",
      "The signal is not handed on",
      diff: """
         export async function level(sku: string): Promise<string> {
        -  const response = await fetch(`/stock/${sku}`, { signal: AbortSignal.timeout(5000) });
        +  const response = await fetch(`/stock/${sku}`);
        +                         ^^^^^^^^^^^^^^^^^^^^^^ flagged medium
           return response.text();
         }
        """
    ),
    RuleExample(
      "javascript",
      "Zero is no limit",
      diff: """
         import axios from "axios";

         export async function level(sku) {
        -  const response = await axios.get(`https://stock.internal/${sku}`, { timeout: 5000 });
        +  const response = await axios.get(`https://stock.internal/${sku}`, { timeout: 0 });
        +                                                                      ^^^^^^^^^^ flagged high
           return response.data.level;
         }
        """
    ),
    RuleExample(
      "javascript",
      "The options have a name now",
      diff: """
         import axios from "axios";

         export async function level(sku) {
        +                      ^^^^^ checked
        -  const response = await axios.get(`https://stock.internal/${sku}`, { timeout: 5000 });
        +  const options = { timeout: 5000 };
        +  const response = await axios.get(`https://stock.internal/${sku}`, options);
           return response.data.level;
         }
        """
    ),
    RuleExample(
      "typescript",
      "The client is made with it",
      diff: """
         import axios from "axios";

         export async function level(sku: string): Promise<number> {
        -  const response = await axios.get(`https://stock.internal/${sku}`, { timeout: 5000 });
        +  const client = axios.create({ timeout: 5000 });
        +                                         ^^^^ checked
        +  const response = await client.get(`https://stock.internal/${sku}`);
           return response.data.level;
         }
        """
    ),
    RuleExample(
      "ruby",
      "The block that ended it is gone",
      diff: """
         require "httparty"
         require "timeout"

         class Stock
           def level(sku)
        -    response = Timeout.timeout(5) { HTTParty.get("https://stock.internal/#{sku}") }
        +    response = HTTParty.get("https://stock.internal/#{sku}")
        +               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
             response.parsed_response
           end
         end
        """
    ),
    RuleExample(
      "ruby",
      "An option in place of the block",
      diff: """
         require "httparty"
         require "timeout"

         class Stock
           def level(sku)
        +      ^^^^^ checked
        -    response = Timeout.timeout(5) { HTTParty.get("https://stock.internal/#{sku}") }
        +    response = HTTParty.get("https://stock.internal/#{sku}", timeout: 5)
             response.parsed_response
           end
         end
        """
    ),
    RuleExample(
      "php",
      "Milliseconds in place of seconds",
      diff: """
         <?php

         function level(string $sku): string
        +         ^^^^^ checked
         {
             $handle = curl_init('https://stock.internal/' . $sku);
             curl_setopt($handle, CURLOPT_RETURNTRANSFER, true);
        -    curl_setopt($handle, CURLOPT_TIMEOUT, 5);
        +    curl_setopt($handle, CURLOPT_TIMEOUT_MS, 5000);
             return curl_exec($handle);
         }
        """
    ),
    RuleExample(
      "php",
      "A hundred times as long",
      diff: #"""
         <?php

         use Illuminate\Support\Facades\Http;

         class Stock
         {
             public function level(string $sku): array
             {
        -        return Http::timeout(5)->get('https://stock.internal/' . $sku)->json();
        +        return Http::timeout(500)->get('https://stock.internal/' . $sku)->json();
        +               ^^^^^^^^^^^^^^^^^^ flagged medium
             }
         }
        """#
    ),
  ]
}
