fn depth(node: &Node, limit: u32) -> u32 {
    if limit == 0 {
        return 0;
    }
    if node.leaf {
        return 1;
    }
    let left = depth(&node.left, limit - 1);
    let right = depth(&node.right, limit - 1);
    if left > right {
        return left + 1;
    }
    right + 1
}
