#ifndef PARSE_GUARD_H
#define PARSE_GUARD_H

#include <stdbool.h>
#include <stdint.h>
#include "ParsedNode.h"
#include <tree_sitter/api.h>

/// A tree-sitter parser that can be stopped in the middle of its work, with all memory that it holds.
///
/// Two faults of tree-sitter 0.20.7, both mended in 0.20.8, make this needed. It counts a node's children in 16 bits, so
/// that a node with 65,536 (brackets that nothing closes, comments in a row) makes it free a wrong address. And its own
/// time limit can read through a null pointer in grammars whose comments are rules. So the memory it asks for is handed
/// out here, and the parse is left by a jump when time is up or when a block is asked for that only such a node needs.
/// Its memory is forgotten at once after each file, which also costs less than freeing node by node.
typedef struct ParseGuard ParseGuard;

/// A guard for one language.
ParseGuard *_Nonnull parse_guard_new(const TSLanguage *_Nonnull language);

/// Frees the guard and the memory that it keeps for the next file.
void parse_guard_delete(ParseGuard *_Nonnull guard);

/// Parses a text in a time of the thread's own work. Without a tree, that ran out, a node had too many children, or it all took a gigabyte. The tree and
/// what is made from it live until `parse_guard_forget`, which must follow on the same thread.
TSTree *_Nullable parse_guard_parse(
  ParseGuard *_Nonnull guard, const char *_Nullable text, uint32_t length, uint64_t nanoseconds
);

/// Whether the time given to `parse_guard_parse` is over, for work on its tree on the same thread.
bool parse_guard_is_late(const ParseGuard *_Nonnull guard);

/// Ends what `parse_guard_parse` began: all memory that tree-sitter took since is free for the next file.
void parse_guard_forget(ParseGuard *_Nonnull guard);

#endif
