#include "ParsedNode.h"

ParsedNode parsed_node(const TSTreeCursor *cursor, const bool *left_out, uint32_t count) {
  const TSNode node = ts_tree_cursor_current_node(cursor);
  const uint32_t start = ts_node_start_byte(node);
  const uint32_t end = ts_node_end_byte(node);
  const TSSymbol kind = ts_node_symbol(node);
  if (kind < count && left_out[kind] && start < end) return (ParsedNode){.is_left_out = true};
  return (ParsedNode){
    .start_byte = start,
    .end_byte = end,
    .start_point = ts_node_start_point(node),
    .kind = kind,
    .field = ts_tree_cursor_current_field_id(cursor),
    .child_count = ts_node_child_count(node),
    .is_named = ts_node_is_named(node),
    .is_missing = start == end && ts_node_is_missing(node),
    .is_extra = ts_node_is_extra(node),
  };
}
