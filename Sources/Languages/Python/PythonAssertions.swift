import Behaviour
import TreeSitter

/// How a call of a test framework reads as an assertion.
struct PythonAssertion {
  enum Shape {
    /// The first argument is what is asserted on; the rest says what about it.
    case one
    /// What is asserted on, then what it must be.
    case two
    /// The other way round: `assertIn(member, container)`.
    case twoSwapped
    /// The error that must be raised, then what is called with which arguments.
    case raising
    /// What it hangs on is a double; the arguments are those that it must have been called with.
    case double
    /// Nothing is asserted on.
    case plain
  }

  let kind: String
  let shape: Shape
  let isNegated: Bool

  init(_ kind: String, _ shape: Shape, negated: Bool = false) {
    self.kind = kind
    self.shape = shape
    isNegated = negated
  }
}

/// What the test frameworks of Python call their assertions.
enum PythonAssertions {
  /// What a call of a dotted name asserts; nil where it asserts nothing that is known here.
  static func form(of place: Place, _ callee: Int32, in lowering: PythonLowering) -> PythonAssertion? {
    guard lastName(of: callee, in: lowering, startsWith: ["assert", "fail", "raises", "warns", "ensure"]) else {
      return nil
    }
    let last = lastName(of: callee, in: lowering)
    if !place.isPlain {
      if let form = doubles[last] { return form }
      if let form = methods[last] { return form }
      if last == "fail" || last.hasPrefix("fail"), isOwn(place, lowering) { return failures[last] }
    }
    return place.path == 0 ? nil : function(lowering.core.builder.text(place.path), last)
  }

  /// What a method asserts that hangs on an expression: `make_gateway().charge.assert_called()`.
  static func form(ofDouble member: Int32, in lowering: PythonLowering) -> PythonAssertion? {
    let start = lowering.range(member).lowerBound
    guard lowering.core.source.isText(start..<start + 7, "assert_") else { return nil }
    return doubles[lowering.core.text(member)]
  }

  /// The same for a call in the head of a `with`.
  static func context(_ place: Place, _ callee: Int32, in lowering: PythonLowering) -> PythonAssertion? {
    guard let form = form(of: place, callee, in: lowering) else { return nil }
    switch form.shape {
    case .raising, .plain: return form
    case .one, .two, .twoSwapped, .double:
      // `assertNumQueries(3)`, `assertTemplateUsed("page.html")`: the demand is on what the body does.
      return PythonAssertion(form.kind, .raising, negated: form.isNegated)
    }
  }

  /// A method of the test case at hand, `self.fail`.
  private static func isOwn(_ place: Place, _ lowering: PythonLowering) -> Bool {
    place.root == lowering.core.selfName && lowering.core.selfName != 0
  }

  private static func lastName(of callee: Int32, in lowering: PythonLowering) -> String {
    lowering.core.text(lowering.child(callee, lowering.fields.attribute) ?? callee)
  }

  /// Whether it is worth looking its name up.
  private static func lastName(
    of callee: Int32,
    in lowering: PythonLowering,
    startsWith words: [StaticString]
  ) -> Bool {
    let name = lowering.child(callee, lowering.fields.attribute) ?? callee
    let start = lowering.range(name).lowerBound
    return words.contains { lowering.core.source.isText(start..<start + $0.utf8CodeUnitCount, $0) }
  }

  private static func function(_ path: String, _ last: String) -> PythonAssertion? {
    switch path {
    case "pytest.fail": return PythonAssertion(AssertionKind.fail, .plain)
    case "pytest.raises", "pytest.warns", "pytest.deprecated_call", "trio.testing.RaisesGroup":
      return PythonAssertion(AssertionKind.raises, .raising)
    default: break
    }
    guard last.hasPrefix("assert"), let module = modules.first(where: { path.hasPrefix($0) }) else { return nil }
    if let form = functions[last] ?? methods[last] { return form }
    return module == "hamcrest." ? PythonAssertion(AssertionKind.other, .two) : nil
  }

  /// Modules whose `assert_…` functions are assertions.
  private static let modules = [
    "numpy.testing.", "pandas.testing.", "torch.testing.", "nose.tools.", "hamcrest.", "pandas.util.testing.",
    "polars.testing.", "xarray.testing.", "jax.test_util.", "geopandas.testing.", "assertpy.", "chex.",
    "django.test.", "twisted.trial.", "testtools.", "networkx.testing.", "networkx.utils.", "scipy._lib._array_api.",
  ]

