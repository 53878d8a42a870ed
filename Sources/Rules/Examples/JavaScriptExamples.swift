extension LanguageExamples {
  /// What the rules' own examples do not show in JavaScript and TypeScript.
  static let javascript = LanguageExamples(
    "javascript",
    examples: [
      .broadCatch: [
        broadCatch("javascript", parameter: "report"),
        RuleExample(
          "javascript",
          "What failed is looked at",
          """
          import axios from "axios";

          export async function publish(report) {
            try {
              await axios.post("https://hub/reports", report, { timeout: 2000 });
              await axios.post("https://search/reports", report, { timeout: 2000 });
            } catch (error) {
              ^^^^^^^^^^^^^^ checked
              if (error.response?.status !== 409) throw error;
              return null;
            }
          }
          """
        ),
      ],
      .checkThenAct: [
        RuleExample(
          "javascript",
          "Find none, create one",
          """
          import { PrismaClient } from "@prisma/client";

          const prisma = new PrismaClient();

          export async function register(email, name) {
            const existing = await prisma.user.findUnique({ where: { email } });
            if (existing) throw new Error("taken");
            return prisma.user.create({ data: { email, name } });
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          }
          """
        ),
        RuleExample(
          "javascript",
          "One statement does both",
          """
          import { PrismaClient } from "@prisma/client";

          const prisma = new PrismaClient();

          export async function register(email, name) {
            return prisma.user.upsert({ where: { email }, create: { email, name }, update: {} });
          }
          """
        ),
      ],
      .fabricatedResult: [
        RuleExample(
          "javascript",
          "A price that nobody quoted",
          """
          export async function quote(sku) {
            try {
              const answer = await fetch("https://prices.internal/" + sku);
              return await answer.json();
            } catch {
              ^^^^^^ flagged high
              return { sku, amount: 19.99, currency: "EUR" };
            }
          }
          """
        ),
        RuleExample(
          "javascript",
          "The failure is said to be one",
          """
          export async function quote(sku) {
            try {
              const answer = await fetch("https://prices.internal/" + sku);
              return await answer.json();
            } catch (error) {
              throw new Error("no price for " + sku, { cause: error });
            }
          }
          """
        ),
      ],
    ],
    absent: [
      .unguardedSharedWrite:
        "one thread runs all code of a program: a write is never half done, and lost-update asks about waits"
    ]
  )

  static let typescript = LanguageExamples(
    "typescript",
    examples: [
      .broadCatch: [
        broadCatch("typescript", parameter: "report: Report"),
        RuleExample(
          "typescript",
          "What failed is looked at",
          """
          import axios from "axios";

          export async function publish(report: Report): Promise<void> {
            try {
              await axios.post("https://hub/reports", report, { timeout: 2000 });
              await axios.post("https://search/reports", report, { timeout: 2000 });
            } catch (error: unknown) {
              ^^^^^^^^^^^^^^^^^^^^^^^ checked
              if (!(error instanceof ConflictError)) throw error;
            }
          }
          """
        ),
      ]
    ],
    absent: [
      .unguardedSharedWrite:
        "one thread runs all code of a program: a write is never half done, and lost-update asks about waits"
    ]
  )

  private static func broadCatch(_ language: String, parameter: String) -> RuleExample {
    RuleExample(
      language,
      "Two requests, and no look at what failed",
      """
      import axios from "axios";

      export async function publish(\(parameter)) {
        try {
          await axios.post("https://hub/reports", report, { timeout: 2000 });
          await axios.post("https://search/reports", report, { timeout: 2000 });
        } catch {
          ^^^^^^ flagged
          return null;
        }
      }
      """
    )
  }
}
