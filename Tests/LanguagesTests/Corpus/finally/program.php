<?php

function exportOrders(Store $store, string $path): void
{
    $file = openFile($path);
    try {
        writeRows($file, $store->rows());
    } finally {
        $file->close();
    }
}

function locked(Lock $lock, callable $work): mixed
{
    $lock->acquire();
    try {
        return $work();
    } catch (\Throwable) {
        return null;
    } finally {
        $lock->release();
    }
}