  private static let functions: [String: PythonAssertion] = {
    var found: [String: PythonAssertion] = [:]
    for name in [
      "assert_equal", "assert_array_equal", "assert_allclose", "assert_almost_equal", "assert_array_almost_equal",
      "assert_approx_equal", "assert_string_equal", "assert_frame_equal", "assert_series_equal", "assert_index_equal",
      "assert_array_almost_equal_nulp", "assert_array_max_ulp", "assert_extension_array_equal", "assert_close",
      "assert_equals", "assert_identical", "assert_list_equal", "assert_dict_equal", "assert_set_equal",
      "assert_tuple_equal", "assert_sequence_equal", "assert_multi_line_equal", "assert_items_equal",
      "assert_count_equal", "assert_nodes_equal", "assert_edges_equal", "assert_graphs_equal",
      "assert_categorical_equal",
      "assert_interval_array_equal", "assert_trees_all_close", "assert_trees_all_equal",
    ] {
      found[name] = PythonAssertion(AssertionKind.equal, .two)
    }
    for name in ["assert_not_equal", "assert_not_equals", "assert_not_almost_equal"] {
      found[name] = PythonAssertion(AssertionKind.equal, .two, negated: true)
    }
    for name in ["assert_raises", "assert_raises_regex", "assert_warns", "assert_raises_regexp"] {
      found[name] = PythonAssertion(AssertionKind.raises, .raising)
    }
    found["assert_"] = PythonAssertion(AssertionKind.truthy, .one)
    found["assert_true"] = PythonAssertion(AssertionKind.truthy, .one)
    found["assert_false"] = PythonAssertion(AssertionKind.falsy, .one)
    found["assert_array_less"] = PythonAssertion(AssertionKind.less, .two)
    found["assert_less"] = PythonAssertion(AssertionKind.less, .two)
    found["assert_less_equal"] = PythonAssertion(AssertionKind.atMost, .two)
    found["assert_greater"] = PythonAssertion(AssertionKind.greater, .two)
    found["assert_greater_equal"] = PythonAssertion(AssertionKind.atLeast, .two)
    found["assert_is"] = PythonAssertion(AssertionKind.same, .two)
    found["assert_is_not"] = PythonAssertion(AssertionKind.same, .two, negated: true)
    found["assert_is_none"] = PythonAssertion(AssertionKind.null, .one)
    found["assert_is_not_none"] = PythonAssertion(AssertionKind.notNull, .one)
    found["assert_in"] = PythonAssertion(AssertionKind.contains, .twoSwapped)
    found["assert_not_in"] = PythonAssertion(AssertionKind.contains, .twoSwapped, negated: true)
    found["assert_is_instance"] = PythonAssertion(AssertionKind.type, .two)
    found["assert_regex"] = PythonAssertion(AssertionKind.matches, .two)
    found["assert_that"] = PythonAssertion(AssertionKind.other, .two)
    found["assert_no_warnings"] = PythonAssertion(AssertionKind.other, .plain)
    return found
  }()

