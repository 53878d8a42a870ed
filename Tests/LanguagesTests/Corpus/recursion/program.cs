static class Orders
{
    static int Depth(Tree node, int limit)
    {
        if (limit == 0)
        {
            return 0;
        }

        if (node.Leaf)
        {
            return 1;
        }

        var left = Depth(node.Left, limit - 1);
        var right = Depth(node.Right, limit - 1);
        if (left > right)
        {
            return left + 1;
        }

        return right + 1;
    }
}
