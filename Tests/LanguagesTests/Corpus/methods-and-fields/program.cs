class Counter
{
    private readonly int limit;
    private int count;

    public Counter(int limit)
    {
        this.limit = limit;
        count = 0;
    }

    public bool Add(int amount)
    {
        if (count + amount > limit)
        {
            return false;
        }

        count += amount;
        this.Notify(this.count);
        return true;
    }

    private void Notify(int count)
    {
        listener.Changed(count, limit);
    }

    private IListener listener;
}
