<?php

function removeFile(string $path): void
{
    try {
        unlink($path);
    } catch (\Throwable) {
        // gone already
    }
}
