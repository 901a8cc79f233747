#ifndef CPROCESS_H
#define CPROCESS_H

/// What the C library tells of and does for this process, where its headers give it to C alone.

/// How many cores the process may use; 0 where the system does not tell.
int process_core_count(void);

/// Takes memory from the system in large steps, and keeps it.
void process_take_memory_in_large_steps(void);

#endif
