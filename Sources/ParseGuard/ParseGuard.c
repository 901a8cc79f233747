#include "ParseGuard.h"
#include "Arena.h"

#include <pthread.h>
#include <setjmp.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct ParseGuard {
  Arena arena;
  const TSLanguage *language;
  TSParser *parser;
  bool is_armed;
  uint32_t requests_until_clock;
  uint64_t deadline;
  const char *text;
  uint32_t length;
  jmp_buf escape;
};

/// What 65,536 children take; arrays double, so some 40,000 are enough to ask for more.
static const size_t largest_block = 65536 * 8;
static const size_t largest_arena = (size_t)1 << 30;
static const uint32_t requests_between_clocks = 1000;
static const uint32_t piece_length = 16384;

/// The guard that works on this thread; only then does tree-sitter ask for memory.
static _Thread_local ParseGuard *current;

/// The time that this thread has worked, so that what else the machine does decides nothing.
static uint64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

static void *given(void *memory, size_t size) {
  if (memory) return memory;
  if (current->is_armed) longjmp(current->escape, 1);
  fprintf(stderr, "out of memory: no block of %zu bytes for a syntax tree\n", size);
  abort();
}

static void check(size_t size) {
  if (!current->is_armed) return;
  bool is_over = size > largest_block;
  if (--current->requests_until_clock == 0) {
    current->requests_until_clock = requests_between_clocks;
    is_over = is_over || current->arena.size > largest_arena || now() > current->deadline;
  }
  if (is_over) longjmp(current->escape, 1);
}

static void *guarded_malloc(size_t size) {
  check(size);
  return given(arena_take(&current->arena, size), size);
}

static void *guarded_calloc(size_t count, size_t size) {
  return memset(guarded_malloc(count * size), 0, count * size);
}

static void *guarded_realloc(void *memory, size_t size) {
  check(size);
  return given(arena_resize(&current->arena, memory, size), size);
}

static void guarded_free(void *memory) {
  arena_give_back(&current->arena, memory);
}

/// The next piece of the text. A scanner that reads to the end of the text from each of its bytes asks for no memory, but
/// for piece after piece.
static const char *read_piece(void *payload, uint32_t index, TSPoint point, uint32_t *length) {
  (void)point;
  const ParseGuard *guard = payload;
  if (now() > guard->deadline) longjmp(current->escape, 1);
  uint32_t rest = index < guard->length ? guard->length - index : 0;
  *length = rest < piece_length ? rest : piece_length;
  return rest > 0 ? guard->text + index : "";
}

static void set_allocator(void) {
  ts_set_allocator(guarded_malloc, guarded_calloc, guarded_realloc, guarded_free);
}

ParseGuard *parse_guard_new(const TSLanguage *language) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, set_allocator);
  ParseGuard *guard = calloc(1, sizeof(ParseGuard));
  if (!guard) abort();
  guard->language = language;
  return guard;
}

void parse_guard_delete(ParseGuard *guard) {
  arena_delete(&guard->arena);
  free(guard);
}

TSTree *parse_guard_parse(ParseGuard *guard, const char *text, uint32_t length, uint64_t nanoseconds) {
  guard->requests_until_clock = requests_between_clocks;
  guard->deadline = now() + nanoseconds;
  current = guard;
  guard->parser = NULL;
  if (setjmp(guard->escape) != 0) {
    // The parser is in no state to be deleted; what its scanner took, some hundred bytes, is lost.
    guard->parser = NULL;
    guard->is_armed = false;
    return NULL;
  }
  guard->text = text;
  guard->length = length;
  guard->is_armed = true;
  guard->parser = ts_parser_new();
  ts_parser_set_language(guard->parser, guard->language);
  TSInput input = {.payload = guard, .read = read_piece, .encoding = TSInputEncodingUTF8};
  TSTree *tree = ts_parser_parse(guard->parser, NULL, input);
  guard->is_armed = false;
  return tree;
}

bool parse_guard_is_late(const ParseGuard *guard) { return now() > guard->deadline; }

void parse_guard_forget(ParseGuard *guard) {
  if (guard->parser) ts_parser_delete(guard->parser);
  guard->parser = NULL;
  current = NULL;
  arena_empty(&guard->arena);
}
