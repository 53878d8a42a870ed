/// What meets the obligation, in languages whose other examples hold a gap.
let callOrderInOrder: [RuleExample] = [
  RuleExample(
    "javascript",
    "In the right order",
    """
    import fs from "fs";

    export function store(path, rows) {
      const out = fs.createWriteStream(path);
      out.write(rows.join());
      out.end();
      ^^^^^^^^^ checked
    }
    """
  ),
  RuleExample(
    "java",
    "In the right order",
    """
    import java.io.FileWriter;
    import java.io.IOException;

    class Export {
      void store(String path, String text) throws IOException {
        FileWriter out = new FileWriter(path);
        out.write(text);
        out.close();
        ^^^^^^^^^^^ checked
      }
    }
    """
  ),
  RuleExample(
    "csharp",
    "In the right order",
    """
    using Microsoft.EntityFrameworkCore;

    public static class Orders
    {
        public static async Task Both(DbContext db, Order order, Visit visit)
        {
            db.Add(order);
            db.Add(visit);
            await db.SaveChangesAsync();
                  ^^^^^^^^^^^^^^^^^^^^^ checked
        }
    }
    """
  ),
  RuleExample(
    "kotlin",
    "In the right order",
    """
    import java.io.File

    fun store(path: String, text: String) {
        val out = File(path).bufferedWriter()
        out.write(text)
        out.close()
        ^^^^^^^^^^^ checked
    }
    """
  ),
  RuleExample(
    "swift",
    "In the right order",
    """
    import Foundation

    func store(_ file: URL, _ text: Data) throws {
      let out = try FileHandle(forWritingTo: file)
      try out.write(contentsOf: text)
      try out.close()
          ^^^^^^^^^^^ checked
    }
    """
  ),
  RuleExample(
    "rust",
    "In the right order",
    """
    use lapin::{BasicProperties, Channel};
    use sqlx::PgPool;

    pub async fn later(pool: PgPool, channel: Channel, order: Order) -> Result<(), Failure> {
        let mut tx = pool.begin().await?;
        sqlx::query("INSERT INTO orders (id) VALUES ($1)").bind(order.id).execute(&mut *tx).await?;
        tx.commit().await?;
        channel.basic_publish("", "ship", Default::default(), order.id.as_bytes(), BasicProperties::default()).await?;
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
        Ok(())
    }
    """
  ),
]
