#define _GNU_SOURCE
#include "CProcess.h"

#include <malloc.h>
#include <sched.h>

int process_core_count(void) {
  cpu_set_t cores;
  return sched_getaffinity(0, sizeof cores, &cores) == 0 ? CPU_COUNT(&cores) : 0;
}

void process_take_memory_in_large_steps(void) {
  mallopt(M_TOP_PAD, 60 << 20);
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
}
