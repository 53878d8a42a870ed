def depth(node, limit)
  return 0 if limit == 0
  return 1 if node.leaf

  left = depth(node.left, limit - 1)
  right = depth(node.right, limit - 1)
  if left > right
    return left + 1
  end
  right + 1
end
