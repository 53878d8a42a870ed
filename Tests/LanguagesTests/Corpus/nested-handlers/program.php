<?php

function save(Store $store, Order $order): void
{
    try {
        $store->begin();
        try {
            $store->write($order);
        } catch (\Throwable) {
            $store->rollback();
            throw new SaveFailed($order);
        }
        $store->commit();
    } catch (Exception $error) {
        if ($error->fatal) {
            throw $error;
        }
        report($error);
    } finally {
        $store->close();
    }
}
