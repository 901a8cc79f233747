#ifndef ARENA_H
#define ARENA_H

#include <stddef.h>

/// Sizes up to this come from chunks, in steps of 16 bytes; larger ones straight from malloc.
enum { arena_largest_small = 1024, arena_classes = arena_largest_small / 16 + 1 };

typedef struct ArenaChunk ArenaChunk;
typedef struct ArenaBlock ArenaBlock;

/// Memory that is given back block by block, or all at once; an arena of zeros is empty, and `size` is what malloc gave.
typedef struct {
  ArenaChunk *chunks;
  char *next;
  char *end;
  ArenaBlock *free[arena_classes];
  ArenaBlock *large;
  size_t size;
} Arena;

/// A block, aligned as malloc's, or NULL when there is no memory.
void *arena_take(Arena *arena, size_t size);

/// The block made larger or smaller, its content kept; NULL, and the block as it was, when there is no memory.
void *arena_resize(Arena *arena, void *memory, size_t size);

/// Takes one block back.
void arena_give_back(Arena *arena, void *memory);

/// Takes all blocks back, and keeps one chunk for the next.
void arena_empty(Arena *arena);

/// Takes all blocks back, and keeps nothing.
void arena_delete(Arena *arena);

#endif
