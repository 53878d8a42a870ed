/// Programs that use all that Rust has.
let rustSamples = [
  #"""
  #![allow(dead_code)]
  //! Orders.
  use std::{collections::HashMap, fs::{self, File as Handle}, io::Read as _};
  use crate::shop::{db, *};
  extern crate serde_json as json;

  pub const LIMIT: usize = 3;
  static CLIENT: Lazy<reqwest::Client> = Lazy::new(|| reqwest::Client::builder().build().unwrap());

  /// An order.
  #[derive(Debug, Clone)]
  pub struct Order<'a, T: Clone + 'a> where T: Send { pub id: u64, lines: Vec<T>, client: &'a reqwest::Client }
  struct Pair(u8, pub u16);
  struct Nothing;
  enum State { Open, Closed { at: u64 }, Failed(String) }
  union Bits { a: u32, b: f32 }
  type Rows = Vec<Row>;
  trait Store: Send { const N: usize; type Error; fn find(&self, id: u64) -> Option<u8>; fn all(&self) -> u8 { 1 } }

  impl<'a, T: Clone> Order<'a, T> {
    /// Makes one.
    pub fn new(id: u64, client: &'a reqwest::Client) -> Self { Self { id, lines: vec![], client, ..Default::default() } }

    #[tracing::instrument(skip(self))]
    pub(crate) async fn pay(&mut self, (a, b): (u8, u8), State(pool): State<PgPool>) -> anyhow::Result<Receipt> {
      ensure!(self.id > 0, "no id {}", self.id);
      let Some(first) = self.lines.first() else { bail!("empty") };
      let Ok(n) = "3".parse::<u32>() else { return Err(Error::Bad { n: 3 }.into()) };
      let res = self.client.post(format!("{}/x?{a:>3}", self.base)).json(&json!({"id": 1, "l": [null, {"a": b'x'}]}))
        .send().await.context("sending")?.error_for_status()?;
      match res.text().await {
        Ok(text) if text.is_empty() => {}
        Ok(text) => println!("{text}"),
        Err(Error::Timeout(e)) | Err(Error::Slow { e, .. }) => error!(%e, key = ?self.id, "slow"),
        Err(e) if e.is_body() => return Err(e.into()),
        // nothing to do
        Err(_) => {}
      }
      if let Err(e) = fs::remove_file("a") { warn!("{}", e); } else if let Some(x) = f() && x > 3 { g(x) } else { h() }
      let _ = fs::write("a", r#"b"c"#);
      fs::read("a").ok();
      let a = fs::read_to_string("x").unwrap_or_else(|_| String::new());
      let b = fs::read("x").map_err(Error::Io)?;
      let c = match self.find() { Ok(x) => x, Err(e) => { log::error!("{e:?}"); return Ok(Default::default()) } };
      let d = if a.is_empty() { 1 } else if b[0] == b'\n' { -2 } else { panic!("no {}", 1) };
      'outer: loop { while let Some(x) = s.next().await { continue 'outer } break 'outer; }
      for (i, x) in self.lines.iter().enumerate() { *total += x as u64 * i; }
      for i in 0..=10 { let [x, .., y] = xs[i..][..2] else { break }; }
      let f = async move { self.run().await?; Ok::<(), Error>(()) };
      tokio::spawn(async move { f.await });
      tokio::select! { biased; Some(x) = rx.recv() => { handle(x)? } _ = sleep(d), if on => (), else => break }
      let v = unsafe { *ptr.add(1) };
      let t = (1, 2.5f32, 'c', "s", b"b", true, ());
      let z = xs.iter().map(|&x| x + 1).filter(|x: &u8| matches!(x, 1 | 2 if *x > 1)).collect::<Vec<_>>();
      x = y = 3; x <<= 1; _ = f();
      Ok(Receipt { id: self.id, at: now()? })
    }
  }

  impl std::fmt::Display for State {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { write!(f, "{}", 1) }
  }

  mod inner { pub fn g() -> impl Fn(u8) -> u8 { fn local() {} move |x| x } }
  macro_rules! square { ($x:expr) => { $x * $x }; }
  extern "C" { fn c(x: i32); }
  """#,
  #"""
  fn total(rows: &[Row]) -> u64 { rows.iter().map(|r| r.total).sum() }

  #[cfg(test)]
  mod tests {
    use super::*;

    fn rows() -> Vec<Row> { vec![Row { total: 1 }; 3] }

    #[test]
    fn sums() {
      assert_eq!(total(&rows()), 3, "with {}", 1);
      assert!(rows().first().is_some() && true);
      assert!(matches!(f(), Err(Error::Empty { .. })));
      let mut mock = MockStore::new();
      mock.expect_find().with(eq(3)).times(1).returning(|_| Ok(()));
    }

    #[tokio::test]
    #[ignore]
    async fn waits() -> Result<()> { assert!(f().await.is_err()); Ok(()) }

    #[test]
    #[should_panic(expected = "boom")]
    fn panics() { total(&[]); }
  }
  """#,
]
