import Behaviour
import Languages
import Testing
import TreeSitter

/// What stands where in a file of PHP.
@Suite struct PHPOutlineTests {
  private func units(_ text: String, path: String = "a.php") throws -> [String] {
    try Reading(text, path: path).outline.units.map { "\($0.kind) \($0.qualifiedName)" }
  }

  @Test func functionsAndMethodsAreUnits() throws {
    #expect(
      try units(
        """
        <?php
        function a() {}
        abstract class B {
            public function __construct() {}
            public static function make() {}
            public function c() {}
            abstract function d();
            public string $e { get => 1; }
        }
        interface F { function g(); }
        trait H { function i() {} }
        enum J: string { case K = 'k'; function l() {} }
        if (!function_exists('m')) { function m() {} }
        """
      ) == [
        "function a", "initializer B.__construct", "function B.make", "method B.c", "method B.e", "method H.i",
        "method J.l", "function m", "module <module>",
      ]
    )
  }

  @Test func declarationsAloneAreNoCodeAtTopLevel() throws {
    #expect(
      try units("<?php\ndeclare(strict_types=1);\nnamespace A;\nuse B;\nconst C = 1;\nfunction d() {}\n") == [
        "function d"
      ]
    )
    #expect(try units("<?php\nreturn ['a' => 1];\n") == [])
    #expect(try units("<b>text</b>\n") == [])
    #expect(try units("<?php\nreturn ['a' => env('A')];\n") == ["module <module>"])
  }

  @Test func methodsOfATypeThatAFileGivesAreUnits() throws {
    let text = "<?php\nreturn new class extends Migration {\npublic function up() { a(); }\n};\n"
    #expect(try units(text) == ["method class.up"])
    #expect(try Reading(text, path: "a.php").unit("class.up").owner?.bases == ["Migration"])
  }

  @Test func functionsGivenToCallsAreUnits() throws {
    #expect(
      try units(
        """
        <?php
        Route::get('/orders', function () { return 1; })->name('orders');
        add_action('init', function () { go(); });
        $app->post('/x', static function ($request) { return 2; });
        $total = function ($x) { return $x; };
        array_map(function ($x) { return $x; }, $xs);
        """
      ) == [
        "closure Route.get('/orders')", "closure add_action('init')", "closure app.post('/x')", "function total",
        "module <module>",
      ]
    )
  }

  @Test func testsAreKnownByFrameworksMarks() throws {
    #expect(
      try units(
        """
        <?php
        class OrderTest extends TestCase {
            protected function setUp(): void {}
            public function testA() {}
            #[Test] public function b() {}
            /** @test */
            public function c() {}
            public function helper() {}
        }
        """,
        path: "tests/OrderTest.php"
      ) == [
        "method OrderTest.setUp", "test OrderTest.testA", "test OrderTest.b", "test OrderTest.c",
        "method OrderTest.helper",
      ]
    )
    #expect(
      try units(
        """
        <?php
        describe('orders', function () {
            beforeEach(function () { a(); });
            it('adds', fn () => expect(1)->toBe(1));
            test('sums', function () {})->with([1]);
        });
        """,
        path: "tests/a.php"
      ) == ["closure orders.beforeEach", "test orders.adds", "test orders.sums"]
    )
  }

  @Test func skippedTestsAndFixturesAreMarked() throws {
    let reading = try Reading("<?php\nit('a', function () {})->skip();\nbeforeEach(function () {});\n", path: "a.php")
    #expect(reading.units.first?.traits.contains(.skipped) == true)
    #expect(reading.units.dropFirst().first?.traits.contains(.fixture) == true)
  }

  @Test func unitsHaveTheirFacts() throws {
    let unit = try Reading(
      "<?php\nclass A {\n/** Adds.\n * @return int */\npublic static function add(int $a, ?B $b = null, ...$c): int {}\n}\n",
      path: "a.php"
    ).unit("A.add")
    #expect(unit.traits == [.static, .exported])
    #expect(unit.documentation == "Adds. @return int")
    #expect(unit.returnType == "int")
    #expect(unit.parameters.map(\.name) == ["a", "b", "c"])
    #expect(unit.parameters.map(\.type) == ["int", "?B", nil])
    #expect(unit.parameters.map(\.hasDefault) == [false, true, false])
    #expect(unit.parameters.map(\.isVariadic) == [false, false, true])
    #expect(unit.owner?.name == "A")
  }

  @Test(
    arguments: [
      ("app/Console/Commands/A.php", FileTraits.script), ("src/AServiceTest.php", .test), ("tests/A.php", .test),
      ("database/migrations/1.php", .oneOff), ("vendor/a/b.php", .vendored), ("src/A.php", []),
    ] as [(String, FileTraits)]
  )
  func pathsSayWhatAFileIs(_ path: String, _ traits: FileTraits) throws {
    #expect(try Reading("<?php\n", path: path).outline.traits == traits)
  }

  @Test(arguments: PHPSamples.all)
  func unitsReadAloneAsInPlace(_ text: String) throws {
    let reading = try Reading(text, path: "a.php")
    let spans = reading.outline.units.filter { $0.kind != .module }
    #expect(spans.count >= 2)
    #expect(reading.outline.broken.isEmpty)
    for span in spans {
      let (alone, start) = try piece(span, of: reading)
      let found = alone.outline.units.first { $0.qualifiedName == span.qualifiedName && $0.range.lowerBound == start }
      let other = try #require(found, "\(span.qualifiedName) is not found alone")
      #expect(syntax(of: span, in: reading) == syntax(of: other, in: alone))
      #expect(other.kind == span.kind)
      var outline = alone.outline
      outline.environment = reading.outline.environment
      if let container = other.container, let whole = span.container {
        outline.containers[container].owner = reading.outline.containers[whole].owner
      }
      var unit = reading.language.lower(other, of: alone.source, in: outline)
      unit.documentation = try reading.unit(span.qualifiedName).documentation
      #expect(unit == reading.language.lower(span, of: reading.source, in: reading.outline), "\(span.qualifiedName)")
    }
  }

  @Test(arguments: PHPSamples.all)
  func everyPrefixIsRead(_ text: String) throws {
    let whole = try Reading(text, path: "a.php")
    for end in Set(whole.source.syntax.nodes.map { Int($0.end) }) {
      #expect(flaws(in: try Reading(bytes: Array(whole.source.bytes[..<end]), path: "a.php")) == [])
    }
  }
}
