let callOrderCompiled: [RuleExample] = [
  RuleExample(
    "go",
    "A failure half way looks like the end",
    """
    package shop

    import "database/sql"

    func names(db *sql.DB) ([]string, error) {
    	rows, err := db.Query("SELECT name FROM orders LIMIT 10")
    	if err != nil {
    		return nil, err
    	}
    	defer rows.Close()
    	var all []string
    	for rows.Next() {
         ^^^^^^^^^^^ flagged medium
    		var name string
    		if err := rows.Scan(&name); err != nil {
    			return nil, err
    		}
    		all = append(all, name)
    	}
    	return all, nil
    }
    """
  ),
  RuleExample(
    "go",
    "The cursor is asked",
    """
    package shop

    import "database/sql"

    func names(db *sql.DB) ([]string, error) {
    	rows, err := db.Query("SELECT name FROM orders LIMIT 10")
    	if err != nil {
    		return nil, err
    	}
    	defer rows.Close()
    	var all []string
    	for rows.Next() {
         ^^^^^^^^^^^ checked
    		var name string
    		if err := rows.Scan(&name); err != nil {
    			return nil, err
    		}
    		all = append(all, name)
    	}
    	return all, rows.Err()
    }
    """
  ),
  RuleExample(
    "go",
    "The cursor is somebody else's",
    """
    package shop

    import "database/sql"

    func collect(rows *sql.Rows) []string {
    	var all []string
    	for rows.Next() {
         ^^^^^^^^^^^ unverified
    		var name string
    		if rows.Scan(&name) == nil {
    			all = append(all, name)
    		}
    	}
    	return all
    }
    """
  ),
  RuleExample(
    "go",
    "Answered twice",
    """
    package shop

    import "net/http"

    func show(w http.ResponseWriter, r *http.Request) {
    	if r.URL.Path == "" {
    		http.Error(w, "no path", 400)
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
    	}
    	http.Redirect(w, r, "/orders", 302)
    }

    func move(w http.ResponseWriter, r *http.Request) {
    	if r.URL.Path == "" {
    		http.Error(w, "no path", 400)
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
    		return
    	}
    	http.Redirect(w, r, "/orders", 302)
    }
    """
  ),
  RuleExample(
    "java",
    "Written behind the close",
    """
    import java.io.FileWriter;
    import java.io.IOException;

    class Export {
      void export(String path, String text) throws IOException {
        FileWriter out = new FileWriter(path);
        out.write(text);
        out.close();
        out.write("end");
        ^^^^^^^^^^^^^^^^ flagged high
      }

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
    "java",
    "Sent back twice",
    """
    import jakarta.servlet.http.HttpServletRequest;
    import jakarta.servlet.http.HttpServletResponse;
    import java.io.IOException;

    class Orders {
      void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getParameter("id") == null) {
          response.sendError(400);
          ^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
        }
        response.sendRedirect("/orders");
      }
    }
    """
  ),
  RuleExample(
    "csharp",
    "Noted behind the last save",
    """
    using Microsoft.EntityFrameworkCore;

    public static class Orders
    {
        public static async Task Place(DbContext db, Order order, Visit visit)
        {
            db.Add(order);
            await db.SaveChangesAsync();
            db.Add(visit);
            ^^^^^^^^^^^^^ flagged medium
        }

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
    "Written behind the close",
    """
    import java.io.File

    fun export(path: String, text: String) {
        val out = File(path).bufferedWriter()
        out.write(text)
        out.close()
        out.write("end")
        ^^^^^^^^^^^^^^^^ flagged high
    }

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
    "Written behind the close",
    """
    import Foundation

    func export(_ file: URL, _ text: Data) throws {
      let out = try FileHandle(forWritingTo: file)
      try out.write(contentsOf: text)
      try out.close()
      try out.write(contentsOf: text)
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
    }

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
    "The message leaves before the commit",
    """
    use lapin::{BasicProperties, Channel};
    use sqlx::PgPool;

    pub async fn place(pool: PgPool, channel: Channel, order: Order) -> Result<(), Failure> {
        let mut tx = pool.begin().await?;
        sqlx::query("INSERT INTO orders (id) VALUES ($1)").bind(order.id).execute(&mut *tx).await?;
        channel.basic_publish("", "ship", Default::default(), order.id.as_bytes(), BasicProperties::default()).await?;
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
        tx.commit().await?;
        Ok(())
    }

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
