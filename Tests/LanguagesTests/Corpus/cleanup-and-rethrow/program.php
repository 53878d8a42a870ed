<?php

function importRows(Store $store, array $rows): Batch
{
    $batch = $store->start();
    try {
        foreach ($rows as $row) {
            $batch->add($row);
        }
        $batch->finish();
    } catch (Exception $error) {
        $batch->undo();
        report('import failed', $error);
        throw $error;
    }
    return $batch;
}
