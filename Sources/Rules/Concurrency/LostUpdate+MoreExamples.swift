extension LostUpdate {
  static let secondExamples: [RuleExample] = [
    RuleExample(
      "java",
      "A column is set to what was computed here",
      """
      import org.springframework.jdbc.core.JdbcTemplate;

      public class Stock {
        private final JdbcTemplate jdbc;

        public Stock(JdbcTemplate jdbc) { this.jdbc = jdbc; }

        public void take(long id) {
          int left = jdbc.queryForObject("SELECT stock FROM products WHERE id = ?", Integer.class, id);
          jdbc.update("UPDATE products SET stock = ? WHERE id = ?", left - 1, id);
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
        }
      }
      """
    ),
    RuleExample(
      "java",
      "The statement asks for the version that was read",
      """
      import org.springframework.jdbc.core.JdbcTemplate;

      public class Stock {
        private final JdbcTemplate jdbc;

        public Stock(JdbcTemplate jdbc) { this.jdbc = jdbc; }

        public boolean take(long id, long version) {
          int left = jdbc.queryForObject("SELECT stock FROM products WHERE id = ?", Integer.class, id);
          return jdbc.update("UPDATE products SET stock = ?, version = version + 1 WHERE id = ? AND version = ?", left - 1, id, version) == 1;
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
        }
      }
      """
    ),
    RuleExample(
      "java",
      "Whether the entity has a version is not to be seen",
      """
      import org.springframework.data.jpa.repository.JpaRepository;

      public class Bank {
        private final AccountRepository accounts;

        public Bank(AccountRepository accounts) { this.accounts = accounts; }

        public void deposit(long id, int amount) {
          Account account = accounts.findById(id).orElseThrow();
          account.setBalance(account.getBalance() + amount);
          accounts.save(account);
          ^^^^^^^^^^^^^^^^^^^^^^ unverified
        }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "A column is set to what was computed here",
      """
      import org.springframework.jdbc.core.JdbcTemplate

      class Stock(private val jdbc: JdbcTemplate) {
          fun take(id: Long) {
              val left = jdbc.queryForObject("SELECT stock FROM products WHERE id = ?", Int::class.java, id)
              jdbc.update("UPDATE products SET stock = ? WHERE id = ?", left - 1, id)
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "The database computes",
      """
      import org.springframework.jdbc.core.JdbcTemplate

      class Stock(private val jdbc: JdbcTemplate) {
          fun take(id: Long) {
              jdbc.update("UPDATE products SET stock = stock - 1 WHERE id = ? AND stock > 0", id)
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "A column is set to what was computed here",
      """
      using Dapper;
      using System.Data;

      public class Stock
      {
          private readonly IDbConnection _db;

          public Stock(IDbConnection db) { _db = db; }

          public void Take(int id)
          {
              var left = _db.QuerySingle<int>("SELECT stock FROM products WHERE id = @id", new { id });
              _db.Execute("UPDATE products SET stock = @stock WHERE id = @id", new { stock = left - 1, id });
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "The database computes",
      """
      using Dapper;
      using System.Data;

      public class Stock
      {
          private readonly IDbConnection _db;

          public Stock(IDbConnection db) { _db = db; }

          public void Take(int id)
          {
              _db.Execute("UPDATE products SET stock = stock - 1 WHERE id = @id", new { id });
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "Whether the entity has a concurrency token is not to be seen",
      """
      using System.Threading.Tasks;
      using Microsoft.EntityFrameworkCore;

      public class Bank
      {
          private readonly ShopContext _db;

          public Bank(ShopContext db) { _db = db; }

          public async Task Deposit(int id, decimal amount)
          {
              var account = await _db.Accounts.FirstOrDefaultAsync(a => a.Id == id);
              account.Balance += amount;
              await _db.SaveChangesAsync();
                    ^^^^^^^^^^^^^^^^^^^^^^ unverified
          }
      }
      """
    ),
    RuleExample(
      "rust",
      "A column is set to what was computed here",
      """
      async fn deposit(pool: &sqlx::PgPool, id: i64, amount: i64) -> sqlx::Result<()> {
          let balance: i64 = sqlx::query_scalar("SELECT balance FROM accounts WHERE id = $1")
              .bind(id)
              .fetch_one(pool)
              .await?;
          sqlx::query("UPDATE accounts SET balance = $1 WHERE id = $2").bind(balance + amount).bind(id).execute(pool).await?;
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          Ok(())
      }
      """
    ),
    RuleExample(
      "rust",
      "The database computes",
      """
      async fn deposit(pool: &sqlx::PgPool, id: i64, amount: i64) -> sqlx::Result<()> {
          sqlx::query("UPDATE accounts SET balance = balance + $1 WHERE id = $2").bind(amount).bind(id).execute(pool).await?;
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          Ok(())
      }
      """
    ),
    RuleExample(
      "swift",
      "An actor lets others in while it waits",
      """
      actor Bank {
        let rates: Rates
        var balance = 0

        init(rates: Rates) { self.rates = rates }

        func add(_ amount: Int) async throws {
          let old = balance
          let rate = try await rates.current()
          balance = old + amount * rate
          ^^^^^^^ flagged medium
        }
      }
      """
    ),
    RuleExample(
      "swift",
      "Read again after the wait",
      """
      actor Bank {
        let rates: Rates
        var balance = 0

        init(rates: Rates) { self.rates = rates }

        func add(_ amount: Int) async throws {
          let rate = try await rates.current()
          balance = balance + amount * rate
        }
      }
      """
    ),
    RuleExample(
      "ruby",
      "A balance is read, changed and saved",
      """
      class AccountsController < ApplicationController
        def deposit
          account = Account.find(params[:id])
          account.update(balance: account.balance + params[:amount].to_i)
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          redirect_to account
        end
      end
      """
    ),
    RuleExample(
      "ruby",
      "The row is locked",
      """
      class AccountsController < ApplicationController
        def deposit
          account = Account.lock.find(params[:id])
          account.balance += params[:amount].to_i
          account.save!
          ^^^^^^^^^^^^^ checked
          redirect_to account
        end
      end
      """
    ),
    RuleExample(
      "php",
      "A balance is read, changed and saved",
      #"""
      <?php
      use App\Models\Account;

      final class AccountController
      {
          public function deposit(int $id, int $amount): void
          {
              $account = Account::find($id);
              $account->balance = $account->balance + $amount;
              $account->save();
              ^^^^^^^^^^^^^^^^ flagged high
          }
      }
      """#
    ),
    RuleExample(
      "php",
      "The row is locked",
      #"""
      <?php
      use App\Models\Account;
      use Illuminate\Support\Facades\DB;

      final class AccountController
      {
          public function deposit(int $id, int $amount): void
          {
              DB::transaction(function () use ($id, $amount) {
                  $account = Account::lockForUpdate()->find($id);
                  $account->balance += $amount;
                  $account->save();
                  ^^^^^^^^^^^^^^^^ checked
              });
          }
      }
      """#
    ),
    RuleExample(
      "php",
      "The database computes",
      #"""
      <?php
      use App\Models\Account;

      final class AccountController
      {
          public function deposit(int $id, int $amount): void
          {
              Account::where('id', $id)->increment('balance', $amount);
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          }
      }
      """#
    ),
  ]
}
