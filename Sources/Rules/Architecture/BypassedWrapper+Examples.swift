let bypassedWrapperExamples: [RuleExample] = [
  RuleExample(
    "python",
    "Everybody else goes through the client",
    path: "shop/prices.py",
    others: [
      "shop/clients/api.py": """
      import requests

      def get_json(path, token):
          response = requests.get(BASE + path, headers={"Authorization": token}, timeout=5)
          if response.status_code >= 400:
              raise ApiError(response.status_code)
          return response.json()
      """,
      "shop/orders.py": """
      from shop.clients.api import get_json

      def order(id, token):
          return get_json(f"/orders/{id}", token)

      def lines(id, token):
          return get_json(f"/orders/{id}/lines", token)
      """,
      "shop/stock.py": """
      from shop.clients.api import get_json

      def stock(sku, token):
          return get_json(f"/stock/{sku}", token)
      """,
    ],
    """
    import requests

    def price(sku):
        response = requests.get(f"https://api.example.com/prices/{sku}", timeout=5)
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
        return response.json()["price"]
    """
  ),
  RuleExample(
    "python",
    "The unit went through the client before",
    path: "shop/prices.py",
    baseline: """
      from shop.clients.api import get_json

      def price(sku):
          return get_json(f"/prices/{sku}", TOKEN)["price"]
      """,
    others: [
      "shop/clients/api.py": """
      import requests

      def get_json(path, token):
          response = requests.get(BASE + path, headers={"Authorization": token}, timeout=5)
          if response.status_code >= 400:
              raise ApiError(response.status_code)
          return response.json()
      """,
      "shop/orders.py": """
      from shop.clients.api import get_json

      def order(id, token):
          return get_json(f"/orders/{id}", token)

      def lines(id, token):
          return get_json(f"/orders/{id}/lines", token)
      """,
      "shop/stock.py": """
      from shop.clients.api import get_json

      def stock(sku, token):
          return get_json(f"/stock/{sku}", token)
      """,
    ],
    """
    import requests

    def price(sku):
        response = requests.get(f"https://api.example.com/prices/{sku}", timeout=5)
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
        return response.json()["price"]
    """
  ),
  RuleExample(
    "python",
    "It goes through the client",
    path: "shop/prices.py",
    others: [
      "shop/clients/api.py": """
      import requests

      def get_json(path, token):
          response = requests.get(BASE + path, headers={"Authorization": token}, timeout=5)
          if response.status_code >= 400:
              raise ApiError(response.status_code)
          return response.json()
      """,
      "shop/orders.py": """
      from shop.clients.api import get_json

      def order(id, token):
          return get_json(f"/orders/{id}", token)

      def lines(id, token):
          return get_json(f"/orders/{id}/lines", token)
      """,
      "shop/stock.py": """
      from shop.clients.api import get_json

      def stock(sku, token):
          return get_json(f"/stock/{sku}", token)
      """,
    ],
    """
    from shop.clients.api import get_json

    def price(sku, token):
        return get_json(f"/prices/{sku}", token)["price"]
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
    """
  ),
  RuleExample(
    "python",
    "It asks for what the client may not be able to do",
    path: "shop/exports.py",
    others: [
      "shop/clients/api.py": """
      import requests

      def get_json(path, token):
          response = requests.get(BASE + path, headers={"Authorization": token}, timeout=5)
          if response.status_code >= 400:
              raise ApiError(response.status_code)
          return response.json()
      """,
      "shop/orders.py": """
      from shop.clients.api import get_json

      def order(id, token):
          return get_json(f"/orders/{id}", token)

      def lines(id, token):
          return get_json(f"/orders/{id}/lines", token)
      """,
      "shop/stock.py": """
      from shop.clients.api import get_json

      def stock(sku, token):
          return get_json(f"/stock/{sku}", token)
      """,
    ],
    """
    import requests

    def export(path):
        return requests.get("https://api.example.com/export", stream=True, timeout=60)
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
    """
  ),
  RuleExample(
    "python",
    "Only one other goes through it",
    path: "shop/prices.py",
    others: [
      "shop/clients/api.py": """
      import requests

      def get_json(path, token):
          response = requests.get(BASE + path, headers={"Authorization": token}, timeout=5)
          if response.status_code >= 400:
              raise ApiError(response.status_code)
          return response.json()
      """,
      "shop/orders.py": """
      from shop.clients.api import get_json

      def order(id, token):
          return get_json(f"/orders/{id}", token)

      def lines(id, token):
          return get_json(f"/orders/{id}/lines", token)
      """,
    ],
    """
    import requests

    def price(sku):
        response = requests.get(f"https://api.example.com/prices/{sku}", timeout=5)
        return response.json()["price"]
    """
  ),
  RuleExample(
    "python",
    "The client itself",
    path: "shop/clients/api.py",
    others: [
      "shop/orders.py": """
      from shop.clients.api import get_json

      def order(id, token):
          return get_json(f"/orders/{id}", token)

      def lines(id, token):
          return get_json(f"/orders/{id}/lines", token)
      """,
      "shop/stock.py": """
      from shop.clients.api import get_json

      def stock(sku, token):
          return get_json(f"/stock/{sku}", token)
      """,
    ],
    """
    import requests

    def get_json(path, token):
        response = requests.get(BASE + path, headers={"Authorization": token}, timeout=5)
        if response.status_code >= 400:
            raise ApiError(response.status_code)
        return response.json()
    """
  ),
  RuleExample(
    "python",
    "A script is run by hand",
    path: "scripts/fill.py",
    others: [
      "shop/clients/api.py": """
      import requests

      def get_json(path, token):
          response = requests.get(BASE + path, headers={"Authorization": token}, timeout=5)
          if response.status_code >= 400:
              raise ApiError(response.status_code)
          return response.json()
      """,
      "shop/orders.py": """
      from shop.clients.api import get_json

      def order(id, token):
          return get_json(f"/orders/{id}", token)

      def lines(id, token):
          return get_json(f"/orders/{id}/lines", token)
      """,
      "shop/stock.py": """
      from shop.clients.api import get_json

      def stock(sku, token):
          return get_json(f"/stock/{sku}", token)
      """,
    ],
    """
    import requests

    def price(sku):
        response = requests.get(f"https://api.example.com/prices/{sku}", timeout=5)
        return response.json()["price"]
    """
  ),
  RuleExample(
    "javascript",
    "Everybody else goes through the client",
    path: "src/prices.js",
    others: [
      "src/clients/api.js": """
      import axios from 'axios'

      export async function getJson(path, token) {
        try {
          const response = await axios.get(BASE + path, { headers: { Authorization: token }, timeout: 5000 })
          return response.data
        } catch (error) {
          throw new ApiError('api', { cause: error })
        }
      }
      """,
      "src/orders.js": """
      import { getJson } from './clients/api'

      export const order = async (id, token) => getJson(`/orders/${id}`, token)
      export const lines = async (id, token) => getJson(`/orders/${id}/lines`, token)
      """,
      "src/stock.js": """
      import { getJson } from './clients/api'

      export async function stock(sku, token) {
        return getJson(`/stock/${sku}`, token)
      }
      """,
    ],
    """
    import axios from 'axios'

    export async function price(sku) {
      const response = await axios.get(`https://api.example.com/prices/${sku}`)
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
      return response.data.price
    }
    """
  ),
  RuleExample(
    "javascript",
    "It goes through the client",
    path: "src/prices.js",
    others: [
      "src/clients/api.js": """
      import axios from 'axios'

      export async function getJson(path, token) {
        try {
          const response = await axios.get(BASE + path, { headers: { Authorization: token }, timeout: 5000 })
          return response.data
        } catch (error) {
          throw new ApiError('api', { cause: error })
        }
      }
      """,
      "src/orders.js": """
      import { getJson } from './clients/api'

      export const order = async (id, token) => getJson(`/orders/${id}`, token)
      export const lines = async (id, token) => getJson(`/orders/${id}/lines`, token)
      """,
      "src/stock.js": """
      import { getJson } from './clients/api'

      export async function stock(sku, token) {
        return getJson(`/stock/${sku}`, token)
      }
      """,
    ],
    """
    import { getJson } from './clients/api'

    export async function price(sku, token) {
      const found = await getJson(`/prices/${sku}`, token)
                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      return found.price
    }
    """
  ),
  RuleExample(
    "typescript",
    "Everybody else goes through the client",
    path: "src/prices.ts",
    others: [
      "src/clients/api.ts": """
      import axios from 'axios'

      export async function getJson(path, token) {
        try {
          const response = await axios.get(BASE + path, { headers: { Authorization: token }, timeout: 5000 })
          return response.data
        } catch (error) {
          throw new ApiError('api', { cause: error })
        }
      }
      """,
      "src/orders.ts": """
      import { getJson } from './clients/api'

      export const order = async (id, token) => getJson(`/orders/${id}`, token)
      export const lines = async (id, token) => getJson(`/orders/${id}/lines`, token)
      """,
      "src/stock.ts": """
      import { getJson } from './clients/api'

      export async function stock(sku, token) {
        return getJson(`/stock/${sku}`, token)
      }
      """,
    ],
    """
    import axios from 'axios'

    export async function price(sku) {
      const response = await axios.get(`https://api.example.com/prices/${sku}`)
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
      return response.data.price
    }
    """
  ),
  RuleExample(
    "typescript",
    "It asks for a stream, which the client may not give",
    path: "src/exports.ts",
    others: [
      "src/clients/api.ts": """
      import axios from 'axios'

      export async function getJson(path, token) {
        try {
          const response = await axios.get(BASE + path, { headers: { Authorization: token }, timeout: 5000 })
          return response.data
        } catch (error) {
          throw new ApiError('api', { cause: error })
        }
      }
      """,
      "src/orders.ts": """
      import { getJson } from './clients/api'

      export const order = async (id, token) => getJson(`/orders/${id}`, token)
      export const lines = async (id, token) => getJson(`/orders/${id}/lines`, token)
      """,
      "src/stock.ts": """
      import { getJson } from './clients/api'

      export async function stock(sku, token) {
        return getJson(`/stock/${sku}`, token)
      }
      """,
    ],
    """
    import axios from 'axios'

    export async function exported(id) {
      const response = await axios.get(`https://api.example.com/exports/${id}`, { responseType: 'stream' })
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
      return response.data
    }
    """
  ),
  RuleExample(
    "typescript",
    "It goes through the client",
    path: "src/prices.ts",
    others: [
      "src/clients/api.ts": """
      import axios from 'axios'

      export async function getJson(path, token) {
        try {
          const response = await axios.get(BASE + path, { headers: { Authorization: token }, timeout: 5000 })
          return response.data
        } catch (error) {
          throw new ApiError('api', { cause: error })
        }
      }
      """,
      "src/orders.ts": """
      import { getJson } from './clients/api'

      export const order = async (id, token) => getJson(`/orders/${id}`, token)
      export const lines = async (id, token) => getJson(`/orders/${id}/lines`, token)
      """,
      "src/stock.ts": """
      import { getJson } from './clients/api'

      export async function stock(sku, token) {
        return getJson(`/stock/${sku}`, token)
      }
      """,
    ],
    """
    import { getJson } from './clients/api'

    export async function price(sku, token) {
      const found = await getJson(`/prices/${sku}`, token)
                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      return found.price
    }
    """
  ),
  RuleExample(
    "go",
    "Everybody else goes through the client",
    path: "prices/prices.go",
    others: [
      "client/client.go": """
      package client

      import (
      	"fmt"
      	"log"
      	"net/http"
      )

      func Get(path string) (*http.Response, error) {
      	response, err := http.Get(base + path)
      	if err != nil {
      		log.Printf("get %s: %v", path, err)
      		return nil, fmt.Errorf("get %s: %w", path, err)
      	}
      	return response, nil
      }
      """,
      "orders/orders.go": """
      package orders

      import "example.com/shop/client"

      func Order(id string) (*Response, error) {
      	return client.Get("/orders/" + id)
      }

      func Lines(id string) (*Response, error) {
      	return client.Get("/orders/" + id + "/lines")
      }
      """,
      "stock/stock.go": """
      package stock

      import "example.com/shop/client"

      func Stock(sku string) (*Response, error) {
      	return client.Get("/stock/" + sku)
      }
      """,
    ],
    """
    package prices

    import "net/http"

    func Price(sku string) (*http.Response, error) {
    	return http.Get("https://api.example.com/prices/" + sku)
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
    }
    """
  ),
  RuleExample(
    "go",
    "It goes through the client",
    path: "prices/prices.go",
    others: [
      "client/client.go": """
      package client

      import (
      	"fmt"
      	"log"
      	"net/http"
      )

      func Get(path string) (*http.Response, error) {
      	response, err := http.Get(base + path)
      	if err != nil {
      		log.Printf("get %s: %v", path, err)
      		return nil, fmt.Errorf("get %s: %w", path, err)
      	}
      	return response, nil
      }
      """,
      "orders/orders.go": """
      package orders

      import "example.com/shop/client"

      func Order(id string) (*Response, error) {
      	return client.Get("/orders/" + id)
      }

      func Lines(id string) (*Response, error) {
      	return client.Get("/orders/" + id + "/lines")
      }
      """,
      "stock/stock.go": """
      package stock

      import "example.com/shop/client"

      func Stock(sku string) (*Response, error) {
      	return client.Get("/stock/" + sku)
      }
      """,
    ],
    """
    package prices

    import "example.com/shop/client"

    func Price(sku string) (*Response, error) {
    	return client.Get("/prices/" + sku)
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
    }
    """
  ),
  RuleExample(
    "java",
    "Everybody else goes through the client",
    path: "src/main/java/com/acme/prices/Prices.java",
    others: [
      "src/main/java/com/acme/http/ApiClient.java": """
      package com.acme.http;

      import java.net.http.HttpClient;
      import java.net.http.HttpRequest;
      import java.net.http.HttpResponse;

      public class ApiClient {
          private final HttpClient http = HttpClient.newHttpClient();

          public String get(HttpRequest request) {
              try {
                  return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
              } catch (Exception error) {
                  throw new ApiException(error);
              }
          }
      }
      """,
      "src/main/java/com/acme/orders/Orders.java": """
      package com.acme.orders;

      import com.acme.http.ApiClient;

      class Orders {
          private final ApiClient api;

          Orders(ApiClient api) {
              this.api = api;
          }

          String order(HttpRequest request) {
              return api.get(request);
          }
          String lines(HttpRequest request) {
              return api.get(request);
          }
      }
      """,
      "src/main/java/com/acme/stock/Stock.java": """
      package com.acme.stock;

      import com.acme.http.ApiClient;

      class Stock {
          private final ApiClient api;

          Stock(ApiClient api) {
              this.api = api;
          }

          String stock(HttpRequest request) {
              return api.get(request);
          }
      }
      """,
    ],
    """
    package com.acme.prices;

    import java.net.http.HttpClient;
    import java.net.http.HttpRequest;
    import java.net.http.HttpResponse;

    class Prices {
        private final HttpClient http = HttpClient.newHttpClient();

        String price(HttpRequest request) throws Exception {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
        }
    }
    """
  ),
  RuleExample(
    "java",
    "It goes through the client",
    path: "src/main/java/com/acme/prices/Prices.java",
    others: [
      "src/main/java/com/acme/http/ApiClient.java": """
      package com.acme.http;

      import java.net.http.HttpClient;
      import java.net.http.HttpRequest;
      import java.net.http.HttpResponse;

      public class ApiClient {
          private final HttpClient http = HttpClient.newHttpClient();

          public String get(HttpRequest request) {
              try {
                  return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
              } catch (Exception error) {
                  throw new ApiException(error);
              }
          }
      }
      """,
      "src/main/java/com/acme/orders/Orders.java": """
      package com.acme.orders;

      import com.acme.http.ApiClient;

      class Orders {
          private final ApiClient api;

          Orders(ApiClient api) {
              this.api = api;
          }

          String order(HttpRequest request) {
              return api.get(request);
          }
          String lines(HttpRequest request) {
              return api.get(request);
          }
      }
      """,
      "src/main/java/com/acme/stock/Stock.java": """
      package com.acme.stock;

      import com.acme.http.ApiClient;

      class Stock {
          private final ApiClient api;

          Stock(ApiClient api) {
              this.api = api;
          }

          String stock(HttpRequest request) {
              return api.get(request);
          }
      }
      """,
    ],
    """
    package com.acme.prices;

    import com.acme.http.ApiClient;

    class Prices {
        private final ApiClient api;

        Prices(ApiClient api) {
            this.api = api;
        }

        String price(HttpRequest request) {
            return api.get(request);
                   ^^^^^^^^^^^^^^^^ checked
        }
    }
    """
  ),
  RuleExample(
    "kotlin",
    "Everybody else goes through the client",
    path: "src/main/kotlin/com/acme/prices/Prices.kt",
    others: [
      "src/main/kotlin/com/acme/http/ApiClient.kt": """
      package com.acme.http

      import java.net.http.HttpClient
      import java.net.http.HttpRequest
      import java.net.http.HttpResponse

      class ApiClient(private val http: HttpClient) {
          fun get(request: HttpRequest): String {
              try {
                  return http.send(request, HttpResponse.BodyHandlers.ofString()).body()
              } catch (error: Exception) {
                  throw ApiException(error)
              }
          }
      }
      """,
      "src/main/kotlin/com/acme/orders/Orders.kt": """
      package com.acme.orders

      import com.acme.http.ApiClient

      class Orders(private val api: ApiClient) {
          fun order(request: HttpRequest) = api.get(request)
          fun lines(request: HttpRequest) = api.get(request)
      }
      """,
      "src/main/kotlin/com/acme/stock/Stock.kt": """
      package com.acme.stock

      import com.acme.http.ApiClient

      class Stock(private val api: ApiClient) {
          fun stock(request: HttpRequest) = api.get(request)
      }
      """,
    ],
    """
    package com.acme.prices

    import java.net.http.HttpClient
    import java.net.http.HttpRequest
    import java.net.http.HttpResponse

    class Prices(private val http: HttpClient) {
        fun price(request: HttpRequest): String {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body()
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
        }
    }
    """
  ),
  RuleExample(
    "kotlin",
    "It goes through the client",
    path: "src/main/kotlin/com/acme/prices/Prices.kt",
    others: [
      "src/main/kotlin/com/acme/http/ApiClient.kt": """
      package com.acme.http

      import java.net.http.HttpClient
      import java.net.http.HttpRequest
      import java.net.http.HttpResponse

      class ApiClient(private val http: HttpClient) {
          fun get(request: HttpRequest): String {
              try {
                  return http.send(request, HttpResponse.BodyHandlers.ofString()).body()
              } catch (error: Exception) {
                  throw ApiException(error)
              }
          }
      }
      """,
      "src/main/kotlin/com/acme/orders/Orders.kt": """
      package com.acme.orders

      import com.acme.http.ApiClient

      class Orders(private val api: ApiClient) {
          fun order(request: HttpRequest) = api.get(request)
          fun lines(request: HttpRequest) = api.get(request)
      }
      """,
      "src/main/kotlin/com/acme/stock/Stock.kt": """
      package com.acme.stock

      import com.acme.http.ApiClient

      class Stock(private val api: ApiClient) {
          fun stock(request: HttpRequest) = api.get(request)
      }
      """,
    ],
    """
    package com.acme.prices

    import com.acme.http.ApiClient

    class Prices(private val api: ApiClient) {
        fun price(request: HttpRequest) = api.get(request)
                                          ^^^^^^^^^^^^^^^^ checked
    }
    """
  ),
  RuleExample(
    "php",
    "Everybody else goes through the client",
    path: "src/Prices.php",
    others: [
      "src/Clients/ApiClient.php": """
      <?php
      namespace App\\Clients;

      use GuzzleHttp\\Client;

      class ApiClient
      {
          public function __construct(private Client $http)
          {
          }

          public function get(string $path): array
          {
              try {
                  $response = $this->http->get($path, ['timeout' => 5]);
              } catch (\\Exception $error) {
                  throw new ApiException('api', 0, $error);
              }
              return json_decode($response->getBody(), true);
          }
      }
      """,
      "src/Orders.php": """
      <?php
      namespace App;

      use App\\Clients\\ApiClient;

      class Orders
      {
          public function __construct(private ApiClient $api)
          {
          }

          public function order(string $id): array
          {
              return $this->api->get('/order/' . $id);
          }

          public function lines(string $id): array
          {
              return $this->api->get('/lines/' . $id);
          }
      }
      """,
      "src/Stock.php": """
      <?php
      namespace App;

      use App\\Clients\\ApiClient;

      class Stock
      {
          public function __construct(private ApiClient $api)
          {
          }

          public function stock(string $id): array
          {
              return $this->api->get('/stock/' . $id);
          }
      }
      """,
    ],
    """
    <?php
    namespace App;

    use GuzzleHttp\\Client;

    class Prices
    {
        public function __construct(private Client $http)
        {
        }

        public function price(string $sku): string
        {
            return $this->http->get('/prices/' . $sku)->getBody();
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
        }
    }
    """
  ),
  RuleExample(
    "php",
    "It goes through the client",
    path: "src/Prices.php",
    others: [
      "src/Clients/ApiClient.php": """
      <?php
      namespace App\\Clients;

      use GuzzleHttp\\Client;

      class ApiClient
      {
          public function __construct(private Client $http)
          {
          }

          public function get(string $path): array
          {
              try {
                  $response = $this->http->get($path, ['timeout' => 5]);
              } catch (\\Exception $error) {
                  throw new ApiException('api', 0, $error);
              }
              return json_decode($response->getBody(), true);
          }
      }
      """,
      "src/Orders.php": """
      <?php
      namespace App;

      use App\\Clients\\ApiClient;

      class Orders
      {
          public function __construct(private ApiClient $api)
          {
          }

          public function order(string $id): array
          {
              return $this->api->get('/order/' . $id);
          }

          public function lines(string $id): array
          {
              return $this->api->get('/lines/' . $id);
          }
      }
      """,
      "src/Stock.php": """
      <?php
      namespace App;

      use App\\Clients\\ApiClient;

      class Stock
      {
          public function __construct(private ApiClient $api)
          {
          }

          public function stock(string $id): array
          {
              return $this->api->get('/stock/' . $id);
          }
      }
      """,
    ],
    """
    <?php
    namespace App;

    use App\\Clients\\ApiClient;

    class Prices
    {
        public function __construct(private ApiClient $api)
        {
        }

        public function price(string $id): array
        {
            return $this->api->get('/price/' . $id);
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
        }
    }
    """
  ),
  RuleExample(
    "ruby",
    "Everybody else goes through the client",
    path: "app/prices.rb",
    others: [
      "app/clients/api_client.rb": """
      class ApiClient
        def self.get(path, token)
          response = HTTParty.get(BASE + path, headers: { 'Authorization' => token }, timeout: 5)
          raise ApiError, response.code unless response.success?

          response.parsed_response
        end
      end
      """,
      "app/orders.rb": """
      class Orders
        def order(id, token)
          ApiClient.get("/orders/#{id}", token)
        end

        def lines(id, token)
          ApiClient.get("/orders/#{id}/lines", token)
        end
      end
      """,
      "app/stock.rb": """
      class Stock
        def stock(sku, token)
          ApiClient.get("/stock/#{sku}", token)
        end
      end
      """,
    ],
    """
    class Prices
      def price(sku)
        HTTParty.get("https://api.example.com/prices/#{sku}").parsed_response
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
      end
    end
    """
  ),
  RuleExample(
    "ruby",
    "It goes through the client",
    path: "app/prices.rb",
    others: [
      "app/clients/api_client.rb": """
      class ApiClient
        def self.get(path, token)
          response = HTTParty.get(BASE + path, headers: { 'Authorization' => token }, timeout: 5)
          raise ApiError, response.code unless response.success?

          response.parsed_response
        end
      end
      """,
      "app/orders.rb": """
      class Orders
        def order(id, token)
          ApiClient.get("/orders/#{id}", token)
        end

        def lines(id, token)
          ApiClient.get("/orders/#{id}/lines", token)
        end
      end
      """,
      "app/stock.rb": """
      class Stock
        def stock(sku, token)
          ApiClient.get("/stock/#{sku}", token)
        end
      end
      """,
    ],
    """
    class Prices
      def price(sku, token)
        ApiClient.get("/prices/#{sku}", token)
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      end
    end
    """
  ),
  RuleExample(
    "rust",
    "Everybody else goes through the client",
    path: "src/prices.rs",
    others: [
      "src/client.rs": """
      use std::time::Duration;

      pub async fn get(path: &str, token: &str) -> Result<String, ApiError> {
          let response = reqwest::get(format!("{BASE}{path}?token={token}")).await;
          match response {
              Ok(response) => response.text().await.map_err(ApiError::Body),
              Err(error) => {
                  tracing::warn!("get {path}: {error}");
                  Err(ApiError::Network(error))
              }
          }
      }
      """,
      "src/orders.rs": """
      use crate::client;

      pub async fn order(id: &str, token: &str) -> Result<String, ApiError> {
          client::get(id, token).await
      }

      pub async fn lines(id: &str, token: &str) -> Result<String, ApiError> {
          client::get(id, token).await
      }
      """,
      "src/stock.rs": """
      use crate::client;

      pub async fn stock(sku: &str, token: &str) -> Result<String, ApiError> {
          client::get(sku, token).await
      }
      """,
    ],
    """
    pub async fn price(sku: &str) -> Result<String, reqwest::Error> {
        let response = reqwest::get(format!("https://api.example.com/prices/{sku}")).await?;
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
        response.text().await
    }
    """
  ),
  RuleExample(
    "rust",
    "It goes through the client",
    path: "src/prices.rs",
    others: [
      "src/client.rs": """
      use std::time::Duration;

      pub async fn get(path: &str, token: &str) -> Result<String, ApiError> {
          let response = reqwest::get(format!("{BASE}{path}?token={token}")).await;
          match response {
              Ok(response) => response.text().await.map_err(ApiError::Body),
              Err(error) => {
                  tracing::warn!("get {path}: {error}");
                  Err(ApiError::Network(error))
              }
          }
      }
      """,
      "src/orders.rs": """
      use crate::client;

      pub async fn order(id: &str, token: &str) -> Result<String, ApiError> {
          client::get(id, token).await
      }

      pub async fn lines(id: &str, token: &str) -> Result<String, ApiError> {
          client::get(id, token).await
      }
      """,
      "src/stock.rs": """
      use crate::client;

      pub async fn stock(sku: &str, token: &str) -> Result<String, ApiError> {
          client::get(sku, token).await
      }
      """,
    ],
    """
    use crate::client;

    pub async fn price(sku: &str, token: &str) -> Result<String, ApiError> {
        client::get(sku, token).await
        ^^^^^^^^^^^^^^^^^^^^^^^ checked
    }
    """
  ),
  RuleExample(
    "csharp",
    "Everybody else goes through the client",
    path: "src/Shop/Prices.cs",
    others: [
      "src/Http/ApiClient.cs": """
      using System.Net.Http;

      namespace Acme.Http;

      public class ApiClient
      {
          private readonly HttpClient http;

          public ApiClient(HttpClient http) { this.http = http; }

          public async Task<string> Get(string path)
          {
              try
              {
                  return await http.GetStringAsync(path);
              }
              catch (HttpRequestException error)
              {
                  throw new ApiException("api", error);
              }
          }
      }
      """,
      "src/Shop/Orders.cs": """
      using Acme.Http;

      namespace Acme.Shop;

      public class Orders
      {
          private readonly ApiClient api;

          public Orders(ApiClient api) { this.api = api; }

          public async Task<string> Order(string id) => await api.Get(id);

          public async Task<string> Lines(string id) => await api.Get(id);
      }
      """,
      "src/Shop/Stock.cs": """
      using Acme.Http;

      namespace Acme.Shop;

      public class Stock
      {
          private readonly ApiClient api;

          public Stock(ApiClient api) { this.api = api; }

          public async Task<string> Level(string id) => await api.Get(id);
      }
      """,
    ],
    """
    using System.Net.Http;

    namespace Acme.Shop;

    public class Prices
    {
        private readonly HttpClient http;

        public Prices(HttpClient http) { this.http = http; }

        public async Task<string> Price(string sku)
        {
            return await http.GetStringAsync("https://api.example.com/prices/" + sku);
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
        }
    }
    """
  ),
  RuleExample(
    "csharp",
    "It goes through the client",
    path: "src/Shop/Prices.cs",
    others: [
      "src/Http/ApiClient.cs": """
      using System.Net.Http;

      namespace Acme.Http;

      public class ApiClient
      {
          private readonly HttpClient http;

          public ApiClient(HttpClient http) { this.http = http; }

          public async Task<string> Get(string path)
          {
              try
              {
                  return await http.GetStringAsync(path);
              }
              catch (HttpRequestException error)
              {
                  throw new ApiException("api", error);
              }
          }
      }
      """,
      "src/Shop/Orders.cs": """
      using Acme.Http;

      namespace Acme.Shop;

      public class Orders
      {
          private readonly ApiClient api;

          public Orders(ApiClient api) { this.api = api; }

          public async Task<string> Order(string id) => await api.Get(id);

          public async Task<string> Lines(string id) => await api.Get(id);
      }
      """,
      "src/Shop/Stock.cs": """
      using Acme.Http;

      namespace Acme.Shop;

      public class Stock
      {
          private readonly ApiClient api;

          public Stock(ApiClient api) { this.api = api; }

          public async Task<string> Level(string id) => await api.Get(id);
      }
      """,
    ],
    """
    using Acme.Http;

    namespace Acme.Shop;

    public class Prices
    {
        private readonly ApiClient api;

        public Prices(ApiClient api) { this.api = api; }

        public async Task<string> Price(string id) => await api.Get(id);
                                                            ^^^^^^^^^^^ checked
    }
    """
  ),
  RuleExample(
    "swift",
    "Everybody else goes through the client",
    path: "Sources/Shop/Prices.swift",
    others: [
      "Sources/Shop/APIClient.swift": """
      import Foundation

      struct APIClient {
        func get(_ url: URL) async throws -> Data {
          do {
            let (data, _) = try await URLSession.shared.data(from: url)
            return data
          } catch {
            logger.error("get failed")
            throw APIError.network(error)
          }
        }
      }
      """,
      "Sources/Shop/Orders.swift": """
      import Foundation

      struct Orders {
        let api: APIClient

        func order(_ url: URL) async throws -> Data {
          try await api.get(url)
        }

        func lines(_ url: URL) async throws -> Data {
          try await api.get(url)
        }
      }
      """,
      "Sources/Shop/Stock.swift": """
      import Foundation

      struct Stock {
        let api: APIClient

        func level(_ url: URL) async throws -> Data {
          try await api.get(url)
        }
      }
      """,
    ],
    """
    import Foundation

    struct Prices {
      func price(_ url: URL) async throws -> Data {
        let (data, _) = try await URLSession.shared.data(from: url)
                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
        return data
      }
    }
    """
  ),
  RuleExample(
    "swift",
    "It goes through the client",
    path: "Sources/Shop/Prices.swift",
    others: [
      "Sources/Shop/APIClient.swift": """
      import Foundation

      struct APIClient {
        func get(_ url: URL) async throws -> Data {
          do {
            let (data, _) = try await URLSession.shared.data(from: url)
            return data
          } catch {
            logger.error("get failed")
            throw APIError.network(error)
          }
        }
      }
      """,
      "Sources/Shop/Orders.swift": """
      import Foundation

      struct Orders {
        let api: APIClient

        func order(_ url: URL) async throws -> Data {
          try await api.get(url)
        }

        func lines(_ url: URL) async throws -> Data {
          try await api.get(url)
        }
      }
      """,
      "Sources/Shop/Stock.swift": """
      import Foundation

      struct Stock {
        let api: APIClient

        func level(_ url: URL) async throws -> Data {
          try await api.get(url)
        }
      }
      """,
    ],
    """
    import Foundation

    struct Prices {
      let api: APIClient

      func price(_ url: URL) async throws -> Data {
        try await api.get(url)
                  ^^^^^^^^^^^^ checked
      }
    }
    """
  ),
]
