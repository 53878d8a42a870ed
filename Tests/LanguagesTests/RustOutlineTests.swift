import Behaviour
import Languages
import Testing

/// What stands where in a file of Rust, and what its names are worth.
@Suite struct RustOutlineTests {
  private let file = """
    use std::{fs::{self, File as Handle}, sync::Mutex};
    use reqwest::Client;
    use crate::db;

    static CLIENT: Lazy<Client> = Lazy::new(|| Client::new());

    pub struct Gateway { http: Client, state: Arc<Mutex<u8>>, name: String }

    impl Gateway {
        /// Makes one.
        /// Or not.
        #[instrument(skip_all)]
        pub fn new(http: Client) -> Self { Self { http } }
        async fn pay(&self, State(pool): State<sqlx::PgPool>) -> anyhow::Result<()> { self.http.get(1).send().await?; Ok(()) }
    }

    impl Display for Gateway { fn fmt(&self) {} }
    trait Store { fn all(&self) -> u8 { 1 } fn one(&self); }
    mod inner { pub fn g() {} }

    #[cfg(test)]
    mod tests {
        fn helper() {}
        #[tokio::test]
        #[ignore]
        async fn works() {}
    }
    """

  @Test func unitsHaveTheirKindsAndNames() throws {
    let reading = try Reading(file, path: "src/lib.rs")
    #expect(
      reading.outline.units.map { "\($0.kind.rawValue) \($0.qualifiedName)" } == [
        "function Gateway.new", "method Gateway.pay", "method Gateway.fmt", "method Store.all", "function inner.g",
        "function tests.helper", "test tests.works", "module <module>",
      ]
    )
    #expect(!reading.outline.traits.contains(.test))
  }

  @Test func unitsHaveTheirTraits() throws {
    let reading = try Reading(file, path: "src/lib.rs")
    let made = try reading.unit("Gateway.new")
    #expect(made.traits == [.static, .exported])
    #expect(made.documentation == "Makes one.\nOr not.")
    #expect(try reading.unit("Gateway.pay").traits == [.async, .throws])
    #expect(try reading.unit("Gateway.fmt").traits == [.exported, .override])
    // Only tests compile it.
    #expect(try reading.unit("tests.helper").traits == [.fixture])
    #expect(try reading.unit("tests.works").traits == [.async, .skipped])
  }

  @Test func namesLeadToWhereTheyComeFrom() throws {
    let names = try Reading(file, path: "src/lib.rs").outline.environment.names
    #expect(names["fs"] == .imported("std.fs"))
    #expect(names["Handle"] == .imported("std.fs.File"))
    #expect(names["db"] == .imported("crate.db"))
    #expect(names["CLIENT"] == .value(type: "reqwest.Client", certainty: .declaredType))
    #expect(names["Gateway"] == .type)
  }

  @Test func fieldsHaveTheirTypes() throws {
    let owner = try #require(try Reading(file, path: "src/lib.rs").unit("Gateway.pay").owner)
    #expect(owner.fields.map(\.type) == ["reqwest.Client", "std.sync.Mutex", "String"])
    let tree = try Reading(file, path: "src/lib.rs").tree("Gateway.pay")
    #expect(tree.contains("reqwest.Client.get().send by declaredType [awaited, discarded, propagated]"))
    #expect(tree.contains("parameter: read parameter pool = sqlx.PgPool"))
  }

  @Test func valuesHaveTheTypesThatMadeThem() throws {
    let tree = try Reading(
      """
      fn f() {
          let file = std::fs::File::open("a")?;
          file.sync_all()?;
          let db = rusqlite::Connection::open("b").unwrap();
          db.execute("x", [])?;
          tokio::process::Command::new("git").arg("gc").status().await?;
      }
      """,
      path: "src/a.rs"
    ).tree()
    #expect(tree.contains("call file.sync_all = std.fs.File.sync_all by import"))
    #expect(tree.contains("call db.execute = rusqlite.Connection.execute by import"))
    #expect(tree.contains("tokio.process.Command.arg().status by import"))
  }
}
