import Behaviour
import Languages
import Testing

/// What expressions of PHP do, and what their names stand for.
@Suite struct PHPExpressionTests {
  @Test(arguments: [
    ("isset($a)", "condition is not null"), ("!isset($a)", "condition is null"), ("is_null($a)", "condition is null"),
    ("$a === null", "condition is null"), ("null != $a", "condition is not null"), ("empty($a)", "condition not"),
    ("!empty($a)", "read a"), ("isset($a['k'])", "condition in"), ("!isset($a['k'])", "condition not in"),
    ("in_array($x, $a)", "condition in"), ("array_key_exists('k', $a)", "condition in"),
    ("$a instanceof B", "condition is type"), ("is_string($a)", "condition is type"),
    ("gettype($a) === 'string'", "condition is type"), ("isset($a, $b)", "condition and"),
    ("$a and $b", "condition and"), ("$a || $b || $c", "condition or"), ("$a ?: $b", "condition or"),
    ("$a <> $b", "condition !="), ("$a <=> $b", "operation <=>"), ("$a ?? $b", "operation ??"),
    ("$a . 'x'", "operation +"), ("clone $a", "operation clone"), ("(int) $a", "operation cast"),
    ("`ls`", "call shell_exec = shell_exec by import [returned]"), ("strlen(...)", "read static strlen"),
    ("$$a", "read member"), ("new class { function g() {} }", "call class [returned, constructs]"),
  ])
  func formsOfConditionsAndOperations(_ expression: String, _ line: String) throws {
    let lines = try php("return \(expression);").split(separator: "\n")
    #expect(lines.dropFirst().first.map { $0.trimmingPrefix { $0 == " " } } == "value: \(line)")
  }

  @Test func aTextIsBuiltOfItsParts() throws {
    #expect(
      try php("return \"a {$b->c} $d[0] ${e}!\";", parameters: "$b, $e") == """
        parameter: read parameter b
        parameter: read parameter e
        return
          value: operation interpolation [interpolated]
            operand: literal string "a "
            operand: read parameter b.c
            operand: literal string " "
            operand: read element d
              index: literal integer "0"
            operand: literal string " "
            operand: read parameter e
            operand: literal string "!"

        """
    )
  }

  @Test func heredocsAreTexts() throws {
    #expect(try php("return <<<X\n  a\n  X;").contains("literal string"))
    #expect(try php("return <<<X\n  $a\n  X;").contains("operation interpolation"))
    #expect(try php("return <<<'X'\n  $a\n  X;").contains("literal string"))
  }

  @Test func namesAreCanonical() throws {
    let imports = "namespace App\\Jobs;\nuse Guzzle\\{Client, Pool as P};\nuse function Shop\\total;\n"
    #expect(
      try php(
        "$c->get(); P::run(); Own::go(); \\PDO::x(); new Sub\\Thing(); total(); strlen(); namespace\\g(); $p->send();",
        parameters: "Client $c, ?P $p = null",
        imports: imports
      ) == """
        parameter: read parameter c = Guzzle.Client
        parameter: read parameter p = Guzzle.Pool
          default: literal null
        call c.get = Guzzle.Client.get by declaredType [discarded]
        call P.run = Guzzle.Pool.run by import [discarded]
        call Own.go = App.Jobs.Own.go by import [discarded]
        call PDO.x = PDO.x by import [discarded]
        call Sub.Thing = App.Jobs.Sub.Thing by import [discarded, constructs]
        call total = Shop.total by import [discarded]
        call strlen = strlen by import [discarded]
        call namespace.g = App.Jobs.g by import [discarded]
        call p.send = Guzzle.Pool.send by declaredType [discarded]

        """
    )
  }

  @Test func valuesKeepWhatMadeThem() throws {
    #expect(
      try php("$a = new PDO('x'); $s = $a->prepare('y'); $s->execute(); app(Order::class)->save();") == """
        assign [declares]
          target: read local a
          value: call PDO = PDO by import [constructs]
            argument: argument
              value: literal string "x"
        assign [declares]
          target: read local s
          value: call a.prepare = PDO.prepare by constructor
            argument: argument
              value: literal string "y"
        call s.execute = PDO.prepare().execute by constructor [discarded]
        call .save = Order.save by declaredType [discarded]
          receiver: call app = app by import
            argument: argument
              value: read static Order = Order

        """
    )
  }

  @Test func fieldsHaveTheirDeclaredTypes() throws {
    let text = """
      <?php
      class A extends \\Base\\Thing
      {
          /** @var \\Redis */
          private $redis;
          private static ?\\PDO $shared;
          public function __construct(private \\Client $client) { $this->log = $client; $this->made = new \\Made(); }
          public function f()
          {
              $this->redis->get(1);
              self::$shared->query(2);
              $this->client->send(3);
              $this->log->warn(4);
              $this->made->go(5);
              $c = $this->client;
              $c->send(6);
              $this->own();
              $this->save();
              parent::f();
          }
          private function own() {}
      }
      """
    let tree = try Reading(text, path: "a.php").tree("A.f")
    let calls = tree.split(separator: "\n").filter { $0.contains("  call ") }.map { line in
      String(line.trimmingPrefix { $0 == " " })
    }
    #expect(
      calls == [
        "call this.redis.get = Redis.get by declaredType [discarded]",
        "call self.shared.query = PDO.query by declaredType [discarded]",
        "call this.client.send = Client.send by declaredType [discarded]",
        "call this.log.warn = Client.warn by declaredType [discarded]",
        "call this.made.go = Made.go by constructor [discarded]",
        "call c.send = Client.send by declaredType [discarded]",
        "call this.own [discarded]",
        "call this.save = Base.Thing.save by declaredType [discarded]",
        "call parent.f = Base.Thing.f by import [discarded]",
      ]
    )
  }

  @Test func closuresCaptureWhatTheyUse() throws {
    #expect(
      try php("$g = function ($x) use ($a, &$n) { $n = $x; $b = $a; };", parameters: "$a, $n") == """
        parameter: read parameter a
        parameter: read parameter n
        assign [declares]
          target: read local g
          value: closure
            parameter: read parameter x
            body: block
              assign
                target: read captured n
                value: read parameter x
              assign [declares]
                target: read local b
                value: read captured a

        """
    )
  }
}
