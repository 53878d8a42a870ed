extension UnboundedLoad {
  static let languageExamples: [RuleExample] = [
    RuleExample(
      "php",
      "Each of them is worked on; their number is only told",
      """
      <?php
      use App\\Models\\AutoBudget;
      use Illuminate\\Support\\Facades\\Log;

      class CreateLimits
      {
          public function handle(): void
          {
              $budgets = AutoBudget::get();
              Log::debug(sprintf('Found %d budgets.', $budgets->count()));
              foreach ($budgets as $budget) {
                  $this->limit($budget);
              }
          }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "The database picks",
      """
      import com.shop.OrderRepository

      class Overdue(private val orders: OrderRepository) {
        fun find(now: Instant): List<Order> = orders.findAllByDueBefore(now)

        fun count(): Long = orders.count()
      }
      """
    ),
    RuleExample(
      "go",
      "A list for every request, without a page",
      """
      package orders

      import (
          "github.com/gin-gonic/gin"
          "github.com/jmoiron/sqlx"
      )

      type Handler struct{ db *sqlx.DB }

      func (h *Handler) List(c *gin.Context) {
          var orders []Order
          if err := h.db.Select(&orders, "SELECT id, total FROM orders ORDER BY id"); err != nil {
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
              c.AbortWithStatus(500)
              return
          }
          c.JSON(200, orders)
      }
      """
    ),
    RuleExample(
      "go",
      "A limit in the statement",
      """
      package orders

      import (
          "github.com/gin-gonic/gin"
          "github.com/jmoiron/sqlx"
      )

      type Handler struct{ db *sqlx.DB }

      func (h *Handler) List(c *gin.Context) {
          var orders []Order
          if err := h.db.Select(&orders, "SELECT id, total FROM orders ORDER BY id LIMIT 100"); err != nil {
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
              c.AbortWithStatus(500)
              return
          }
          c.JSON(200, orders)
      }
      """
    ),
    RuleExample(
      "rust",
      "Loaded to keep a few",
      """
      use sqlx::PgPool;

      pub async fn overdue(pool: &PgPool, today: Date) -> sqlx::Result<Vec<Order>> {
          let orders: Vec<Order> = sqlx::query_as("SELECT * FROM orders").fetch_all(pool).await?;
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          Ok(orders.into_iter().filter(|order| order.due < today).collect())
      }
      """
    ),
    RuleExample(
      "rust",
      "The database picks",
      """
      use sqlx::PgPool;

      pub async fn overdue(pool: &PgPool, today: Date) -> sqlx::Result<Vec<Order>> {
          sqlx::query_as("SELECT * FROM orders WHERE due < $1").bind(today).fetch_all(pool).await
      }

      pub async fn newest(pool: &PgPool) -> sqlx::Result<Vec<Order>> {
          sqlx::query_as("SELECT * FROM orders ORDER BY at DESC LIMIT 50").fetch_all(pool).await
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      }
      """
    ),
    RuleExample(
      "csharp",
      "Loaded to keep a few",
      """
      using Microsoft.EntityFrameworkCore;

      public class Orders(ShopDbContext db)
      {
          public async Task<List<Order>> Overdue(DateTime now)
          {
              var orders = await db.Orders.ToListAsync();
                                 ^^^^^^^^^^^^^^^^^^^^^^^ flagged
              return orders.Where(order => order.Due < now).ToList();
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "The database picks",
      """
      using Microsoft.EntityFrameworkCore;

      public class Orders(ShopDbContext db)
      {
          public async Task<List<Order>> Overdue(DateTime now)
          {
              return await db.Orders.Where(order => order.Due < now).ToListAsync();
          }

          public async Task<List<Order>> Newest()
          {
              return await db.Orders.OrderByDescending(order => order.At).Take(50).ToListAsync();
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          }
      }
      """
    ),
    RuleExample(
      "ruby",
      "Loaded to keep a few",
      """
      def overdue(today)
        orders = Order.all.to_a
                 ^^^^^^^^^^^^^^ flagged
        orders.select { |order| order.due < today }.first(3)
        orders.count
      end
      """
    ),
    RuleExample(
      "ruby",
      "The database picks, or hands them over in parts",
      """
      def overdue(today)
        Order.where(due: ...today).to_a
      end

      def remind
        Order.find_each { |order| order.remind }
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      end
      """
    ),
    RuleExample(
      "php",
      "Loaded to keep a few",
      #"""
      <?php

      use App\Models\Order;

      function overdue(string $today)
      {
          return Order::all()->filter(fn ($order) => $order->due < $today);
                 ^^^^^^^^^^^^ flagged
      }
      """#
    ),
    RuleExample(
      "php",
      "The database picks",
      #"""
      <?php

      use App\Models\Order;

      function overdue(string $today)
      {
          return Order::where('due', '<', $today)->get();
      }
      """#
    ),
    RuleExample(
      "swift",
      "Loaded to keep a few",
      """
      import SwiftData

      func overdue(_ context: ModelContext, _ today: Date) throws -> [Order] {
        let orders = try context.fetch(FetchDescriptor<Order>())
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged
        return orders.filter { $0.due < today }
      }
      """
    ),
    RuleExample(
      "swift",
      "The store picks",
      """
      import SwiftData

      func overdue(_ context: ModelContext, _ today: Date) throws -> [Order] {
        try context.fetch(FetchDescriptor<Order>(predicate: #Predicate { $0.due < today }))
      }
      """
    ),
    RuleExample(
      "php",
      "What belongs to one rule",
      #"""
      <?php

      use App\Models\Rule;

      function apply(Rule $rule)
      {
          $actions = $rule->actions()->orderBy('order')->get();
          foreach ($actions as $action) {
              if (!$action->active) {
                  continue;
              }
              $action->run();
          }
      }
      """#
    ),
  ]
}
