<?php

class Counter
{
    private $count;

    public function __construct(int $limit)
    {
        $this->limit = $limit;
        $this->count = 0;
    }

    public function add(int $amount): bool
    {
        if ($this->count + $amount > $this->limit) {
            return false;
        }
        $this->count += $amount;
        $this->notify($this->count);
        return true;
    }

    private function notify(int $count): void
    {
        $this->listener->changed($count, $this->limit);
    }
}
