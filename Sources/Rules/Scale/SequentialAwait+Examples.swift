extension SequentialAwait {
  static let moreExamples: [RuleExample] = [
    RuleExample(
      "typescript",
      "Two requests of which neither needs the other",
      """
      export async function dashboard(userId: string) {
        const profile = await fetch(`https://api.example.com/users/${userId}`);
        const orders = await fetch(`https://api.example.com/orders?user=${userId}`);
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
        return { profile, orders };
      }
      """
    ),
    RuleExample(
      "typescript",
      "Awaited together",
      """
      export async function dashboard(userId: string) {
        const [profile, orders] = await Promise.all([fetch(`/users/${userId}`), fetch(`/orders?user=${userId}`)]);
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
        return { profile, orders };
      }
      """
    ),
    RuleExample(
      "typescript",
      "The second needs what the first gave",
      """
      export async function dashboard(userId: string) {
        const profile = await fetch(`https://api.example.com/users/${userId}`);
        const orders = await fetch(profile.headers.get("orders") ?? "/orders");
        return orders;
      }
      """
    ),
    RuleExample(
      "javascript",
      "One request after the other",
      """
      const axios = require("axios");

      async function prices(skus) {
        const found = [];
        for (const sku of skus) {
          const answer = await axios.get(`https://prices.example.com/${sku}`);
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          found.push(answer.data);
        }
        return found;
      }
      """
    ),
    RuleExample(
      "javascript",
      "Slow on purpose, until one answers, and in pages",
      """
      const axios = require("axios");

      async function polite(skus) {
        const found = [];
        for (const sku of skus) {
          found.push(await axios.get(`https://prices.example.com/${sku}`));
          await sleep(200);
        }
        return found;
      }

      async function firstMirror(mirrors) {
        for (const mirror of mirrors) {
          const answer = await axios.get(mirror);
          if (answer.data.ok) return answer.data;
        }
        return null;
      }

      async function walk(links) {
        let last = null;
        for (const link of links) {
          last = await axios.get(link, { params: { after: last?.data.id } });
        }
        return last;
      }
      """
    ),
    RuleExample(
      "javascript",
      "Whether they must follow one another is not in the code",
      """
      async function page(id) {
        const header = await loadHeader(id);
        const body = await loadBody(id);
                           ^^^^^^^^^^^^ unverified
        const footer = await loadFooter(id);
        return [header, body, footer];
      }
      """
    ),
    RuleExample(
      "javascript",
      "One connection does one thing at a time",
      """
      const { PrismaClient } = require("@prisma/client");
      const prisma = new PrismaClient();

      async function report(id) {
        return prisma.$transaction(async (tx) => {
          const order = await tx.order.findUnique({ where: { id } });
          const lines = await tx.line.findMany({ where: { orderId: id } });
          return { order, lines };
        });
      }
      """
    ),
    RuleExample(
      "python",
      "Two requests of which neither needs the other",
      """
      import httpx

      async def dashboard(client: httpx.AsyncClient, user_id: str):
          profile = await client.get(f"/users/{user_id}")
          orders = await client.get("/orders", params={"user": user_id})
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          return profile.json(), orders.json()
      """
    ),
    RuleExample(
      "python",
      "Awaited together",
      """
      import asyncio
      import httpx

      async def dashboard(client: httpx.AsyncClient, user_id: str):
          profile, orders = await asyncio.gather(client.get(f"/users/{user_id}"), client.get("/orders"))
                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          return profile.json(), orders.json()
      """
    ),
    RuleExample(
      "python",
      "One session does one thing at a time",
      """
      from sqlalchemy.ext.asyncio import AsyncSession

      async def report(session: AsyncSession, order_id: int):
          order = await session.get(Order, order_id)
          settings = await session.get(Settings, 1)
          return order, settings
      """
    ),
  ]
}
