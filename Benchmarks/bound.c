// The least that an answer from syntax costs: reads every source file of a tree, parses with tree-sitter those that
// hold one of two words, and visits their nodes. Prints how many of each. Usage: bound TREE [THREADS]

#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <tree_sitter/api.h>
#include <unistd.h>

const TSLanguage *tree_sitter_python(void);
const TSLanguage *tree_sitter_go(void);
const TSLanguage *tree_sitter_javascript(void);
const TSLanguage *tree_sitter_typescript(void);
const TSLanguage *tree_sitter_tsx(void);
const TSLanguage *tree_sitter_swift(void);
const TSLanguage *tree_sitter_lua(void);

typedef const TSLanguage *(*Grammar)(void);

static const struct { const char *extension; Grammar grammar; } languages[] = {
  {"py", tree_sitter_python}, {"pyi", tree_sitter_python}, {"go", tree_sitter_go},
  {"js", tree_sitter_javascript}, {"mjs", tree_sitter_javascript}, {"cjs", tree_sitter_javascript},
  {"jsx", tree_sitter_javascript}, {"ts", tree_sitter_typescript}, {"tsx", tree_sitter_tsx},
  {"swift", tree_sitter_swift}, {"lua", tree_sitter_lua},
};

typedef struct { char *path; Grammar grammar; } SourceFile;

static struct { SourceFile *files; size_t count, room; } tree;
static atomic_size_t next_file, parsed, nodes;

static Grammar grammar_of(const char *name) {
  const char *dot = strrchr(name, '.');
  for (size_t i = 0; dot && i < sizeof languages / sizeof *languages; i++)
    if (!strcmp(dot + 1, languages[i].extension)) return languages[i].grammar;
  return NULL;
}

static void list(const char *folder) {
  DIR *entries = opendir(folder);
  if (!entries) return;
  for (struct dirent *entry; (entry = readdir(entries));) {
    if (entry->d_name[0] == '.') continue;
    Grammar grammar = entry->d_type == DT_REG ? grammar_of(entry->d_name) : NULL;
    if (entry->d_type != DT_DIR && !grammar) continue;
    char *path;
    if (asprintf(&path, "%s/%s", folder, entry->d_name) < 0) exit(1);
    if (entry->d_type == DT_DIR) {
      list(path);
      free(path);
      continue;
    }
    if (tree.count == tree.room) {
      tree.room = tree.room ? 2 * tree.room : 1024;
      tree.files = realloc(tree.files, tree.room * sizeof *tree.files);
      if (!tree.files) exit(1);
    }
    tree.files[tree.count++] = (SourceFile){path, grammar};
  }
  closedir(entries);
}

// Whether a text holds `redis` or `valkey` in any case; both are found by a letter that is rare in code.
static int is_wanted(const char *text, size_t size) {
  const char *end = text + size;
  for (int pass = 0; pass < 4; pass++) {
    int is_redis = pass < 2;
    size_t before = is_redis ? 2 : 3, length = is_redis ? 5 : 6;
    for (const char *at = text; (at = memchr(at, (is_redis ? "dD" : "kK")[pass % 2], end - at)); at++)
      if (at - text >= (long)before && end - at >= (long)(length - before) &&
          !strncasecmp(at - before, is_redis ? "redis" : "valkey", length))
        return 1;
  }
  return 0;
}

static size_t visit(TSTree *syntax) {
  TSTreeCursor cursor = ts_tree_cursor_new(ts_tree_root_node(syntax));
  size_t count = 0;
  for (int goes_on = 1; goes_on;) {
    count++;
    goes_on = ts_tree_cursor_goto_first_child(&cursor);
    while (!goes_on && !(goes_on = ts_tree_cursor_goto_next_sibling(&cursor)))
      if (!ts_tree_cursor_goto_parent(&cursor)) break;
  }
  ts_tree_cursor_delete(&cursor);
  return count;
}

static void *work(void *unused) {
  TSParser *parser = ts_parser_new();
  char *text = NULL;
  size_t room = 0;
  for (size_t index; (index = atomic_fetch_add(&next_file, 1)) < tree.count;) {
    SourceFile file = tree.files[index];
    int descriptor = open(file.path, O_RDONLY);
    struct stat status;
    if (descriptor < 0) continue;
    if (!fstat(descriptor, &status) && (size_t)status.st_size > room) {
      room = (size_t)status.st_size;
      text = realloc(text, room);
      if (!text) exit(1);
    }
    ssize_t size = read(descriptor, text, room);
    close(descriptor);
    if (size <= 0 || !is_wanted(text, (size_t)size)) continue;
    ts_parser_set_language(parser, file.grammar());
    TSTree *syntax = ts_parser_parse_string(parser, NULL, text, (uint32_t)size);
    atomic_fetch_add(&parsed, 1);
    atomic_fetch_add(&nodes, visit(syntax));
    ts_tree_delete(syntax);
  }
  return unused;
}

static long usable_cores(void) {
  cpu_set_t cores;
  return sched_getaffinity(0, sizeof cores, &cores) ? 1 : CPU_COUNT(&cores);
}

int main(int count, char **arguments) {
  if (count < 2) return fprintf(stderr, "usage: bound TREE [THREADS]\n"), 2;
  long threads = count > 2 ? atol(arguments[2]) : usable_cores();
  if (threads < 1 || threads > 64) threads = 1;
  pthread_t all[64];
  list(arguments[1]);
  for (long i = 0; i < threads; i++)
    if (pthread_create(&all[i], NULL, work, NULL)) return 1;
  for (long i = 0; i < threads; i++) pthread_join(all[i], NULL);
  printf("%zu files, %zu parsed, %zu nodes\n", tree.count, (size_t)parsed, (size_t)nodes);
}
