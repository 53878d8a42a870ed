<?php

function sendAll(array $messages, Failures $failed): void
{
    foreach ($messages as $message) {
        try {
            deliver($message);
        } catch (\Exception $error) {
            $failed->add($message, $error);
        }
    }
    if ($failed->count > 0) {
        throw new SomeFailed($failed);
    }
}
