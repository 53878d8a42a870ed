extension RemovedLock {
  static let scriptingExamples: [RuleExample] = [
    RuleExample(
      "python",
      "The lock around a read and a write is gone",
      diff: """
         import threading

         class Stock:
             def __init__(self):
                 self._lock = threading.Lock()
                 self.reserved = {}

             def reserve(self, sku, count):
        -        with self._lock:
        -            held = self.reserved.get(sku, 0)
        -            self.reserved[sku] = held + count
        +        held = self.reserved.get(sku, 0)
        +        self.reserved[sku] = held + count
        +        ^^^^^^^^^^^^^^^^^^ flagged high
        """
    ),
    RuleExample(
      "python",
      "Two saves are no transaction any more",
      diff: """
         from django.db import transaction

         def move(source, target, amount):
        -    with transaction.atomic():
        -        source.balance -= amount
        -        source.save()
        -        target.balance += amount
        -        target.save()
        +    source.balance -= amount
        +    source.save()
        +    ^^^^^^^^^^^^^ flagged medium
        +    target.balance += amount
        +    target.save()
        """
    ),
    RuleExample(
      "python",
      "The rows are not locked any more",
      diff: """
         from django.db import transaction

         def withdraw(account_id, amount):
             with transaction.atomic():
        -        account = Account.objects.select_for_update().get(id=account_id)
        +        account = Account.objects.get(id=account_id)
                 if account.balance < amount:
                     raise ValueError("not enough")
                 account.balance -= amount
                 account.save()
        +        ^^^^^^^^^^^^^^ flagged high
        """
    ),
    RuleExample(
      "python",
      "A change in one step became a read and a write",
      diff: """
         from django.db.models import F

         def sell(product, count):
        -    product.stock = F("stock") - count
        +    product.stock = product.stock - count
        +    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
             product.save(update_fields=["stock"])
        """
    ),
    RuleExample(
      "python",
      "One of two writes stands outside of the transaction now",
      diff: """
         from django.db import transaction

         def pay(order, ledger, gateway):
             with transaction.atomic():
                 order.paid = True
                 order.save()
        -        ledger.repository.insert(order.id, order.total)
        +    ledger.repository.insert(order.id, order.total)
        +    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
        """
    ),
    RuleExample(
      "python",
      "Extracted with its lock",
      diff: """
         import threading

         class Stock:
             def __init__(self):
                 self._lock = threading.Lock()
                 self.reserved = {}

             def reserve(self, sku, count):
        -        with self._lock:
        -            held = self.reserved.get(sku, 0)
        -            self.reserved[sku] = held + count
        +        self._add(sku, count)
        +        ^^^^^^^^^^^^^^^^^^^^^ checked
        +
        +    def _add(self, sku, count):
        +        with self._lock:
        +            held = self.reserved.get(sku, 0)
        +            self.reserved[sku] = held + count
        """
    ),
    RuleExample(
      "python",
      "A wrapper that is not in reach may take the lock",
      diff: """
         import threading

         from .concurrency import exclusively

         class Stock:
             def __init__(self):
                 self._lock = threading.Lock()
                 self.reserved = {}

        -    def reserve(self, sku, count):
        -        with self._lock:
        -            held = self.reserved.get(sku, 0)
        -            self.reserved[sku] = held + count
        +    @serialised
        +     ^^^^^^^^^^ unverified
        +    def reserve(self, sku, count):
        +        held = self.reserved.get(sku, 0)
        +        self.reserved[sku] = held + count
        """
    ),
    RuleExample(
      "typescript",
      "The callers in this file hold the mutex now",
      diff: """
         import { Mutex } from "async-mutex";

         const mutex = new Mutex();

         export async function add(sku: string, count: number) {
        +                      ^^^ unverified
        -  await mutex.runExclusive(async () => {
        -    const held = await db.load(sku);
        -    await db.store(sku, held + count);
        -  });
        +  const held = await db.load(sku);
        +  await db.store(sku, held + count);
         }

         export async function reserve(sku: string) {
        -  await add(sku, 1);
        +  await mutex.runExclusive(async () => {
        +    await add(sku, 1);
        +  });
         }
        """
    ),
    RuleExample(
      "typescript",
      "Two updates are no transaction any more",
      diff: """
         import { PrismaClient } from "@prisma/client";

         const prisma = new PrismaClient();

         export async function move(source: Account, target: Account, amount: number) {
        -  await prisma.$transaction(async (tx) => {
        -    await tx.account.update({ where: { id: source.id }, data: { balance: source.balance - amount } });
        -    await tx.account.update({ where: { id: target.id }, data: { balance: target.balance + amount } });
        -  });
        +  await prisma.account.update({ where: { id: source.id }, data: { balance: source.balance - amount } });
        +        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
        +  await prisma.account.update({ where: { id: target.id }, data: { balance: target.balance + amount } });
         }
        """
    ),
    RuleExample(
      "javascript",
      "The mutex is not taken any more",
      diff: """
         import { Mutex } from "async-mutex";

         const mutex = new Mutex();

         export async function reserve(sku, count) {
        -  const release = await mutex.acquire();
        -  try {
        -    const held = await db.load(sku);
        -    await db.store(sku, held + count);
        -  } finally {
        -    release();
        -  }
        +  const held = await db.load(sku);
        +                     ^^^^^^^^^^^^ flagged high
        +  await db.store(sku, held + count);
         }
        """
    ),
    RuleExample(
      "javascript",
      "Taken in another way",
      diff: """
         import { Mutex } from "async-mutex";

         const mutex = new Mutex();

         export async function reserve(sku, count) {
        +                      ^^^^^^^ checked
        -  const release = await mutex.acquire();
        -  try {
        -    const held = await db.load(sku);
        -    await db.store(sku, held + count);
        -  } finally {
        -    release();
        -  }
        +  await mutex.runExclusive(async () => {
        +    const held = await db.load(sku);
        +    await db.store(sku, held + count);
        +  });
         }
        """
    ),
    RuleExample(
      "ruby",
      "The record is not locked any more",
      diff: """
         class Accounts
           def close(account)
        -    account.with_lock do
        -      account.balance = 0
        -      account.save!
        -    end
        +    account.balance = 0
        +    account.save!
        +    ^^^^^^^^^^^^^ flagged high
           end
         end
        """
    ),
    RuleExample(
      "ruby",
      "Locked where it is read",
      diff: """
         class Accounts
           def withdraw(id, amount)
        -    account = Account.lock.find(id)
        -    account.balance -= amount
        -    account.save!
        +    account = Account.find(id)
        +    account.with_lock do
        +    ^^^^^^^^^^^^^^^^^^^^ checked
        +      account.balance -= amount
        +      account.save!
        +    end
           end
         end
        """
    ),
    RuleExample(
      "php",
      "The rows are not locked any more",
      diff: #"""
         <?php

         use App\Models\Account;

         class Accounts
         {
             public function withdraw(int $id, int $amount): void
             {
        -        $account = Account::where('id', $id)->lockForUpdate()->first();
        +        $account = Account::where('id', $id)->first();
                 $account->balance -= $amount;
                 $account->save();
        +        ^^^^^^^^^^^^^^^^ flagged high
             }
         }
        """#
    ),
    RuleExample(
      "php",
      "The transaction went into a function of its own",
      diff: #"""
         <?php

         use Illuminate\Support\Facades\DB;

         class Accounts
         {
             public function move($source, $target, int $amount): void
             {
        -        DB::transaction(function () use ($source, $target, $amount) {
        -            $source->withdraw($amount);
        -            $target->deposit($amount);
        -        });
        +        $this->transfer($source, $target, $amount);
        +        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
        +    }
        +
        +    private function transfer($source, $target, int $amount): void
        +    {
        +        DB::transaction(function () use ($source, $target, $amount) {
        +            $source->withdraw($amount);
        +            $target->deposit($amount);
        +        });
             }
         }
        """#
    ),
    RuleExample(
      "python",
      "What it protected is gone, too",
      diff: """
         import threading

         class Stock:
             def __init__(self, store):
                 self._lock = threading.Lock()
                 self.store = store
                 self.cached = {}

             def forget(self, sku):
        -        with self._lock:
        -            self.cached.pop(sku, None)
        +        self.store.invalidate(sku)
        """
    ),
    RuleExample(
      "ruby",
      "The locked record has another name",
      diff: """
         class Accounts
           def close(account)
        +      ^^^^^ checked
        -    account.with_lock do
        -      account.balance = 0
        -      account.save!
        -    end
        +    Rails.logger.info("closing")
        +    account.with_lock do
        +      account.balance = 0
        +      account.save!
        +    end
           end
         end
        """
    ),
  ]
}
