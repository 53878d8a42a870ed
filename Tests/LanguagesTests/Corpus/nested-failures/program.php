<?php

function importAll(array $paths): array
{
    $failed = [];
    foreach ($paths as $path) {
        try {
            try {
                Store::save(read($path));
            } finally {
                release($path);
            }
        } catch (\Throwable $error) {
            Log::warn('skipped', $path, $error);
            $failed->push($path);
            continue;
        }
        Log::info('done', $path);
    }
    return $failed;
}
