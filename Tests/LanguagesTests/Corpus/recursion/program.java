class Trees {
  static int depth(Node node, int limit) {
    if (limit == 0) return 0;
    if (node.leaf) return 1;
    int left = depth(node.left, limit - 1);
    int right = depth(node.right, limit - 1);
    if (left > right) {
      return left + 1;
    }
    return right + 1;
  }
}
