#pragma once

#include <stdbool.h>
#include <stdint.h>
#include <tree_sitter/api.h>

/// One node as `SyntaxNode` has it, byte for byte.
typedef struct {
  uint16_t kind;
  uint8_t field;
  uint8_t flags;
  uint32_t start;
  uint32_t end;
  int32_t parent;
  int32_t next;
} LacunaFlatNode;

enum {
  LACUNA_FLAT_NAMED = 1,
  LACUNA_FLAT_ERROR = 2,
  LACUNA_FLAT_MISSING = 4,
  LACUNA_FLAT_HAS_ERROR = 8,
};

/// Lays out the visible nodes of a tree in reading order.
///
/// - Parameter skipping: for each public symbol, whether its nodes (and what is below) are left out.
/// - Parameter nodes: has room for `limit` of them.
/// - Parameter is_cut_short: told whether the walk ended early: at the limit, or for want of memory.
/// - Returns: how many nodes there are now.
uint32_t lacuna_flatten(
  const TSTree *tree,
  const bool *skipping,
  uint32_t skipping_count,
  LacunaFlatNode *nodes,
  uint32_t limit,
  bool *is_cut_short
);
