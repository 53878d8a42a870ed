#pragma once

#include <sqlite3.h>

/// What SQLite's header says in macros and variable arguments, which Swift does not read.

/// Binds bytes, of which SQLite takes a copy.
int lacuna_sqlite_bind(sqlite3_stmt *statement, int place, const void *bytes, int count);

/// Keeps SQL from doing harm by a database that others wrote.
int lacuna_sqlite_defend(sqlite3 *database);
