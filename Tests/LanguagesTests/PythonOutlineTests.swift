import Behaviour
import Languages
import Testing

/// What stands where in a file.
@Suite struct PythonOutlineTests {
  @Test func unitsAreFunctionsMethodsAndTests() throws {
    let outline = try Reading(
      """
      import unittest
      def helper(): pass
      class ChargeTest(unittest.TestCase):
        def setUp(self): pass
        def test_charge(self): pass
        @unittest.skip("slow")
        def testRefund(self): pass
        class Inner:
          def run(self): pass
      class MoreTests(ChargeTest):
        def test_more(self): pass
      def outer():
        def inner(): pass
        class Local:
          def method(self): pass
      if helper:
        def conditional(): pass
      """,
      path: "tests/orders.py"
    ).outline
    #expect(
      outline.units.map { "\($0.kind) \($0.qualifiedName)" } == [
        "function helper", "method ChargeTest.setUp", "test ChargeTest.test_charge", "test ChargeTest.testRefund",
        "method ChargeTest.Inner.run", "test MoreTests.test_more", "function outer", "function conditional",
      ]
    )
    #expect(outline.containers.map(\.name) == ["ChargeTest", "Inner", "MoreTests"])
    #expect(outline.containers.map(\.parent) == [nil, 0, nil])
  }

  @Test func functionsAreTestsInTestFilesOnly() throws {
    let text = "def test_charge(): pass\ndef testing(): pass\nclass Checks:\n  def test_it(self): pass\n"
    #expect(try Reading(text, path: "test_orders.py").outline.units.map(\.kind) == [.test, .function, .test])
    #expect(try Reading(text, path: "orders.py").outline.units.map(\.kind) == [.function, .function, .method])
  }

  @Test func whatHoldsTestsIsATestFileWhateverItsName() throws {
    let function = try Reading("import pytest\ndef test_charge(): pass\n", path: "checks.py")
    #expect(function.outline.units.map(\.kind) == [.test])
    #expect(function.outline.traits == .test)
    let method = try Reading("class Checks(TestCase):\n  def test_it(self): pass\n", path: "checks.py")
    #expect(method.outline.traits == .test)
    #expect(try Reading("import pytest\ndef run(): pass\n", path: "plugin.py").outline.traits == [])
  }

  @Test func preparationsAndSkippedTestsAreMarked() throws {
    let units = try Reading(
      """
      import pytest
      @pytest.fixture
      def gateway(): pass
      @pytest.mark.skip(reason="slow")
      def test_charge(): pass
      @pytest.mark.skipif(old, reason="old")
      def test_refund(): pass
      def setup_module(): pass
      """,
      path: "test_orders.py"
    ).units
    #expect(units.map { $0.traits.contains(.fixture) } == [true, false, false, true])
    #expect(units.map { $0.traits.contains(.skipped) } == [false, true, false, false])
  }

  @Test func spansCoverDecoratorsAndEndWithTheLastStatement() throws {
    let text = "\n@traced\nasync def charge():\n  pass\n\n\n# about what follows\nx = 1\n"
    let span = try #require(try Reading(text, path: "a.py").outline.units.first)
    #expect(span.range == 1..<35)
    #expect(span.nameRange == 19..<25)
  }

  @Test func topLevelCodeThatActsIsTheLastUnit() throws {
    let quiet = [
      "", "'''Text.'''\n", "import os\nfrom a import b\nX = 1\nY = [X, {'a': -1}]\nZ: int = X + 1\n",
      "class A(B):\n  x = 1\n  y: int\n  def f(self): g()\n", "f = lambda: g()\n", "@d()\ndef f(): g()\n",
      "try:\n  import a\nexcept ImportError:\n  a = None\n",
    ]
    for text in quiet {
      #expect(try !Reading(text, path: "a.py").outline.units.contains { $0.kind == .module }, "\(text)")
    }
    let acting = [
      "x = f()\n", "for a in b:\n  pass\n", "class A:\n  x = f()\n", "raise X\n", "if a:\n  b.c()\n",
      "x = [a for a in b]\n",
      "count += 1\n",
    ]
    for text in acting {
      let units = try Reading("def f(): pass\n" + text, path: "a.py").outline.units
      #expect(units.map(\.kind) == [.function, .module], "\(text)")
      #expect(units.last?.range == 0..<("def f(): pass\n" + text).utf8.count)
    }
  }

  @Test func theUnitOfTopLevelCodeLeavesOutTheOthers() throws {
    let tree = try Reading(
      """
      '''Text.'''
      import os
      @traced
      def f(): os.remove("a")
      @dataclass(frozen=True)
      class A(Base):
        x = f()
        def method(self): pass
        async def other(self): pass
      if __name__ == "__main__":
        def late(): pass
        f()
      for name in names:
        f(name)
      """,
      path: "a.py"
    ).tree("<module>")
    #expect(
      tree == """
          block
            decorator: call dataclass
              argument: argument frozen
                value: literal true
            assign [declares]
              target: read static x
              value: call f
            branch
              condition: condition ==
                operand: read __name__ = __name__
                operand: literal string "__main__"
              arm: block
                call f [discarded]
            loop forEach
              iterable: read names
              target: read static name
              body: block
                call f [discarded]
                  argument: argument
                    value: read static name

        """
    )
  }

  @Test func namesOfTheFileStandForWhatTheyAre() throws {
    let names = try Reading(
      """
      from __future__ import annotations
      import os, xml.dom, a.b as c
      from requests import Session, get as fetch
      from . import models
      from ..app.db import (connect, close as shut,)
      from late import *
      try:
        import ujson as json
      except ImportError:
        import json
      if TYPE_CHECKING:
        from typing import List
      LIMIT = 3
      session = Session()
      client: Session = make()
      response = session.get("x")
      send = session_send = fetch
      first, second = pair
      changed = Session()
      changed = connect()
      def plain(): inner = 1
      async def waiting(): pass
      class Orders:
        member = 1
      """,
      path: "a.py"
    ).outline.environment.names
    #expect(
      names == [
        "os": .imported("os"), "xml": .imported("xml"), "c": .imported("a.b"),
        "Session": .imported("requests.Session"), "fetch": .imported("requests.get"), "models": .imported(".models"),
        "connect": .imported("..app.db.connect"), "shut": .imported("..app.db.close"),
        "json": .imported("ujson"), "List": .imported("typing.List"),
        "LIMIT": .value(type: nil, certainty: .nameOnly),
        "session": .value(type: "requests.Session", certainty: .constructor),
        "client": .value(type: "requests.Session", certainty: .declaredType),
        "response": .value(type: "requests.Session.get()", certainty: .constructor),
        "send": .imported("requests.get"), "session_send": .imported("requests.get"),
        "first": .value(type: nil, certainty: .nameOnly), "second": .value(type: nil, certainty: .nameOnly),
        "changed": .value(type: nil, certainty: .nameOnly),
        "plain": .function(isAsync: false), "waiting": .function(isAsync: true), "Orders": .type,
      ]
    )
  }

  @Test func commentsAreListedInReadingOrder() throws {
    let text = "# a\nx = 1  # b\ndef f():\n  # c\n  pass\n# d\n"
    let outline = try Reading(text, path: "a.py").outline
    #expect(
      outline.comments.map { Array(text.utf8)[$0].map { String(UnicodeScalar($0)) }.joined() } == [
        "# a", "# b", "# c", "# d",
      ]
    )
  }

  @Test(arguments: [
    ("orders.py", FileTraits()), ("app/test_orders.py", .test), ("app/orders_test.py", .test), ("app/tests.py", .test),
    ("conftest.py", .test), ("tests/util.py", .test), ("types.pyi", .stub), ("app/orders_pb2.py", .generated),
    ("vendor/x.py", .vendored), ("app/migrations/0001_initial.py", .oneOff), ("scripts/run.py", .oneOff),
    ("app/__main__.py", .script),
  ])
  func aPathSaysWhatAFileIs(_ path: String, _ traits: FileTraits) throws {
    #expect(try Reading("x = 1\n", path: path).outline.traits == traits)
  }

  @Test func aTextSaysWhatAFileIs() throws {
    #expect(try Reading("#!/usr/bin/env python3\n", path: "a.py").outline.traits == .script)
    #expect(try Reading("if __name__ == '__main__':\n  main()\n", path: "a.py").outline.traits == .script)
    #expect(try Reading("# Generated by Django 4.2\n", path: "a.py").outline.traits == .generated)
    #expect(try Reading("# Code generated by protoc. DO NOT EDIT.\n", path: "a.py").outline.traits == .generated)
  }
}
