<?php

function refresh(Cache $cache, Source $source): void
{
    try {
        $rows = $source->read();
        $cache->put($rows);
    } catch (Exception $error) {
        Log::error('refresh failed', $error);
    }
    $cache->touch();
}
