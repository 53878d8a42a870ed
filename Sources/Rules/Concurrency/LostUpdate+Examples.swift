extension LostUpdate {
  static let firstExamples: [RuleExample] = [
    RuleExample(
      "python",
      "A balance is read, changed and saved",
      """
      from shop.models import Account

      def deposit(request, pk, amount):
          account = Account.objects.get(pk=pk)
          account.balance += amount
          account.save()
          ^^^^^^^^^^^^^^ flagged high
      """
    ),
    RuleExample(
      "python",
      "The row is locked while it is read",
      """
      from django.db import transaction
      from shop.models import Account

      def deposit(request, pk, amount):
          with transaction.atomic():
              account = Account.objects.select_for_update().get(pk=pk)
              account.balance = account.balance + amount
              account.save(update_fields=["balance"])
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      """
    ),
    RuleExample(
      "python",
      "The database computes",
      """
      from django.db.models import F
      from shop.models import Account

      def deposit(request, pk, amount):
          Account.objects.filter(pk=pk).update(balance=F("balance") + amount)
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      """
    ),
    RuleExample(
      "python",
      "A value that does not come from the old one",
      """
      from shop.models import Account

      def rename(request, pk):
          account = Account.objects.get(pk=pk)
          account.name = request.POST["name"]
          account.save()
      """
    ),
    RuleExample(
      "python",
      "A counter that is read and set",
      """
      import redis

      store = redis.Redis()

      def hit(key):
          count = int(store.get(key) or 0)
          store.set(key, count + 1)
          ^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
      """
    ),
    RuleExample(
      "python",
      "The store counts",
      """
      import redis

      store = redis.Redis()

      def hit(key):
          return store.incr(key)
                 ^^^^^^^^^^^^^^^ checked
      """
    ),
    RuleExample(
      "python",
      "What an unknown repository gives",
      """
      class Accounts:
          def __init__(self, repository):
              self.repository = repository

          def deposit(self, pk, amount):
              account = self.repository.get(pk)
              account.balance += amount
              self.repository.save(account)
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
      """
    ),
    RuleExample(
      "python",
      "Written after a wait from what was read before",
      """
      class Meter:
          def __init__(self, log):
              self.log = log
              self.total = 0

          async def add(self, amount):
              old = self.total
              await self.log.write(amount)
              self.total = old + amount
              ^^^^^^^^^^ flagged medium
      """
    ),
    RuleExample(
      "python",
      "A lock from the read to the write",
      """
      import asyncio

      class Meter:
          def __init__(self, log):
              self.log = log
              self.total = 0
              self.lock = asyncio.Lock()

          async def add(self, amount):
              async with self.lock:
                  old = self.total
                  await self.log.write(amount)
                  self.total = old + amount
                  ^^^^^^^^^^ checked
      """
    ),
    RuleExample(
      "python",
      "Read, changed and written without a wait between",
      """
      class Meter:
          async def add(self, amount):
              await self.log.write(amount)
              self.total = self.total + amount
      """
    ),
    RuleExample(
      "javascript",
      "Module state across a wait",
      """
      const express = require("express");
      const { save } = require("./store");
      const app = express();
      let served = 0;

      app.get("/ticket", async (req, res) => {
        const number = served;
        await save(req.ip, number);
        served = number + 1;
        ^^^^^^ flagged medium
        res.json({ number });
      });
      """
    ),
    RuleExample(
      "javascript",
      "The old value is read before the wait",
      """
      class Bank {
        async add(rates, currency) {
          this.total += await rates.load(currency);
          ^^^^^^^^^^ flagged medium
        }
      }
      """
    ),
    RuleExample(
      "javascript",
      "A local is nobody else's",
      """
      async function sum(rates, currencies) {
        let total = 0;
        for (const currency of currencies) {
          total += await rates.load(currency);
        }
        return total;
      }
      """
    ),
    RuleExample(
      "javascript",
      "The new value has nothing of the old one",
      """
      class Session {
        async refresh(client) {
          const previous = this.token;
          const answer = await client.renew(previous);
          this.token = answer.token;
        }
      }
      """
    ),
    RuleExample(
      "typescript",
      "The new value is computed from a row",
      """
      import { PrismaClient } from "@prisma/client";
      const prisma = new PrismaClient();

      export async function deposit(id: string, amount: number) {
        const row = await prisma.account.findUnique({ where: { id } });
        await prisma.account.update({ where: { id }, data: { balance: row.balance + amount } });
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
      }
      """
    ),
    RuleExample(
      "typescript",
      "The store computes",
      """
      import { PrismaClient } from "@prisma/client";
      const prisma = new PrismaClient();

      export async function deposit(id: string, amount: number) {
        await prisma.account.update({ where: { id }, data: { balance: { increment: amount } } });
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      }
      """
    ),
    RuleExample(
      "typescript",
      "The write names the version that was read",
      """
      import { PrismaClient } from "@prisma/client";
      const prisma = new PrismaClient();

      export async function deposit(id: string, amount: number) {
        const row = await prisma.account.findUnique({ where: { id } });
        const changed = await prisma.account.updateMany({ where: { id, version: row.version }, data: { balance: row.balance + amount } });
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
        if (changed.count === 0) throw new Error("conflict");
      }
      """
    ),
    RuleExample(
      "typescript",
      "Whether the repository checks a version",
      """
      export class Accounts {
        constructor(private readonly repository: AccountRepository) {}

        async deposit(id: string, amount: number) {
          const account = await this.repository.findOne({ where: { id } });
          account.balance = account.balance + amount;
          await this.repository.save(account);
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
        }
      }
      """
    ),
    RuleExample(
      "go",
      "A column is set to what was computed here",
      """
      package bank

      import "database/sql"

      func deposit(db *sql.DB, id int, amount int) error {
          var balance int
          if err := db.QueryRow("SELECT balance FROM accounts WHERE id = $1", id).Scan(&balance); err != nil {
              return err
          }
          _, err := db.Exec("UPDATE accounts SET balance = $1 WHERE id = $2", balance+amount, id)
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged
          return err
      }
      """
    ),
    RuleExample(
      "go",
      "The statement locks what it reads",
      """
      package bank

      import "database/sql"

      func deposit(tx *sql.Tx, id int, amount int) error {
          var balance int
          if err := tx.QueryRow("SELECT balance FROM accounts WHERE id = $1 FOR UPDATE", id).Scan(&balance); err != nil {
              return err
          }
          _, err := tx.Exec("UPDATE accounts SET balance = $1 WHERE id = $2", balance+amount, id)
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          return err
      }
      """
    ),
    RuleExample(
      "go",
      "The database computes",
      """
      package bank

      import "database/sql"

      func deposit(db *sql.DB, id int, amount int) error {
          _, err := db.Exec("UPDATE accounts SET balance = balance + $1 WHERE id = $2", amount, id)
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          return err
      }
      """
    ),
  ]
}
