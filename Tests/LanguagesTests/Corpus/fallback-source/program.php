<?php

function loadRates(Rates $primary, Rates $backup): array
{
    try {
        return $primary->rates();
    } catch (\Throwable $error) {
        Log::warn('no rates', $error);
        return $backup->rates();
    }
}
