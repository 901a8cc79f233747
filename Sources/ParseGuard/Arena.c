#include "Arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { chunk_size = 1 << 20 };

struct ArenaChunk {
  ArenaChunk *next;
  size_t unused;
};

/// Stands before each small block; its link is used while the block is free.
struct ArenaBlock {
  size_t size;
  ArenaBlock *next;
};

/// Stands before each large block, and its `size` where that of a small one stands.
typedef struct LargeBlock {
  struct LargeBlock *previous;
  struct LargeBlock *next;
  size_t size;
  size_t unused;
} LargeBlock;

_Static_assert(sizeof(ArenaChunk) % 16 == 0 && sizeof(ArenaBlock) == 16 && sizeof(LargeBlock) == 32, "alignment");

static ArenaBlock *header(void *memory) { return (ArenaBlock *)memory - 1; }

static void link_large(Arena *arena, LargeBlock *block) {
  LargeBlock *first = (LargeBlock *)arena->large;
  block->previous = NULL;
  block->next = first;
  if (first) first->previous = block;
  arena->large = (ArenaBlock *)block;
}

static void unlink_large(Arena *arena, LargeBlock *block) {
  if (block->next) block->next->previous = block->previous;
  if (block->previous) {
    block->previous->next = block->next;
  } else {
    arena->large = (ArenaBlock *)block->next;
  }
}

static void *take_large(Arena *arena, size_t size) {
  LargeBlock *block = malloc(sizeof(LargeBlock) + size);
  if (!block) return NULL;
  block->size = size;
  link_large(arena, block);
  arena->size += size;
  return block + 1;
}

static void *resize_large(Arena *arena, void *memory, size_t size) {
  LargeBlock *block = (LargeBlock *)memory - 1;
  unlink_large(arena, block);
  LargeBlock *moved = realloc(block, sizeof(LargeBlock) + size);
  if (moved) {
    arena->size += size - moved->size;
    moved->size = size;
  }
  link_large(arena, moved ? moved : block);
  return moved ? moved + 1 : NULL;
}

void *arena_take(Arena *arena, size_t size) {
  if (size > arena_largest_small) return take_large(arena, size);
  size_t class = (size + 15) / 16;
  ArenaBlock *block = arena->free[class];
  if (block) {
    arena->free[class] = block->next;
    return block + 1;
  }
  size_t length = sizeof(ArenaBlock) + class * 16;
  if ((size_t)(arena->end - arena->next) < length) {
    ArenaChunk *chunk = malloc(chunk_size);
    if (!chunk) return NULL;
    arena->size += chunk_size;
    chunk->next = arena->chunks;
    arena->chunks = chunk;
    arena->next = (char *)(chunk + 1);
    arena->end = (char *)chunk + chunk_size;
  }
  block = (ArenaBlock *)arena->next;
  arena->next += length;
  block->size = class * 16;
  return block + 1;
}

void *arena_resize(Arena *arena, void *memory, size_t size) {
  if (!memory) return arena_take(arena, size);
  size_t old = header(memory)->size;
  if (old > arena_largest_small && size > arena_largest_small) return resize_large(arena, memory, size);
  if (size <= old && old <= arena_largest_small) return memory;
  void *moved = arena_take(arena, size);
  if (!moved) return NULL;
  memcpy(moved, memory, old < size ? old : size);
  arena_give_back(arena, memory);
  return moved;
}

void arena_give_back(Arena *arena, void *memory) {
  if (!memory) return;
  ArenaBlock *block = header(memory);
  if (block->size > arena_largest_small) {
    LargeBlock *large = (LargeBlock *)memory - 1;
    unlink_large(arena, large);
    arena->size -= large->size;
    free(large);
  } else {
    block->next = arena->free[block->size / 16];
    arena->free[block->size / 16] = block;
  }
}

static void empty(Arena *arena, size_t kept) {
  while (arena->large) arena_give_back(arena, (LargeBlock *)arena->large + 1);
  memset(arena->free, 0, sizeof(arena->free));
  while (arena->chunks && (kept == 0 || arena->chunks->next)) {
    ArenaChunk *chunk = arena->chunks;
    arena->chunks = chunk->next;
    arena->size -= chunk_size;
    free(chunk);
  }
  arena->next = arena->chunks ? (char *)(arena->chunks + 1) : NULL;
  arena->end = arena->chunks ? (char *)arena->chunks + chunk_size : NULL;
}

void arena_empty(Arena *arena) { empty(arena, 1); }

void arena_delete(Arena *arena) { empty(arena, 0); }
