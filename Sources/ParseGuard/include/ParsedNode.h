#ifndef PARSED_NODE_H
#define PARSED_NODE_H

#include <stdbool.h>
#include <stdint.h>
#include <tree_sitter/api.h>

/// What a syntax tree says of one node.
typedef struct {
  uint32_t start_byte;
  uint32_t end_byte;
  TSPoint start_point;
  TSSymbol kind;
  TSFieldId field;
  uint32_t child_count;
  bool is_named;
  bool is_missing;
  bool is_extra;
  /// Whether the node is a token of a kind that is left out; nothing else is then said of it.
  bool is_left_out;
} ParsedNode;

/// The node under a cursor; `left_out` says of each of the first `count` kinds whether its tokens are left out. Asked in
/// Swift, one question after another, the same takes twice as long: there the node is put together anew for each.
ParsedNode parsed_node(const TSTreeCursor *_Nonnull cursor, const bool *_Nullable left_out, uint32_t count);

#endif
