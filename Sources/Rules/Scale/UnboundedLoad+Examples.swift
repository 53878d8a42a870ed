extension UnboundedLoad {
  static let moreExamples: [RuleExample] = [
    RuleExample(
      "python",
      "All orders are loaded to keep a few",
      """
      from shop.models import Order

      def overdue(today):
          orders = list(Order.objects.all())
                        ^^^^^^^^^^^^^^^^^^^ flagged high
          return [order for order in orders if order.due < today]
      """
    ),
    RuleExample(
      "python",
      "All rows are loaded to be counted",
      """
      from sqlalchemy.orm import Session

      def size(session: Session):
          return len(session.query(Order).all())
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
      """
    ),
    RuleExample(
      "python",
      "The database picks",
      """
      from shop.models import Order

      def overdue(today):
          return [order.number for order in Order.objects.filter(due__lt=today) if order.is_open]

      def count():
          return Order.objects.count()
      """
    ),
    RuleExample(
      "python",
      "A page at a time",
      """
      from sqlalchemy.orm import Session

      def newest(session: Session):
          return session.query(Order).order_by(Order.at.desc()).limit(50).all()
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      """
    ),
    RuleExample(
      "python",
      "A table of which somebody wrote the rows",
      """
      from sqlalchemy.orm import Session

      def active(session: Session):
          return [role for role in session.query(Role).all() if role.is_active]
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
      """
    ),
    RuleExample(
      "python",
      "Only the first page of what the bucket holds",
      """
      import boto3

      def keys(bucket):
          client = boto3.client("s3")
          answer = client.list_objects_v2(Bucket=bucket)
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          return [item["Key"] for item in answer["Contents"]]
      """
    ),
    RuleExample(
      "python",
      "Until there are no more pages",
      """
      import boto3

      def keys(bucket):
          client = boto3.client("s3")
          found, token = [], {}
          while True:
              answer = client.list_objects_v2(Bucket=bucket, **token)
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
              found += [item["Key"] for item in answer["Contents"]]
              if not answer["IsTruncated"]:
                  return found
              token = {"ContinuationToken": answer["NextContinuationToken"]}
      """
    ),
    RuleExample(
      "javascript",
      "A list for every request, without a page",
      """
      const { PrismaClient } = require("@prisma/client");
      const prisma = new PrismaClient();

      app.get("/orders", async (req, res) => {
        const orders = await prisma.order.findMany({ orderBy: { createdAt: "desc" } });
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
        res.json(orders);
      });
      """
    ),
    RuleExample(
      "javascript",
      "Pages, set by who asks and bounded here",
      """
      const { PrismaClient } = require("@prisma/client");
      const prisma = new PrismaClient();

      app.get("/orders", async (req, res) => {
        const orders = await prisma.order.findMany({ take: Math.min(Number(req.query.size) || 20, 100) });
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
        res.json(orders);
      });

      app.get("/orders/:id", async (req, res) => {
        res.json(await prisma.order.findMany({ where: { customerId: req.params.id } }));
      });
      """
    ),
    RuleExample(
      "typescript",
      "Loaded to keep a few",
      """
      import { PrismaClient } from "@prisma/client";

      const prisma = new PrismaClient();

      export async function openOrders(): Promise<Order[]> {
        const orders = await prisma.order.findMany();
                             ^^^^^^^^^^^^^^^^^^^^^^^ flagged high
        return orders.filter((order) => order.status === "open");
      }
      """
    ),
    RuleExample(
      "typescript",
      "The database picks",
      """
      import { PrismaClient } from "@prisma/client";

      const prisma = new PrismaClient();

      export async function openOrders(): Promise<Order[]> {
        return prisma.order.findMany({ where: { status: "open" } });
      }

      export async function countries(): Promise<Country[]> {
        return (await prisma.country.findMany()).filter((country) => country.isServed);
                      ^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
      }
      """
    ),
    RuleExample(
      "java",
      "Loaded to keep a few",
      """
      import com.shop.OrderRepository;
      import java.util.List;

      class Overdue {
        private final OrderRepository orders;

        List<Order> find(Instant now) {
          return orders.findAll().stream().filter(order -> order.due().isBefore(now)).toList();
                 ^^^^^^^^^^^^^^^^ flagged
        }
      }
      """
    ),
    RuleExample(
      "java",
      "A page at a time",
      """
      import com.shop.OrderRepository;
      import java.util.List;
      import org.springframework.data.domain.PageRequest;

      class Overdue {
        private final OrderRepository orders;

        List<Order> newest() {
          return orders.findAll(PageRequest.of(0, 50)).getContent();
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
        }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "Loaded to keep a few",
      """
      import com.shop.OrderRepository

      class Overdue(private val orders: OrderRepository) {
        fun find(now: Instant): List<Order> = orders.findAll().filter { it.due < now }
                                              ^^^^^^^^^^^^^^^^ flagged
      }
      """
    ),
  ]
}
