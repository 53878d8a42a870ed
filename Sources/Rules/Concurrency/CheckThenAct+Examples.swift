extension CheckThenAct {
  static let examples: [RuleExample] = [
    RuleExample(
      "python",
      "A look, then a row",
      """
      from shop.models import Coupon

      def redeem(request, code):
          if Coupon.objects.filter(code=code, user=request.user).exists():
              raise ValueError("used already")
          Coupon.objects.create(code=code, user=request.user)
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
      """
    ),
    RuleExample(
      "python",
      "A transaction alone does not keep two apart",
      """
      from django.db import transaction
      from shop.models import Coupon

      def redeem(user, code):
          with transaction.atomic():
              known = Coupon.objects.filter(code=code, user=user).first()
              if known is None:
                  Coupon.objects.create(code=code, user=user)
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
      """
    ),
    RuleExample(
      "python",
      "The write itself creates once",
      """
      from shop.models import Coupon

      def redeem(user, code):
          if not Coupon.objects.filter(code=code, user=user).exists():
              Coupon.objects.get_or_create(code=code, user=user)
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      """
    ),
    RuleExample(
      "python",
      "A violation is handled, but the schema is elsewhere",
      """
      from django.db import IntegrityError
      from shop.models import Coupon

      def redeem(user, code):
          if not Coupon.objects.filter(code=code, user=user).exists():
              try:
                  Coupon.objects.create(code=code, user=user)
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
              except IntegrityError:
                  return False
          return True
      """
    ),
    RuleExample(
      "python",
      "The file is opened only if it is not there",
      """
      import os

      def claim(path, owner):
          if not os.path.exists(path):
              with open(path, "w") as file:
                   ^^^^^^^^^^^^^^^ flagged medium
                  file.write(owner)
      """
    ),
    RuleExample(
      "python",
      "The open fails where the file is there",
      """
      import os

      def claim(path, owner):
          if not os.path.exists(path):
              with open(path, "x") as file:
                   ^^^^^^^^^^^^^^^ checked
                  file.write(owner)
      """
    ),
    RuleExample(
      "python",
      "Another table, another key",
      """
      from shop.models import Coupon, Visit

      def visit(user, code):
          if Coupon.objects.filter(code=code).exists():
              Visit.objects.create(user=user)
      """
    ),
    RuleExample(
      "python",
      "A cache filled across an await",
      """
      class Rates:
          def __init__(self, client):
              self.client = client
              self.rates = {}

          async def rate(self, currency):
              if currency not in self.rates:
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
                  self.rates[currency] = await self.client.rate(currency)
              return self.rates[currency]
      """
    ),
    RuleExample(
      "python",
      "A cache that is filled again holds the same",
      """
      from django.core.cache import cache

      def names(key):
          known = cache.get(key)
          if known is None:
              known = compute(key)
              cache.set(key, known)
          return known
      """
    ),
    RuleExample(
      "typescript",
      "Find none, create one",
      """
      import { PrismaClient } from "@prisma/client";

      const prisma = new PrismaClient();

      export async function register(email: string, name: string) {
        const existing = await prisma.user.findUnique({ where: { email } });
        if (existing) throw new Error("taken");
        return prisma.user.create({ data: { email, name } });
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
      }
      """
    ),
    RuleExample(
      "typescript",
      "A look that only decides what to show",
      """
      import { PrismaClient } from "@prisma/client";

      const prisma = new PrismaClient();

      export async function greeting(email: string) {
        const existing = await prisma.user.findUnique({ where: { email } });
        return existing ? `Hello ${existing.name}` : "Hello";
      }
      """
    ),
    RuleExample(
      "typescript",
      "A violation of the unique key is handled",
      """
      import { PrismaClient } from "@prisma/client";

      const prisma = new PrismaClient();

      export async function register(email: string) {
        const existing = await prisma.user.findUnique({ where: { email } });
        if (!existing) {
          try {
            await prisma.user.create({ data: { email } });
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
          } catch (error) {
            if (error.code !== "P2002") throw error;
          }
        }
      }
      """
    ),
    RuleExample(
      "php",
      "A write that picks by itself what it changes, where there were some",
      """
      <?php

      namespace App\\Console\\Commands;

      use App\\Models\\Transaction;

      class ClearForeign
      {
          public function handle(): int
          {
              $count = Transaction::query()->whereNull('foreign_amount')->whereNotNull('currency_id')->count();
              if ($count > 0) {
                  Transaction::query()->whereNull('foreign_amount')->whereNotNull('currency_id')->update(['currency_id' => null]);
              }
              return $count;
          }
      }
      """
    ),
    RuleExample(
      "java",
      "A folder where a file is to be written is refused",
      """
      import java.io.FileNotFoundException;
      import java.io.IOException;
      import java.io.OutputStream;
      import java.nio.file.Files;
      import java.nio.file.Path;

      public class Target {
          private final Path path = Path.of("report");

          public OutputStream open() throws IOException {
              if (Files.isDirectory(this.path)) {
                  throw new FileNotFoundException(path + " is a folder");
              }
              return Files.newOutputStream(this.path);
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "A move fails where what is to be moved is gone",
      """
      using System.IO;

      public static class Attachments
      {
          public static void Commit(string temporary, string final)
          {
              if (!File.Exists(temporary))
              {
                  return;
              }
              File.Move(temporary, final);
          }
      }
      """
    ),
  ]
}
