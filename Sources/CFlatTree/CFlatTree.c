// The walk reads the parser's own nodes. A cursor over them keeps what it takes to turn back and to say where in lines
// it stands; a walk that only goes on needs neither, and takes a quarter of the time.

#include "CFlatTree.h"

#include <stdlib.h>
#include <string.h>

#include "language.h"
#include "subtree.h"
#include "tree.h"

/// A node whose children are being taken.
typedef struct {
  const Subtree *children;
  uint32_t count;
  uint32_t child;
  /// Position among the children that the grammar speaks of: comments and the like are none.
  uint32_t structural;
  /// Where the last child ended.
  uint32_t end;
  const TSSymbol *aliases;
  const TSFieldMapEntry *fields;
  const TSFieldMapEntry *fields_end;
  /// The field in which a node stands that has no name of its own in the tree: its children stand in it, too.
  uint8_t field;
  /// In the layout: itself, or where it is not to be seen, what is around it.
  int32_t index;
  bool is_visible;
} Frame;

typedef struct {
  Frame *frames;
  uint32_t count;
  uint32_t room;
} Stack;

static bool push(Stack *stack, const TSLanguage *language, Subtree node, uint32_t start, uint8_t field, int32_t index,
                 bool is_visible) {
  if (stack->count == stack->room) {
    uint32_t room = stack->room ? stack->room * 2 : 64;
    Frame *frames = realloc(stack->frames, room * sizeof(Frame));
    if (!frames) return false;
    stack->frames = frames;
    stack->room = room;
  }
  Frame *frame = &stack->frames[stack->count++];
  *frame = (Frame){
    .children = ts_subtree_children(node),
    .count = node.ptr->child_count,
    .end = start,
    .aliases = ts_language_alias_sequence(language, node.ptr->production_id),
    .field = field,
    .index = index,
    .is_visible = is_visible,
  };
  ts_language_field_map(language, node.ptr->production_id, &frame->fields, &frame->fields_end);
  return true;
}

static uint8_t field_of(const Frame *frame, uint32_t structural) {
  for (const TSFieldMapEntry *entry = frame->fields; entry < frame->fields_end; entry++) {
    if (!entry->inherited && entry->child_index == structural) return (uint8_t)entry->field_id;
  }
  return frame->is_visible ? 0 : frame->field;
}

static LacunaFlatNode laid_out(const TSLanguage *language, Subtree node, TSSymbol alias, uint32_t start, uint8_t field,
                               int32_t parent, int32_t index) {
  TSSymbol kind = ts_language_public_symbol(language, alias ? alias : ts_subtree_symbol(node));
  bool is_named = alias ? ts_language_symbol_metadata(language, alias).named : ts_subtree_named(node);
  uint8_t flags = 0;
  if (is_named) flags |= LACUNA_FLAT_NAMED;
  if (kind == ts_builtin_sym_error) flags |= LACUNA_FLAT_ERROR;
  if (ts_subtree_missing(node)) flags |= LACUNA_FLAT_MISSING;
  if (ts_subtree_error_cost(node) > 0) flags |= LACUNA_FLAT_HAS_ERROR;
  return (LacunaFlatNode){
    .kind = kind,
    .field = field,
    .flags = flags,
    .start = start,
    .end = start + ts_subtree_size(node).bytes,
    .parent = parent,
    .next = index + 1,
  };
}

uint32_t lacuna_flatten(
  const TSTree *tree,
  const bool *skipping,
  uint32_t skipping_count,
  LacunaFlatNode *nodes,
  uint32_t limit,
  bool *is_cut_short
) {
  *is_cut_short = false;
  if (limit == 0) {
    *is_cut_short = true;
    return 0;
  }
  const TSLanguage *language = tree->language;
  Stack stack = {0};
  uint32_t count = 0;

  Subtree root = tree->root;
  uint32_t start = ts_subtree_padding(root).bytes;
  nodes[count++] = laid_out(language, root, 0, start, 0, -1, 0);
  bool goes_on = count < limit;
  if (goes_on && ts_subtree_child_count(root) > 0) goes_on = push(&stack, language, root, start, 0, 0, true);

  while (goes_on && stack.count > 0) {
    Frame *frame = &stack.frames[stack.count - 1];
    if (frame->child == frame->count) {
      if (frame->is_visible) nodes[frame->index].next = (int32_t)count;
      stack.count--;
      continue;
    }
    Subtree node = frame->children[frame->child];
    // What stands before the first child stands before its parent already.
    uint32_t start = frame->end + (frame->child > 0 ? ts_subtree_padding(node).bytes : 0);
    bool is_extra = ts_subtree_extra(node);
    uint32_t structural = frame->structural;
    TSSymbol alias = !is_extra && frame->aliases ? frame->aliases[structural] : 0;
    frame->end = start + ts_subtree_size(node).bytes;
    frame->child++;
    if (!is_extra) frame->structural++;

    bool is_visible = ts_subtree_visible(node) || alias;
    if (!is_visible && ts_subtree_visible_child_count(node) == 0) continue;
    uint8_t field = is_extra ? 0 : field_of(frame, structural);
    int32_t around = frame->index;
    if (!is_visible) {
      goes_on = push(&stack, language, node, start, field, around, false);
      continue;
    }
    LacunaFlatNode flat = laid_out(language, node, alias, start, field, around, (int32_t)count);
    if (flat.kind < skipping_count && skipping[flat.kind] && !(flat.flags & LACUNA_FLAT_MISSING)) continue;
    nodes[count] = flat;
    count++;
    goes_on = count < limit;
    if (goes_on && ts_subtree_visible_child_count(node) > 0) {
      goes_on = push(&stack, language, node, start, 0, (int32_t)count - 1, true);
    }
  }
  if (!goes_on) {
    *is_cut_short = true;
    for (int32_t index = (int32_t)count - 1; index >= 0; index = nodes[index].parent) {
      nodes[index].next = (int32_t)count;
    }
  }
  free(stack.frames);
  return count;
}
