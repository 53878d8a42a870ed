import Analysis
import Knowledge
import Rules
import TestSupport
import Testing
import Workspace

@Suite("An index that is kept up to date answers as one made anew")
struct IncrementalIndexTests {
  /// What files of the workspace may hold, in turn. All speak of the same names, so that each change counts for others.
  private static let variants: [String: [String]] = [
    "py": [
      "def charge(order):\n    return order\n\ndef test_charge():\n    assert charge(1)\n",
      "import requests\n\ndef charge(order):\n    requests.post('http://x', json=order)\n\nclass Gateway:\n    def capture(self, order):\n        charge(order)\n",
      "from app.a import charge\nfrom .b import Gateway\n\nclass Orders(Gateway):\n    def pay(self, order):\n        charge(order)\n        self.capture(order)\n        Gateway().capture(order)\n",
      "from app.c import *\nimport app.a\n\ndef run(x: Orders):\n    x.pay(1)\n    app.a.charge(x)\n    charge(x)\n",
      "",
    ],
    "ts": [
      "export function charge(order) { return fetch('/x', order) }\n",
      "import make from './a'\nexport default class Gateway { capture(order) { make(order); return this.send(order) } }\n",
      "import { charge } from './b'\nimport Gateway from './c'\nexport class Orders { constructor(private g: Gateway) {}\n  pay(o) { charge(o); this.g.capture(o); new Gateway().capture(o) } }\n",
      "import { Orders } from '.'\nit('pays', () => { const o = new Orders(); o.pay(1); charge(2) })\n",
      "export default function anything(order) { if (order) { return charge(order) } }\n",
    ],
    "go": [
      "package app\nfunc charge(o int) int { return o }\ntype Gateway struct{}\nfunc (g *Gateway) Capture(o int) {}\n",
      "package app\nimport \"example.com/shop/app\"\nfunc pay(g *Gateway) { g.Capture(1); charge(2); app.Charge(3) }\n",
      "package app\nimport \"net/http\"\nfunc Charge(o int) { http.Get(\"http://x\"); pay(nil) }\nfunc TestPay(t *testing.T) { pay(nil) }\n",
      "package other\nimport \"example.com/shop/app\"\nfunc charge(o int) { app.Charge(o) }\n",
    ],
  ]
  private static let folders = ["app", "app/inner", "tests", ""]

  private static func path(_ name: String, _ ending: String, _ folder: String) -> String {
    (folder.isEmpty ? "" : folder + "/") + name + "." + ending
  }

  private static func describe(_ unit: WorkspaceUnit) -> String {
    "\(unit.path):\(unit.summary.line) \(unit.summary.qualifiedName)"
  }

  /// All that anybody could ask, in words.
  private static func answers(_ index: WorkspaceIndex, _ paths: [String]) -> [String] {
    var lines: [String] = []
    for path in paths {
      guard let facts = index.facts(forFile: path), let summary = index.summary(ofFile: path) else {
        lines.append("\(path) -")
        continue
      }
      for unit in facts.units {
        lines.append("own \(facts.own(unit.summary.qualifiedName).map(describe))")
        for position in unit.summary.calls {
          let reference = summary.reference(summary.calls[Int(position)])
          let callees = facts.callees(of: reference, from: unit.summary.qualifiedName, owner: unit.summary.owner)
          lines.append("\(describe(unit)) calls \(reference): \(callees.certainty) \(callees.units.map(describe))")
        }
        let callers = facts.callers(of: unit).map { "\(describe($0.unit)):\($0.line) \($0.certainty)" }
        lines.append("\(describe(unit)) called by \(callers)")
        lines.append("reach \(facts.reach(of: unit))")
        lines.append("likes \(facts.likes(of: unit, atLeast: 0.3).map { describe($0.unit) })")
        lines.append("tests \(facts.tests(of: unit).map { $0.map { describe($0.test) } } as Any)")
        lines.append("mention \(facts.testMentioning(unit.summary.name) as Any)")
      }
      for library in ["requests", "fetch", "net/http"] {
        lines.append("wrapper \((facts.wrapper(of: library, effect: .networkRead)?.unit).map(describe) as Any)")
      }
    }
    return lines
  }

  @Test(arguments: 1...6)
  func changesComeToTheSame(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let kept = WorkspaceIndex()
    var files: [String: FileSummary] = [:]
    for step in 0..<60 {
      let ending = random.pick(Self.variants.keys.sorted())
      let path = Self.path(random.pick(["a", "b", "c", "index", "test_d"]), ending, random.pick(Self.folders))
      if Int.random(in: 0..<5, using: &random) == 0 {
        #expect(kept.remove(path: path) == (files.removeValue(forKey: path) != nil))
      } else if let texts = Self.variants[ending] {
        let summary = try #require(Analyzer().summary(path: path, bytes: Array(random.pick(texts).utf8)))
        #expect(kept.replace(summary) == (files[path] != summary))
        files[path] = summary
      }
      guard step % 4 == 3 else { continue }
      let paths = files.keys.sorted()
      let anew = Self.answers(WorkspaceIndex(Array(files.values)), paths)
      let now = Self.answers(kept, paths)
      #expect(now == anew, "after step \(step)")
      #expect(kept.fileCount == files.count)
      if now != anew { return }
    }
  }

  @Test func aFileThatIsGoneIsFoundNoMore() throws {
    let index = WorkspaceIndexTests.index([
      "a.py": "def save(x):\n    return x\n", "b.py": "from a import save\n\ndef keep(x):\n    save(x)\n",
    ])
    let save = try #require(index.facts(forFile: "a.py")?.own("save").first)
    let facts = try #require(index.facts(forFile: "b.py"))
    #expect(facts.callers(of: save).count == 1)
    index.remove(path: "b.py")
    #expect(index.facts(forFile: "a.py")?.callers(of: save).isEmpty == true)
    #expect(index.facts(forFile: "b.py") == nil)
    #expect(facts.units.isEmpty)
  }
}
