import Behaviour
import Knowledge

/// What became of a protection in a change.
enum ProtectionFate {
  /// It stands; the nodes that see to it now.
  case kept([NodeIndex])
  /// A function of the file that is called here sees to it; by another name where it is a rewrite.
  case inHelper(String, call: NodeIndex)
  /// Every caller in the file sees to it; whether there are others is known where the unit cannot be called from outside.
  case inCallers([String], areAll: Bool)
  /// The type of the value rules out what was checked for.
  case byType(String)
  /// What it protected is gone, or what it asked about is.
  case moot
  /// A call that is not in reach may see to it.
  case perhaps(call: NodeIndex)
  /// A handler stands there now.
  case handled(NodeIndex)
  /// Another member of the type sees to it now, which nothing here says is called first.
  case inSibling(String)
  /// What was checked is of another type now.
  case retyped(String)
  /// Another check stands in its place.
  case replaced(Requirement)
  /// The unit is not what it was: too little of it stands to compare.
  case rewritten
  case weakened(Requirement, RequirementMatch.Weakening, before: NodeIndex?)
  /// A name of which it spoke is gone from all files of the change that had it.
  case withSubject(String)
  /// It stands, but behind what it protected.
  case late(NodeIndex)
  case gone(before: NodeIndex)
}
