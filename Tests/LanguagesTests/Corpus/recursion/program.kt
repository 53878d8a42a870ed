fun depth(node: Node, limit: Int): Int {
  if (limit == 0) {
    return 0
  }
  if (node.leaf) {
    return 1
  }
  val left = depth(node.left, limit - 1)
  val right = depth(node.right, limit - 1)
  if (left > right) {
    return left + 1
  }
  return right + 1
}
