class Counter
  def initialize(limit)
    @limit = limit
    @count = 0
  end

  def add(amount)
    return false if @count + amount > @limit

    @count += amount
    self.notify(@count)
    true
  end

  def notify(count)
    @listener.changed(count, @limit)
    nil
  end
end