  /// `unittest`, and what Django, its REST framework and Twisted add to it.
  private static let methods: [String: PythonAssertion] = {
    var found: [String: PythonAssertion] = [:]
    for name in [
      "assertEqual", "assertEquals", "assertAlmostEqual", "assertAlmostEquals", "assertSequenceEqual",
      "assertListEqual", "assertTupleEqual", "assertSetEqual", "assertDictEqual", "assertMultiLineEqual",
      "assertCountEqual", "assertItemsEqual", "assertHTMLEqual", "assertXMLEqual", "assertJSONEqual",
      "assertQuerysetEqual", "assertQuerySetEqual", "assertInHTMLEqual", "assertURLEqual", "assertApproximates",
      "assertAllClose", "assertAllEqual", "assertArrayEqual", "assertDictContainsSubset",
    ] {
      found[name] = PythonAssertion(AssertionKind.equal, .two)
    }
    for name in [
      "assertNotEqual", "assertNotEquals", "assertNotAlmostEqual", "assertNotAlmostEquals", "assertHTMLNotEqual",
      "assertXMLNotEqual", "assertJSONNotEqual",
    ] {
      found[name] = PythonAssertion(AssertionKind.equal, .two, negated: true)
    }
    for name in [
      "assertRaises", "assertRaisesRegex", "assertRaisesRegexp", "assertRaisesMessage", "assertWarns",
      "assertWarnsRegex", "assertWarnsMessage", "assertFailure",
    ] {
      found[name] = PythonAssertion(AssertionKind.raises, .raising)
    }
    for name in [
      "assertLogs", "assertNoLogs", "assertNumQueries", "assertTemplateUsed", "assertTemplateNotUsed",
      "assertFormError", "assertFormsetError", "assertFormSetError", "assertRedirects", "assertFieldOutput",
      "assertPermissionDenied", "assertQueries",
    ] {
      found[name] = PythonAssertion(AssertionKind.other, .two)
    }
    found["assertTrue"] = PythonAssertion(AssertionKind.truthy, .one)
    found["assert_"] = PythonAssertion(AssertionKind.truthy, .one)
    found["assertFalse"] = PythonAssertion(AssertionKind.falsy, .one)
    found["assertIsNone"] = PythonAssertion(AssertionKind.null, .one)
    found["assertIsNotNone"] = PythonAssertion(AssertionKind.notNull, .one)
    found["assertIs"] = PythonAssertion(AssertionKind.same, .two)
    found["assertIdentical"] = PythonAssertion(AssertionKind.same, .two)
    found["assertIsNot"] = PythonAssertion(AssertionKind.same, .two, negated: true)
    found["assertNotIdentical"] = PythonAssertion(AssertionKind.same, .two, negated: true)
    found["assertIn"] = PythonAssertion(AssertionKind.contains, .twoSwapped)
    found["assertNotIn"] = PythonAssertion(AssertionKind.contains, .twoSwapped, negated: true)
    found["assertContains"] = PythonAssertion(AssertionKind.contains, .two)
    found["assertNotContains"] = PythonAssertion(AssertionKind.contains, .two, negated: true)
    found["assertInHTML"] = PythonAssertion(AssertionKind.contains, .twoSwapped)
    found["assertNotInHTML"] = PythonAssertion(AssertionKind.contains, .twoSwapped, negated: true)
    found["assertStartsWith"] = PythonAssertion(AssertionKind.matches, .two)
    found["assertEndsWith"] = PythonAssertion(AssertionKind.matches, .two)
    found["assertIsInstance"] = PythonAssertion(AssertionKind.type, .two)
    found["assertIsSubclass"] = PythonAssertion(AssertionKind.type, .two)
    found["assertHasAttr"] = PythonAssertion(AssertionKind.other, .two)
    found["assertNotIsInstance"] = PythonAssertion(AssertionKind.type, .two, negated: true)
    found["assertLess"] = PythonAssertion(AssertionKind.less, .two)
    found["assertLessEqual"] = PythonAssertion(AssertionKind.atMost, .two)
    found["assertGreater"] = PythonAssertion(AssertionKind.greater, .two)
    found["assertGreaterEqual"] = PythonAssertion(AssertionKind.atLeast, .two)
    found["assertRegex"] = PythonAssertion(AssertionKind.matches, .two)
    found["assertRegexpMatches"] = PythonAssertion(AssertionKind.matches, .two)
    found["assertNotRegex"] = PythonAssertion(AssertionKind.matches, .two, negated: true)
    found["assertNotRegexpMatches"] = PythonAssertion(AssertionKind.matches, .two, negated: true)
    return found
  }()

  /// Methods of `unittest` that are read as assertions on the test case itself only: their names are everybody's.
  private static let failures: [String: PythonAssertion] = [
    "fail": PythonAssertion(AssertionKind.fail, .plain),
    "failUnless": PythonAssertion(AssertionKind.truthy, .one),
    "failIf": PythonAssertion(AssertionKind.falsy, .one),
    "failUnlessEqual": PythonAssertion(AssertionKind.equal, .two),
    "failIfEqual": PythonAssertion(AssertionKind.equal, .two, negated: true),
    "failUnlessRaises": PythonAssertion(AssertionKind.raises, .raising),
  ]

  /// `unittest.mock`.
  private static let doubles: [String: PythonAssertion] = {
    var found: [String: PythonAssertion] = [:]
    for name in [
      "assert_called", "assert_called_once", "assert_called_with", "assert_called_once_with", "assert_any_call",
      "assert_has_calls", "assert_awaited", "assert_awaited_once", "assert_awaited_with", "assert_awaited_once_with",
      "assert_any_await", "assert_has_awaits",
    ] {
      found[name] = PythonAssertion(AssertionKind.called, .double)
    }
    for name in ["assert_not_called", "assert_not_awaited"] {
      found[name] = PythonAssertion(AssertionKind.called, .double, negated: true)
    }
    return found
  }()
}
